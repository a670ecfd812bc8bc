package cn.anlan.data.demo.utility;

import cn.anlan.data.demo.draw.DemoCodes;
import cn.anlan.data.demo.draw.DemoDates;
import cn.anlan.data.demo.draw.DemoRow;
import cn.anlan.data.demo.draw.Rounded;
import cn.anlan.data.demo.draw.Shapes;
import cn.anlan.data.demo.ground.County;
import cn.anlan.data.demo.ground.Ground;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Coordinate;

/**
 * Long-distance pipelines: one for refined oil from city to city, and natural gas in a trunk with
 * branches, from gate station to gate station.
 */
final class Pipelines {
  private static final double TOTAL_M = 3_500_000;
  private static final double VALVE_EVERY_M = 30_000;

  /** What all sections of a line have in common. */
  private record Spec(
      String medium, double pressureMpa, int diameterMm, String operator, int builtFrom) {}

  private static final Spec OIL = new Spec("refined_oil", 9.5, 406, "national", 2009);
  private static final List<Spec> GAS =
      List.of(
          new Spec("natural_gas", 10, 1016, "national", 2011),
          new Spec("natural_gas", 10, 813, "national", 2012),
          new Spec("natural_gas", 6.3, 610, "provincial", 2010),
          new Spec("natural_gas", 6.3, 508, "provincial", 2013));
  private static final Spec BRANCH = new Spec("natural_gas", 4, 273, "local", 2014);

  private final CountyCut cut;
  private final Random random;
  private final List<DemoRow> rows = new ArrayList<>();
  private final List<DemoRow> stations = new ArrayList<>();
  private final List<UtilityLine> lines = new ArrayList<>();
  private final Set<Coordinate> taken = new LinkedHashSet<>();
  private double totalM;

  private Pipelines(CountyCut cut, Random random) {
    this.cut = cut;
    this.random = random;
  }

  static Pipelines draw(Ground ground, CountyCut cut, Random random) {
    Pipelines drawn = new Pipelines(cut, random);
    Map<String, County> chief = new LinkedHashMap<>();
    for (County county : ground.counties()) {
      chief.merge(county.cityCode(), county, (a, b) -> a.population() >= b.population() ? a : b);
    }
    List<Coordinate> depots = new ArrayList<>();
    for (County county : chief.values()) {
      depots.add(cut.around(county, county.seat(), 6000, 12000, random));
    }
    int oil = 0;
    for (List<Integer> path : Network.paths(depots.size(), Network.tree(depots))) {
      drawn.line("Y", ++oil, OIL, path.stream().map(depots::get).toList());
    }
    List<Coordinate> gates = new ArrayList<>();
    for (County county : ground.counties()) {
      gates.add(cut.around(county, county.seat(), 2500, 5000, random));
    }
    int gas = 0;
    for (List<Integer> path : Network.paths(gates.size(), Network.tree(gates))) {
      if (drawn.totalM >= TOTAL_M) {
        break;
      }
      Spec spec = gas < GAS.size() ? GAS.get(gas) : BRANCH;
      drawn.line("G", ++gas, spec, path.stream().map(gates::get).toList());
    }
    return drawn;
  }

  List<DemoRow> rows() {
    return rows;
  }

  List<DemoRow> stations() {
    return stations;
  }

  List<UtilityLine> lines() {
    return lines;
  }

  private void line(String letter, int number, Spec spec, List<Coordinate> through) {
    String lineCode = "DEMO-LINE-" + letter + (number < 10 ? "0" : "") + number;
    String title = (letter.equals("Y") ? "示例成品油管道" : "示例天然气管道") + letter + number + "线";
    List<CountyCut.Piece> pieces = cut.cut(BentLine.through(through, 700, 0.07, random));
    Map<String, Integer> parts = new HashMap<>();
    List<UtilityLine> mine = new ArrayList<>();
    for (CountyCut.Piece piece : pieces) {
      int part = parts.merge(piece.county().code(), 1, Integer::sum);
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("name", title + "（" + piece.county().shortName() + "段" + part + "）");
      values.put("line_code", lineCode);
      values.put("medium", spec.medium());
      values.put("pressure_mpa", spec.pressureMpa());
      values.put("diameter_mm", (long) spec.diameterMm());
      values.put("operator_kind", spec.operator());
      values.put("built_on", DemoDates.between(random, spec.builtFrom(), spec.builtFrom() + 2));
      values.put("buried_depth_m", Math.round((1.0 + random.nextDouble() * 1.4) * 10) / 10.0);
      values.put("length_m", piece.lengthM());
      values.put("county_code", piece.county().code());
      String code = DemoCodes.of("OGP", rows.size() + 1);
      rows.add(new DemoRow(code, values, piece.line(), 2.0));
      mine.add(new UtilityLine("oil_gas_pipeline", code, piece.county(), piece.line(), 0));
      totalM += piece.lengthM();
    }
    lines.addAll(mine);
    stationsOf(mine, pieces, title, spec, through);
  }

  private void stationsOf(
      List<UtilityLine> mine,
      List<CountyCut.Piece> pieces,
      String title,
      Spec spec,
      List<Coordinate> through) {
    boolean oil = spec.medium().equals("refined_oil");
    for (int i = 0; i < through.size(); i++) {
      String kind = "gate";
      if (i == 0) {
        kind = spec.builtFrom() <= 2012 ? "first" : "offtake";
      } else if (i == through.size() - 1) {
        kind = oil ? "terminal" : "gate";
      } else if (oil) {
        kind = i % 2 == 0 ? "pump" : "offtake";
      } else if (spec.diameterMm() > 600 && i % 6 == 0) {
        kind = "compressor";
      } else if (i % 7 == 3) {
        kind = "pigging";
      }
      Coordinate at = Rounded.place(through.get(i));
      if (taken.add(at)) {
        mine.stream()
            .filter(line -> has(line, at))
            .findFirst()
            .ifPresent(addStation(kind, title, spec, at));
      }
    }
    for (int i = 0; i < pieces.size(); i++) {
      if (pieces.get(i).lengthM() > VALVE_EVERY_M) {
        UtilityLine line = mine.get(i);
        Coordinate middle = line.line().getCoordinateN(line.line().getNumPoints() / 4);
        addStation("valve", title, spec, middle).accept(line);
      }
    }
  }

  private Consumer<UtilityLine> addStation(String kind, String title, Spec spec, Coordinate at) {
    return line -> {
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("name", title + line.county().shortName() + STATION.get(kind));
      values.put("kind", kind);
      values.put("pipeline_code", line.code());
      values.put("medium", spec.medium());
      values.put("design_pressure_mpa", spec.pressureMpa());
      values.put("built_on", DemoDates.between(random, spec.builtFrom(), spec.builtFrom() + 2));
      values.put("county_code", line.county().code());
      stations.add(
          new DemoRow(DemoCodes.of("OGS", stations.size() + 1), values, Shapes.point(at), 2.0));
    };
  }

  private static boolean has(UtilityLine line, Coordinate at) {
    for (Coordinate c : line.line().getCoordinates()) {
      if (c.equals2D(at)) {
        return true;
      }
    }
    return false;
  }

  private static final Map<String, String> STATION =
      Map.of(
          "first", "首站",
          "compressor", "压气站",
          "pump", "泵站",
          "offtake", "分输站",
          "gate", "门站",
          "valve", "阀室",
          "pigging", "清管站",
          "terminal", "末站");
}

package cn.anlan.data.demo.utility;

import cn.anlan.data.demo.draw.DemoCodes;
import cn.anlan.data.demo.draw.DemoRow;
import cn.anlan.data.demo.draw.FlatFrame;
import cn.anlan.data.demo.draw.Planted;
import cn.anlan.data.demo.draw.Rounded;
import cn.anlan.data.demo.draw.Shapes;
import cn.anlan.data.demo.ground.County;
import cn.anlan.data.demo.ground.Ground;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;

/**
 * City gas networks: in each county's chief town a street grid that grows from the gate station
 * outwards, a pipe from crossing to crossing, high pressure by the gate and low at the ends; and
 * the courtyard pipes that buildings stand on.
 */
final class CityGas {
  private static final int PIPES = 5_900;
  private static final int FEWEST = 12;
  private static final double BLOCK_M = 640;
  private static final int BENDS = 9;
  private static final int GATE_TRIES = 200;
  private static final int[] EAST = {1, 0, -1, 0};
  private static final int[] NORTH = {0, 1, 0, -1};

  private record Node(int i, int j, int depth, Coordinate at) {}

  private final CountyCut cut;
  private final Occupations buildings;
  private final Random random;
  private final List<DemoRow> rows = new ArrayList<>();
  private final List<UtilityLine> lines = new ArrayList<>();
  private final List<Planted> planted = new ArrayList<>();

  private CityGas(CountyCut cut, Occupations buildings, Random random) {
    this.cut = cut;
    this.buildings = buildings;
    this.random = random;
  }

  static CityGas draw(Ground ground, CountyCut cut, Occupations buildings, Random random) {
    CityGas drawn = new CityGas(cut, buildings, random);
    long people = ground.counties().stream().mapToLong(County::population).sum();
    for (County county : ground.counties()) {
      int pipes = (int) (FEWEST + (PIPES - FEWEST * 99L) * county.population() / people);
      drawn.town(county, pipes);
    }
    for (Occupations.Occupied occupied : buildings.draw(cut, random)) {
      String pressure = random.nextDouble() < 0.7 ? "low" : "medium";
      County county = occupied.building().county();
      String code = drawn.pipe(county, pressure, occupied.pipe(), "庭院");
      drawn.planted.add(occupied.planted(code));
    }
    return drawn;
  }

  List<DemoRow> rows() {
    return rows;
  }

  List<UtilityLine> lines() {
    return lines;
  }

  List<Planted> planted() {
    return planted;
  }

  private void town(County county, int pipes) {
    double turn = random.nextDouble() * Math.PI / 2;
    FlatFrame frame = FlatFrame.bySeries(county.seat());
    Map<Long, Node> nodes = new HashMap<>();
    List<Node> open = new ArrayList<>();
    Node root = new Node(0, 0, 0, gate(county, frame));
    nodes.put(key(0, 0), root);
    open.add(root);
    for (int drawn = 0, tries = 0; drawn < pipes && tries < pipes * 40; tries++) {
      Node from = open.get(Math.min(random.nextInt(open.size()), random.nextInt(open.size())));
      int way = random.nextInt(4);
      int i = from.i() + EAST[way];
      int j = from.j() + NORTH[way];
      if (nodes.containsKey(key(i, j))) {
        continue;
      }
      double across = BLOCK_M * (i + 0.24 * (random.nextDouble() - 0.5));
      double along = BLOCK_M * (j + 0.24 * (random.nextDouble() - 0.5));
      Coordinate at =
          frame.place(
              across * Math.cos(turn) - along * Math.sin(turn),
              across * Math.sin(turn) + along * Math.cos(turn));
      if (!cut.isLand(at, county)) {
        continue;
      }
      Optional<CountyCut.Piece> street = street(county, from.at(), at);
      if (street.isEmpty()) {
        continue;
      }
      Node node = new Node(i, j, from.depth() + 1, at);
      nodes.put(key(i, j), node);
      open.add(node);
      pipe(county, pressureClass(node.depth(), drawn, pipes), street.get().line(), "市政");
      drawn++;
    }
  }

  /** Where the network begins: near the seat, outside every building. */
  private Coordinate gate(County county, FlatFrame frame) {
    for (int i = 0; i < GATE_TRIES; i++) {
      double awayM = i * 6.0;
      double angle = i * 2.4;
      Coordinate at = frame.place(awayM * Math.cos(angle), awayM * Math.sin(angle));
      LineString here =
          Shapes.FACTORY.createLineString(new Coordinate[] {at, new Coordinate(at.x + 2e-6, at.y)});
      if (cut.isLand(at, county) && buildings.isClear(here, null)) {
        return at;
      }
    }
    return Rounded.place(county.seat());
  }

  /** A pipe from crossing to crossing, whole within the county and clear of all buildings. */
  private Optional<CountyCut.Piece> street(County county, Coordinate from, Coordinate to) {
    for (int i = 0; i < BENDS; i++) {
      List<CountyCut.Piece> pieces =
          cut.cut(BentLine.between(from, to, 350, 0.02 * (i + 1), random));
      if (pieces.size() == 1
          && pieces.get(0).county().equals(county)
          && buildings.isClear(pieces.get(0).line(), null)) {
        return Optional.of(pieces.get(0));
      }
    }
    return Optional.empty();
  }

  private static String pressureClass(int depth, int drawn, int pipes) {
    if (drawn < 2 && pipes > 60) {
      return "high";
    }
    if (depth <= 2) {
      return "sub_high";
    }
    return drawn < pipes * 2 / 3 ? "medium" : "low";
  }

  private String pipe(County county, String pressure, LineString line, String what) {
    int year = 1992 + (int) (Math.sqrt(random.nextDouble()) * 29.9);
    boolean early = year < 2001;
    String material = material(pressure, early);
    String code = DemoCodes.of("CGP", rows.size() + 1);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("name", "示例" + county.shortName() + what + "燃气管段" + (rows.size() + 1));
    values.put("pressure_class", pressure);
    values.put("material", material);
    values.put("diameter_mm", diameterMm(pressure));
    values.put("built_year", (long) year);
    values.put("old", early && !material.equals("pe"));
    values.put("operator_kind", random.nextDouble() < 0.3 ? "provincial" : "local");
    values.put("length_m", CountyCut.lengthM(line));
    values.put("county_code", county.code());
    rows.add(new DemoRow(code, values, line, 0.5));
    lines.add(new UtilityLine("city_gas_pipe", code, county, line, 0));
    return code;
  }

  private String material(String pressure, boolean early) {
    if (pressure.equals("high") || pressure.equals("sub_high")) {
      return "steel";
    }
    double x = random.nextDouble();
    if (early) {
      return x < 0.4 ? "grey_iron" : x < 0.65 ? "galvanised_steel" : x < 0.9 ? "steel" : "pe";
    }
    return x < 0.75 ? "pe" : x < 0.92 ? "steel" : "ductile_iron";
  }

  private long diameterMm(String pressure) {
    long[] sizes =
        switch (pressure) {
          case "high" -> new long[] {406, 508};
          case "sub_high" -> new long[] {273, 325, 406};
          case "medium" -> new long[] {110, 160, 200, 250, 315};
          default -> new long[] {63, 90, 110};
        };
    return sizes[random.nextInt(sizes.length)];
  }

  private static long key(int i, int j) {
    return (long) i << 32 ^ j & 0xFFFFFFFFL;
  }
}

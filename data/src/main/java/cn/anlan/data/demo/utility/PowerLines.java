package cn.anlan.data.demo.utility;

import cn.anlan.data.demo.draw.DemoCodes;
import cn.anlan.data.demo.draw.DemoDates;
import cn.anlan.data.demo.draw.DemoRow;
import cn.anlan.data.demo.draw.FlatFrame;
import cn.anlan.data.demo.ground.County;
import cn.anlan.data.demo.ground.Ground;
import cn.anlan.data.demo.ground.Settlements;
import cn.anlan.data.demo.ground.Township;
import cn.anlan.data.demo.ground.Village;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;

/**
 * Overhead lines: 500 kV between the cities and 220 kV between the counties in grids, 110 kV from
 * the county's substation to its large townships, 35 kV between townships, 10 kV from village to
 * village where villages lie close together.
 */
final class PowerLines {
  private static final double TOTAL_M = 25_000_000;
  private static final double LOCAL_M = 5_000_000;
  private static final double TRANSFORMER_M = 160;
  private static final int PIECES = 12_000;

  private final CountyCut cut;
  private final Random random;
  private final Map<String, List<Township>> towns = new HashMap<>();
  private final List<DemoRow> rows = new ArrayList<>();
  private final List<UtilityLine> lines = new ArrayList<>();
  private double totalM;

  private PowerLines(CountyCut cut, Random random) {
    this.cut = cut;
    this.random = random;
  }

  static PowerLines draw(Ground ground, Settlements settlements, CountyCut cut, Random random) {
    PowerLines drawn = new PowerLines(cut, random);
    for (Township town : settlements.townships()) {
      drawn.towns.computeIfAbsent(town.county().code(), c -> new ArrayList<>()).add(town);
    }
    drawn.grids(ground);
    drawn.township110(ground);
    drawn.township35(ground);
    drawn.village10(ground, settlements);
    return drawn;
  }

  List<DemoRow> rows() {
    return rows;
  }

  List<UtilityLine> lines() {
    return lines;
  }

  private void grids(Ground ground) {
    Map<String, County> chief = new LinkedHashMap<>();
    for (County county : ground.counties()) {
      chief.merge(county.cityCode(), county, (a, b) -> a.population() >= b.population() ? a : b);
    }
    grid(500, List.copyOf(chief.values()), 9000, 15000, 1500, 0.03);
    grid(220, ground.counties(), 3000, 7000, 900, 0.035);
  }

  private void grid(
      int kv, List<County> counties, double fromM, double toM, double stepM, double share) {
    List<Coordinate> substations = new ArrayList<>();
    for (County county : counties) {
      substations.add(cut.around(county, county.seat(), fromM, toM, random));
    }
    for (Network.Edge edge : Network.grid(substations)) {
      String name =
          counties.get(edge.from()).shortName() + "—" + counties.get(edge.to()).shortName();
      add(
          kv,
          name,
          BentLine.between(
              substations.get(edge.from()), substations.get(edge.to()), stepM, share, random));
    }
  }

  private void township110(Ground ground) {
    for (County county : ground.counties()) {
      List<Township> large =
          towns.getOrDefault(county.code(), List.of()).stream()
              .sorted(Comparator.comparingLong(Township::population).reversed())
              .limit(4)
              .toList();
      for (Township town : large) {
        Coordinate end = cut.around(county, town.centre(), 300, 900, random);
        add(110, shortName(town), BentLine.between(county.seat(), end, 700, 0.04, random));
      }
    }
  }

  private void township35(Ground ground) {
    record Leg(Township from, Township to, double lengthM) {}
    List<Leg> legs = new ArrayList<>();
    for (County county : ground.counties()) {
      List<Township> all = towns.getOrDefault(county.code(), List.of());
      for (Network.Edge edge : Network.tree(all.stream().map(Township::centre).toList())) {
        legs.add(new Leg(all.get(edge.from()), all.get(edge.to()), edge.lengthM()));
      }
    }
    legs.sort(Comparator.comparingDouble(Leg::lengthM).reversed());
    double upToM = totalM + LOCAL_M;
    for (Leg leg : legs) {
      if (totalM >= upToM) {
        break;
      }
      Coordinate from = leg.from().centre();
      add(35, shortName(leg.to()), BentLine.between(from, leg.to().centre(), 500, 0.05, random));
    }
  }

  private void village10(Ground ground, Settlements settlements) {
    record Leg(Village from, Village to, double lengthM) {}
    List<Leg> legs = new ArrayList<>();
    for (County county : ground.counties()) {
      List<Village> all = settlements.villagesOf(county);
      for (Network.Edge edge : Network.tree(all.stream().map(Village::at).toList())) {
        if (edge.lengthM() > 200) {
          legs.add(new Leg(all.get(edge.from()), all.get(edge.to()), edge.lengthM()));
        }
      }
    }
    legs.sort(Comparator.comparingDouble(Leg::lengthM));
    for (Leg leg : legs) {
      if (totalM >= TOTAL_M || rows.size() >= PIECES) {
        break;
      }
      String name = shortName(leg.to().township());
      add(10, name, BentLine.between(beside(leg.from()), beside(leg.to()), 400, 0.05, random));
    }
  }

  /** Where a village's transformer stands: not in its middle, which is built on first. */
  private static Coordinate beside(Village village) {
    double outM = Math.min(TRANSFORMER_M, 0.5 * village.clearRadiusM());
    return FlatFrame.at(village.at()).place(outM * Math.sqrt(0.5), outM * Math.sqrt(0.5));
  }

  private static String shortName(Township town) {
    return town.name().replace("示例", "");
  }

  private void add(int kv, String title, List<Coordinate> route) {
    int builtFrom = 1985 + random.nextInt(32);
    long circuits = kv >= 110 && random.nextDouble() < 0.35 ? 2 : 1;
    double offsetM = offsetM(kv, circuits);
    for (CountyCut.Piece piece : cut.cut(route)) {
      String code = DemoCodes.of("PWL", rows.size() + 1);
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("name", "示例" + kv + "kV" + title + "线" + (rows.size() + 1));
      values.put("kv", (long) kv);
      values.put("conductor_offset_m", offsetM);
      values.put("circuits", circuits);
      values.put("built_on", DemoDates.between(random, builtFrom, builtFrom + 1));
      values.put("length_m", piece.lengthM());
      values.put("county_code", piece.county().code());
      rows.add(new DemoRow(code, values, piece.line(), kv >= 110 ? 3.0 : 5.0));
      lines.add(new UtilityLine("power_line", code, piece.county(), piece.line(), kv));
      totalM += piece.lengthM();
    }
  }

  /** Half the width of the usual crossarm. */
  private double offsetM(int kv, long circuits) {
    double usual =
        switch (kv) {
          case 500 -> circuits == 2 ? 11.5 : 12.5;
          case 220 -> circuits == 2 ? 6.5 : 7.5;
          case 110 -> circuits == 2 ? 3.8 : 4.2;
          case 35 -> 2.2;
          default -> 0.8;
        };
    return Math.round(usual * (0.92 + random.nextDouble() * 0.16) * 100) / 100.0;
  }
}

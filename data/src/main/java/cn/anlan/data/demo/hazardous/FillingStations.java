package cn.anlan.data.demo.hazardous;

import cn.anlan.data.demo.draw.DemoCodes;
import cn.anlan.data.demo.draw.DemoDates;
import cn.anlan.data.demo.draw.DemoPlan;
import cn.anlan.data.demo.draw.DemoRow;
import cn.anlan.data.demo.draw.FlatFrame;
import cn.anlan.data.demo.draw.Shapes;
import cn.anlan.data.demo.draw.Weighted;
import cn.anlan.data.demo.ground.County;
import cn.anlan.data.demo.ground.Ground;
import cn.anlan.data.demo.ground.Settlements;
import cn.anlan.data.demo.ground.Village;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/** Filling stations, the same at every scale: their distances to other things matter one by one. */
final class FillingStations {
  private static final int STATIONS = 2400;
  private static final double ROUND_VILLAGE_M = 1500;

  /**
   * Greatest tank volume in m³ (hydrogen: kg) of classes three, two and one: GB 50156-2021
   * [verify]. Shares are ours.
   */
  private enum Kind {
    PETROL("petrol", "加油站", 0.88, 90, 150, 210),
    LPG("lpg", "液化气加气站", 0.03, 30, 45, 60),
    LNG("lng", "天然气加气站", 0.08, 60, 120, 180),
    HYDROGEN("hydrogen", "加氢站", 0.01, 1000, 4000, 8000);

    private final String code;
    private final String word;
    private final double share;
    private final int[] most;

    Kind(String code, String word, double share, int... most) {
      this.code = code;
      this.word = word;
      this.share = share;
      this.most = most;
    }

    int classOf(double volume) {
      return volume <= most[0] ? 3 : volume <= most[1] ? 2 : 1;
    }
  }

  private FillingStations() {}

  static void write(Ground ground, Settlements settlements, DemoPlan plan, Consumer<DemoRow> out) {
    Random random = plan.random("filling_station");
    Weighted<County> counties = new Weighted<>(ground.counties(), County::population);
    Weighted<Kind> kinds = new Weighted<>(List.of(Kind.values()), k -> k.share);
    for (int number = 1; number <= STATIONS; number++) {
      Village village = settlements.drawVillage(counties.draw(random), random);
      Kind kind = kinds.draw(random);
      double radiusM = Math.min(ROUND_VILLAGE_M, village.clearRadiusM());
      Map<String, Object> values = values(kind, number, random);
      values.put("township_code", village.township().code());
      values.put("county_code", village.county().code());
      out.accept(
          new DemoRow(
              DemoCodes.of("FS", number),
              values,
              Shapes.point(FlatFrame.bySeries(village.at()).within(radiusM, random)),
              2.0));
    }
  }

  private static Map<String, Object> values(Kind kind, int number, Random random) {
    Map<String, Object> values = new HashMap<>();
    values.put("name", "示例" + kind.word + number + "号");
    values.put("station_kind", kind.code);
    double share = 0.15 + 0.85 * Math.pow(random.nextDouble(), 1.6);
    double volume = Math.round(kind.most[2] * share / 5) * 5;
    values.put(kind == Kind.HYDROGEN ? "hydrogen_kg" : "tank_m3", volume);
    values.put("station_class", (long) kind.classOf(volume));
    values.put("dispensers", 2L + random.nextInt(7));
    values.put("commissioned_on", DemoDates.between(random, 1998, 2021));
    return values;
  }
}

package cn.anlan.data.demo.hazardous;

import cn.anlan.data.demo.draw.DemoCodes;
import cn.anlan.data.demo.draw.DemoDates;
import cn.anlan.data.demo.draw.DemoPlan;
import cn.anlan.data.demo.draw.DemoRow;
import cn.anlan.data.demo.draw.FlatFrame;
import cn.anlan.data.demo.draw.Planted;
import cn.anlan.data.demo.draw.Shapes;
import cn.anlan.data.demo.draw.Weighted;
import cn.anlan.data.demo.ground.County;
import cn.anlan.data.demo.ground.Ground;
import cn.anlan.data.demo.ground.Settlements;
import cn.anlan.data.demo.ground.Village;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Coordinate;

/** Retail shops for fireworks; some on purpose nearer to each other than the rules allow. */
final class FireworksShops {
  private static final int FULL_SCALE = 4000;
  private static final double ROUND_VILLAGE_M = 900;
  private static final double PAIR_SHARE = 0.015;
  private static final double PAIR_NEAREST_M = 12;
  private static final double PAIR_FARTHEST_M = 45;

  private final Random random;
  private final List<DemoRow> rows = new ArrayList<>();
  private final List<Planted> planted = new ArrayList<>();

  private FireworksShops(Random random) {
    this.random = random;
  }

  static FireworksShops draw(Ground ground, Settlements settlements, DemoPlan plan) {
    FireworksShops shops = new FireworksShops(plan.random("fireworks_shop"));
    Weighted<County> counties = new Weighted<>(ground.counties(), County::population);
    int wanted = plan.scaled(FULL_SCALE);
    while (shops.rows.size() < wanted) {
      Village village = settlements.drawVillage(counties.draw(shops.random), shops.random);
      double radiusM = Math.min(ROUND_VILLAGE_M, village.clearRadiusM());
      boolean pair =
          shops.rows.size() + 1 < wanted
              && radiusM > 2 * PAIR_FARTHEST_M
              && (shops.planted.isEmpty() || shops.random.nextDouble() < PAIR_SHARE);
      double innerM = pair ? radiusM - PAIR_FARTHEST_M : radiusM;
      Coordinate at = FlatFrame.bySeries(village.at()).within(innerM, shops.random);
      shops.add(village, at);
      if (pair) {
        shops.addNeighbour(village, at);
      }
    }
    return shops;
  }

  void write(Consumer<DemoRow> out) {
    rows.forEach(out);
  }

  List<Planted> planted() {
    return planted;
  }

  private void addNeighbour(Village village, Coordinate at) {
    double angle = random.nextDouble() * 2 * Math.PI;
    double distanceM =
        PAIR_NEAREST_M + random.nextDouble() * (PAIR_FARTHEST_M - 1 - PAIR_NEAREST_M);
    add(village, FlatFrame.bySeries(at).towards(angle, distanceM));
    int last = rows.size() - 1;
    planted.add(
        new Planted(
            "fireworks_shops_too_close",
            "fireworks_shop",
            List.of(rows.get(last - 1).code(), rows.get(last).code()),
            village.county().code(),
            "两个烟花爆竹零售点相距不足 50 米"));
  }

  private void add(Village village, Coordinate at) {
    Map<String, Object> values = new HashMap<>();
    int number = rows.size() + 1;
    values.put("name", "示例烟花爆竹零售点" + number + "号");
    values.put("shop_kind", random.nextDouble() < 0.7 ? "shop" : "counter");
    values.put("shop_below_home", random.nextDouble() < 0.06);
    values.put("limit_boxes", 10L * (1 + random.nextInt(20)));
    LocalDate from = DemoDates.between(random, 2019, 2021);
    values.put("licence_from", from);
    values.put("licence_until", from.plusYears(1 + random.nextInt(2)));
    values.put("township_code", village.township().code());
    values.put("county_code", village.county().code());
    rows.add(new DemoRow(DemoCodes.of("FR", number), values, Shapes.point(at), 2.0));
  }
}

package cn.anlan.data.demo.mine;

import cn.anlan.analytics.grade.GradingTables;
import cn.anlan.analytics.grade.MineTierTable;
import cn.anlan.data.demo.draw.DemoSink;
import cn.anlan.data.demo.draw.Geodesics;
import cn.anlan.data.demo.draw.KeptRows;
import cn.anlan.data.demo.draw.Planted;
import cn.anlan.data.demo.draw.Shapes;
import cn.anlan.data.demo.draw.TurnedFrame;
import cn.anlan.data.demo.ground.County;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** Independent mine systems (独立生产系统) and what is drawn on the plans of those underground. */
final class MineSystems {
  private static final int SYSTEMS = 350;
  private static final int COAL = 90;
  private static final List<String> COAL_RISKS =
      List.of(
          "gas_outburst", "high_gas", "rock_burst", "complex_water", "spontaneous_fire", "deep");

  /** Values at and one above the limits 30 per shift and 10 per hoist trip occur on purpose. */
  private static final long[] SHIFTS = {9, 18, 27, 29, 30, 31, 36, 58, 96, 140};

  private static final long[] HOISTS = {4, 6, 8, 9, 10, 11, 12, 15, 20};

  private final MineTierTable tiers = GradingTables.ours().mineTier();
  private final MinePlaces places;
  private final Owners owners;
  private final Random random;
  private final KeptRows systems = new KeptRows("mine_system", "MS");
  private final MinePlans plans;

  MineSystems(MinePlaces places, Owners owners, Random random) {
    this.places = places;
    this.owners = owners;
    this.random = random;
    this.plans = new MinePlans(random);
    List<Coordinate> taken = new ArrayList<>();
    while (systems.next() <= SYSTEMS) {
      system(systems.next() <= COAL, taken);
    }
  }

  void handTo(DemoSink sink) {
    systems.handTo(sink);
    plans.handTo(sink);
  }

  List<Planted> planted() {
    return plans.planted();
  }

  private void system(boolean coal, List<Coordinate> taken) {
    County county = coal ? places.coalCounty() : places.oreCounty();
    Coordinate centre = places.high(county);
    double radiusM = (coal ? 1_000 : 850) + random.nextDouble() * 700;
    TurnedFrame plane = new TurnedFrame(centre, random.nextDouble() * 360);
    Polygon drawn = Shapes.uneven(radiusM, random);
    Geometry area = plane.onGround(drawn);
    if (!places.allows(county, area)
        || taken.stream().anyMatch(other -> Geodesics.distanceM(other, centre) < 3_400)) {
      return;
    }
    taken.add(centre);
    String kind = coal ? "coal" : random.nextDouble() < 0.6 ? "metal" : "nonmetal";
    boolean underground = coal || random.nextDouble() < 0.7;
    Map<String, Object> values = new HashMap<>();
    String word = coal ? "煤矿" : kind.equals("metal") ? "矿" : "非金属矿";
    String name = "示例" + county.shortName() + "第" + systems.next() + word;
    values.put("name", name);
    values.put(
        "enterprise_code", owners.nearest(coal ? "coal_mine" : "non_coal_mine", county, centre));
    values.put("kind", kind);
    values.put("underground", underground);
    if (coal && random.nextDouble() < 0.5) {
      values.put("risk_class", COAL_RISKS.get(random.nextInt(COAL_RISKS.size())));
    }
    supervise(values);
    if (underground) {
      values.put("max_shift_persons", SHIFTS[random.nextInt(SHIFTS.length)]);
      values.put("hoist_persons", HOISTS[random.nextInt(HOISTS.length)]);
    }
    values.put("three_under", underground && random.nextDouble() < 0.12);
    values.put("annual_output_kt", (double) (30 + random.nextInt(coal ? 400 : 900)));
    double x = random.nextDouble();
    values.put(
        "status",
        x < 0.62 ? "producing" : x < 0.72 ? "building" : x < 0.93 ? "suspended" : "closing");
    values.put("county_code", county.code());
    String code = systems.add(values, area, 5);
    if (underground) {
      double innerM = drawn.getExteriorRing().distance(Shapes.point(new Coordinate()));
      plans.draw(new MinePlans.Mine(code, name, county, plane, innerM, coal));
    }
  }

  /** Owner and level, and the tier that follows from them. */
  private void supervise(Map<String, Object> values) {
    double x = random.nextDouble();
    String owner = x < 0.06 ? "province" : x < 0.09 ? "central" : x < 0.2 ? "city" : "other";
    double y = random.nextDouble();
    String level = y < 0.04 ? "one" : y < 0.3 ? "two" : y < 0.85 ? "three" : "none";
    values.put("owner_kind", owner);
    values.put("standard_level", level);
    values.put("tier", tiers.tier(owner, level).code());
  }
}

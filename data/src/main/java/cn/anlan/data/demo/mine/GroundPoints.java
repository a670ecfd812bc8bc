package cn.anlan.data.demo.mine;

import cn.anlan.data.demo.draw.DemoDates;
import cn.anlan.data.demo.draw.DemoSink;
import cn.anlan.data.demo.draw.KeptRows;
import cn.anlan.data.demo.draw.Shapes;
import cn.anlan.data.demo.ground.County;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;

/** Wells that take groundwater, and geological hazards of the mountains. */
final class GroundPoints {
  private static final int WELLS = 600;
  private static final int HAZARDS = 5_000;
  private static final String[] USES = {
    "village", "village", "industry", "irrigation", "mine_drainage", "geothermal"
  };

  private final MinePlaces places;
  private final Random random;
  private final KeptRows wells = new KeptRows("groundwater_well", "GW");
  private final KeptRows hazards = new KeptRows("geohazard", "GH");

  GroundPoints(MinePlaces places, Random random) {
    this.places = places;
    this.random = random;
    while (wells.next() <= WELLS) {
      well();
    }
    while (hazards.next() <= HAZARDS) {
      hazard();
    }
  }

  void handTo(DemoSink sink) {
    wells.handTo(sink);
    hazards.handTo(sink);
  }

  private void well() {
    County county = places.anyCounty();
    String use = USES[random.nextInt(USES.length)];
    Map<String, Object> values = new HashMap<>();
    values.put("name", "示例" + county.shortName() + "第" + wells.next() + "取水井");
    values.put("use", use);
    values.put(
        "depth_m",
        (double)
            (use.equals("geothermal") ? 800 + random.nextInt(1200) : 20 + random.nextInt(180)));
    values.put("licensed_m3_per_day", (double) (20 * (1 + random.nextInt(100))));
    LocalDate from = DemoDates.between(random, 2014, 2020);
    values.put("licence_from", from);
    values.put("licence_to", from.plusYears(5));
    values.put("in_use", random.nextDouble() < 0.85);
    values.put("county_code", county.code());
    wells.add(values, Shapes.point(places.anywhere(county)), 5);
  }

  private void hazard() {
    County county = places.anyCounty();
    Coordinate at = places.high(county);
    double heightM = MinePlaces.height(at);
    // more of them the higher the ground: at 60 m one in five of those drawn stays, at 300 m each
    if (random.nextDouble() * 300 > heightM) {
      return;
    }
    double x = random.nextDouble();
    String kind =
        x < 0.68
            ? "landslide"
            : x < 0.84
                ? "rockfall"
                : x < 0.91
                    ? "unstable_slope"
                    : x < 0.95 ? "debris_flow" : x < 0.99 ? "ground_collapse" : "ground_fissure";
    double y = random.nextDouble();
    int size = y < 0.9 ? 0 : y < 0.98 ? 1 : y < 0.998 ? 2 : 3;
    double[] fromM3 = {200, 100_000, 1_000_000, 10_000_000};
    boolean relocated = random.nextDouble() < 0.12;
    Map<String, Object> values = new HashMap<>();
    values.put("name", "示例" + county.shortName() + "第" + hazards.next() + "地质灾害点");
    values.put("kind", kind);
    values.put("scale", new String[] {"small", "medium", "large", "huge"}[size]);
    values.put("volume_m3", (double) Math.round(fromM3[size] * (1 + 4 * random.nextDouble())));
    double people = Math.exp(2.2 + 1.1 * random.nextGaussian());
    values.put("threatened_people", relocated ? 0L : Math.min(3_000, Math.round(people)));
    values.put("elevation_m", Math.round(heightM * 10) / 10.0);
    values.put("found_on", DemoDates.between(random, 1998, 2021));
    values.put("monitored", random.nextDouble() < 0.9);
    values.put("relocated", relocated);
    values.put("county_code", county.code());
    hazards.add(values, Shapes.point(at), 10);
  }
}

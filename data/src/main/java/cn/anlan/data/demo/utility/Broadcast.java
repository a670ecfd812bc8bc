package cn.anlan.data.demo.utility;

import cn.anlan.data.demo.draw.DemoCodes;
import cn.anlan.data.demo.draw.DemoDates;
import cn.anlan.data.demo.draw.DemoRow;
import cn.anlan.data.demo.draw.Geodesics;
import cn.anlan.data.demo.draw.Shapes;
import cn.anlan.data.demo.ground.County;
import cn.anlan.data.demo.ground.Ground;
import cn.anlan.data.demo.ground.Terrain;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;

/**
 * Broadcast facilities on high ground. Microwave stations are joined in a grid; at each end of a
 * link stands an antenna that points to the other end.
 */
final class Broadcast {
  /** Of what is no transmitter; a monitoring station listens to FM and television. */
  private static final Map<String, String> WAVEBAND =
      Map.of(
          "relay", "fm_tv",
          "receiver", "fm_tv",
          "earth_station", "satellite",
          "microwave_station", "microwave",
          "microwave_antenna", "microwave");

  private final CountyCut cut;
  private final Random random;
  private final List<DemoRow> rows = new ArrayList<>();
  private final List<County> microwaveCounties = new ArrayList<>();
  private final List<Coordinate> microwave = new ArrayList<>();

  private Broadcast(CountyCut cut, Random random) {
    this.cut = cut;
    this.random = random;
  }

  static List<DemoRow> draw(Ground ground, CountyCut cut, Random random) {
    Broadcast drawn = new Broadcast(cut, random);
    for (County county : ground.counties()) {
      drawn.county(county);
    }
    drawn.links();
    return drawn.rows;
  }

  private void county(County county) {
    add("transmitter", "发射台", county, high(county), 90 + random.nextInt(150), null);
    if (random.nextDouble() < 0.6) {
      add("relay", "转播台", county, high(county), 30 + random.nextInt(50), null);
    }
    if (random.nextDouble() < 0.35) {
      Coordinate quiet = cut.around(county, county.seat(), 3000, 9000, random);
      add("receiver", "监测台", county, quiet, 12 + random.nextInt(20), null);
    }
    if (random.nextDouble() < 0.15) {
      Coordinate edge = cut.around(county, county.seat(), 1000, 5000, random);
      add("earth_station", "卫星地球站", county, edge, 8 + random.nextInt(10), null);
    }
    if (random.nextDouble() < 0.5) {
      Coordinate at = high(county);
      add("microwave_station", "微波站", county, at, 40 + random.nextInt(40), null);
      microwaveCounties.add(county);
      microwave.add(at);
    }
  }

  private void links() {
    for (Network.Edge edge : Network.grid(microwave)) {
      antenna(edge.from(), edge.to());
      antenna(edge.to(), edge.from());
    }
  }

  private void antenna(int from, int to) {
    double bearing = Geodesics.bearingDeg(microwave.get(from), microwave.get(to));
    double direction = Math.round((bearing + 360) % 360 * 10) / 10.0;
    County county = microwaveCounties.get(from);
    add(
        "microwave_antenna",
        "微波天线（至" + microwaveCounties.get(to).shortName() + "）",
        county,
        microwave.get(from),
        30 + random.nextInt(35),
        direction);
  }

  private void add(
      String kind, String word, County county, Coordinate at, int heightM, Double directionDeg) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("name", "示例" + county.shortName() + word + (rows.size() + 1));
    values.put("kind", kind);
    values.put("height_m", (double) heightM);
    values.put("elevation_m", (double) Math.round(Terrain.heightM(at.x, at.y)));
    values.put("direction_deg", directionDeg);
    if (kind.equals("transmitter")) {
      double powerKw = random.nextDouble() < 0.1 ? 50.0 : 1.0 + random.nextInt(10);
      values.put("power_kw", powerKw);
      values.put("waveband", powerKw > 10 ? "medium_wave" : "fm_tv");
    } else {
      values.put("waveband", WAVEBAND.get(kind));
    }
    if (kind.equals("relay")) {
      values.put("power_kw", (1 + random.nextInt(10)) / 10.0);
    }
    values.put("built_on", DemoDates.between(random, 1978, 2019));
    values.put("county_code", county.code());
    rows.add(new DemoRow(DemoCodes.of("BCF", rows.size() + 1), values, Shapes.point(at), 2.0));
  }

  /** The highest of six places in the county. */
  private Coordinate high(County county) {
    Coordinate best = cut.anywhere(county, random);
    for (int i = 0; i < 5; i++) {
      Coordinate other = cut.anywhere(county, random);
      if (Terrain.heightM(other.x, other.y) > Terrain.heightM(best.x, best.y)) {
        best = other;
      }
    }
    return best;
  }
}

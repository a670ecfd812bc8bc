package cn.anlan.data.demo.mine;

import cn.anlan.data.basemap.BaseFeature;
import cn.anlan.data.basemap.BaseMap;
import cn.anlan.data.demo.draw.DemoDates;
import cn.anlan.data.demo.draw.DemoSink;
import cn.anlan.data.demo.draw.Geodesics;
import cn.anlan.data.demo.draw.KeptRows;
import cn.anlan.data.demo.draw.TurnedFrame;
import cn.anlan.data.demo.ground.County;
import cn.anlan.data.demo.ground.Ground;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** Areas of sand mining along the rivers of the base map, each wholly in one county. */
final class SandMining {
  private static final int AREAS = 250;

  /** Sand lies in the lower reaches; the invented terrain does not know the rivers. */
  private static final double HIGHEST_M = 350;

  /** A river of the base map, part by part as long lines of places. */
  private record River(String code, String name, List<Coordinate[]> parts) {}

  private final Ground ground;
  private final MinePlaces places;
  private final Random random;
  private final KeptRows rows = new KeptRows("sand_mining", "SM");

  SandMining(Ground ground, MinePlaces places, Random random) {
    this.ground = ground;
    this.places = places;
    this.random = random;
    List<River> rivers = rivers();
    while (rows.next() <= AREAS) {
      River river = rivers.get(random.nextInt(rivers.size()));
      Coordinate[] part = river.parts().get(random.nextInt(river.parts().size()));
      int at = random.nextInt(part.length - 1);
      area(river, part[at], part[at + 1]);
    }
  }

  void handTo(DemoSink sink) {
    rows.handTo(sink);
  }

  /** A strip 200 to 700 m long and 30 to 90 m wide along one reach. */
  private void area(River river, Coordinate from, Coordinate to) {
    double reachM = Geodesics.distanceM(from, to);
    if (reachM < 60) {
      return;
    }
    TurnedFrame plane = new TurnedFrame(from, Geodesics.bearingDeg(from, to));
    double longM = Math.min(reachM, 200 + random.nextDouble() * 500);
    double halfM = 15 + random.nextDouble() * 30;
    double startM = random.nextDouble() * (reachM - longM);
    Polygon strip =
        plane.polygon(
            new double[] {startM, -halfM},
            new double[] {startM + longM, -0.8 * halfM},
            new double[] {startM + longM, 0.9 * halfM},
            new double[] {startM, halfM});
    Optional<County> county = ground.countyAt(strip.getCentroid().getCoordinate());
    double levelM = MinePlaces.height(strip.getCentroid().getCoordinate());
    if (county.isEmpty() || !places.within(county.get(), strip) || levelM > HIGHEST_M) {
      return;
    }
    double x = random.nextDouble();
    String status = x < 0.6 ? "licensed" : x < 0.8 ? "reserve" : "forbidden";
    Map<String, Object> values = new HashMap<>();
    values.put("name", "示例" + river.name() + "第" + rows.next() + "采砂区");
    values.put("river_code", river.code());
    values.put("status", status);
    if (status.equals("licensed")) {
      LocalDate start = DemoDates.between(random, 2019, 2021);
      values.put("licence_from", start);
      values.put("licence_to", start.plusMonths(6 + random.nextInt(30)));
      values.put("annual_limit_kt", (double) (50 + 10 * random.nextInt(150)));
      values.put("lowest_level_m", Math.round((levelM - 4) * 10) / 10.0);
    }
    values.put("county_code", county.get().code());
    rows.add(values, strip, 5);
  }

  private static List<River> rivers() {
    List<River> rivers = new ArrayList<>();
    for (BaseFeature water : BaseMap.waters()) {
      if (water.text("kind").equals("river")) {
        List<Coordinate[]> parts = new ArrayList<>();
        Geometry lines =
            water.geometry().getDimension() == 2
                ? water.geometry().getBoundary()
                : water.geometry();
        for (int i = 0; i < lines.getNumGeometries(); i++) {
          parts.add(lines.getGeometryN(i).getCoordinates());
        }
        rivers.add(new River(water.code(), water.text("name"), parts));
      }
    }
    return rivers;
  }
}

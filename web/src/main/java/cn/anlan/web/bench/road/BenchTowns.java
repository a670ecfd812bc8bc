package cn.anlan.web.bench.road;

import cn.anlan.data.basemap.BaseFeature;
import cn.anlan.data.basemap.BaseMap;
import cn.anlan.data.demo.ground.Terrain;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** Invented towns in the base map's counties: where roads stand close together. */
public final class BenchTowns {
  private static final int RESIDENTS_PER_TOWNSHIP = 29_000;
  private static final int TRIES = 20;

  /**
   * A town.
   *
   * @param radiusM of its streets
   * @param isSeat whether it is a county's seat
   */
  public record Town(double lonDeg, double latDeg, double radiusM, boolean isSeat) {}

  private BenchTowns() {}

  /** A seat and the townships of each county, always the same for the same seed. */
  public static List<Town> of(long seed) {
    Random random = new Random(seed);
    List<Town> towns = new ArrayList<>();
    for (BaseFeature county : BaseMap.regions()) {
      if ("county".equals(county.properties().get("admin_level")) && county.geometry() != null) {
        settle(county, random, towns);
      }
    }
    return towns;
  }

  private static void settle(BaseFeature county, Random random, List<Town> towns) {
    double residents = ((Number) county.properties().get("population")).doubleValue();
    Coordinate seat = county.geometry().getInteriorPoint().getCoordinate();
    towns.add(new Town(seat.x, seat.y, 3.2 * Math.sqrt(residents), true));
    Geometry area = county.geometry();
    PreparedGeometry inside = PreparedGeometryFactory.prepare(area);
    for (int i = 1; i < residents / RESIDENTS_PER_TOWNSHIP; i++) {
      Coordinate at = place(area, inside, random);
      towns.add(new Town(at.x, at.y, 400 + 600 * random.nextDouble(), false));
    }
  }

  /** The lowest of some places: towns stand in valleys. */
  private static Coordinate place(Geometry area, PreparedGeometry inside, Random random) {
    var box = area.getEnvelopeInternal();
    Coordinate best = area.getInteriorPoint().getCoordinate();
    double lowestM = Double.MAX_VALUE;
    int found = 0;
    for (int i = 0; i < TRIES && found < 3; i++) {
      Coordinate at =
          new Coordinate(
              box.getMinX() + box.getWidth() * random.nextDouble(),
              box.getMinY() + box.getHeight() * random.nextDouble());
      if (inside.intersects(area.getFactory().createPoint(at))) {
        found++;
        double heightM = Terrain.heightM(at.x, at.y);
        if (heightM < lowestM) {
          lowestM = heightM;
          best = at;
        }
      }
    }
    return best;
  }
}

package cn.anlan.geo.distance;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.sf.geographiclib.GeodesicData;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Random shores and sites about lon 115.5, lat 28.7, where Gauss-Krüger zones 38 and 39 meet. */
final class RandomShapes {
  static final GeometryFactory FACTORY = new GeometryFactory();
  private static final double LON = 115.5;
  private static final double LAT = 28.7;

  private final Random random;

  RandomShapes(Random random) {
    this.random = random;
  }

  /** A lake with islands (holes) and lakes on them, a river as a line, ponds and a lone rock. */
  Geometry shore() {
    List<Geometry> parts = new ArrayList<>();
    double radiusM = 5_000 + random.nextInt(40_000);
    Coordinate middle = near(new Coordinate(LON, LAT), 20_000);
    LinearRing[] holes = new LinearRing[random.nextInt(4)];
    for (int i = 0; i < holes.length; i++) {
      // In three different directions and well inside, so that holes do not cross.
      Coordinate at = off(middle, 120 * i + 10, radiusM * 0.25);
      holes[i] = ring(at, radiusM * 0.08, radiusM * 0.14, 4 + random.nextInt(20));
      if (random.nextBoolean()) {
        parts.add(FACTORY.createPolygon(ring(at, radiusM * 0.01, radiusM * 0.05, 5)));
      }
    }
    parts.add(
        FACTORY.createPolygon(
            ring(middle, radiusM * 0.6, radiusM, 6 + random.nextInt(120)), holes));
    parts.add(walk(near(middle, 60_000), 2 + random.nextInt(80), 200, 6_000));
    parts.add(walk(near(middle, 60_000), 3, 30_000, 60_000)); // long edges
    if (random.nextBoolean()) {
      parts.add(FACTORY.createPoint(near(middle, 80_000)));
    }
    return FACTORY.buildGeometry(parts);
  }

  /**
   * A point or a small polygon; two of three stand within 3 km of a vertex or edge of the shore.
   */
  Geometry site(Geometry shore) {
    Coordinate at;
    if (random.nextInt(3) > 0) {
      Coordinate[] path =
          shore.getGeometryN(random.nextInt(shore.getNumGeometries())).getCoordinates();
      int i = random.nextInt(path.length);
      Coordinate next = path[Math.min(i + 1, path.length - 1)];
      double t = random.nextDouble();
      at =
          near(
              new Coordinate(
                  path[i].x + t * (next.x - path[i].x), path[i].y + t * (next.y - path[i].y)),
              Math.pow(10, 1 + 2.5 * random.nextDouble()));
    } else {
      at = near(new Coordinate(LON, LAT), 80_000);
    }
    if (random.nextBoolean()) {
      return FACTORY.createPoint(at);
    }
    double size = Math.pow(10, 1 + 2 * random.nextDouble());
    return polygon(at, size * 0.5, size, 3 + random.nextInt(6));
  }

  /** A line that begins near the shore and has edges of 10 m to 3 km. */
  Geometry line(Geometry shore) {
    double leastM = Math.pow(10, 1 + 2 * random.nextDouble());
    return walk(site(shore).getCoordinate(), 1 + random.nextInt(12), leastM, 3 * leastM);
  }

  Polygon polygon(Coordinate middle, double leastM, double mostM, int vertices) {
    return FACTORY.createPolygon(ring(middle, leastM, mostM, vertices));
  }

  /** A star-shaped ring, which cannot cross itself. */
  LinearRing ring(Coordinate middle, double leastM, double mostM, int vertices) {
    Coordinate[] ring = new Coordinate[vertices + 1];
    for (int i = 0; i < vertices; i++) {
      double azimuth = 360.0 * (i + 0.8 * random.nextDouble()) / vertices;
      ring[i] = off(middle, azimuth, leastM + random.nextDouble() * (mostM - leastM));
    }
    ring[vertices] = ring[0].copy();
    return FACTORY.createLinearRing(ring);
  }

  private Geometry walk(Coordinate start, int edges, double leastM, double mostM) {
    Coordinate[] path = new Coordinate[edges + 1];
    path[0] = start;
    double azimuth = 360 * random.nextDouble();
    for (int i = 1; i <= edges; i++) {
      azimuth += 80 * (random.nextDouble() - 0.5);
      path[i] = off(path[i - 1], azimuth, leastM + random.nextDouble() * (mostM - leastM));
    }
    return FACTORY.createLineString(path);
  }

  Coordinate near(Coordinate at, double mostM) {
    return off(at, 360 * random.nextDouble(), mostM * random.nextDouble());
  }

  static Coordinate off(Coordinate at, double azimuthDeg, double distanceM) {
    GeodesicData there = Cgcs2000.GEODESIC.Direct(at.y, at.x, azimuthDeg, distanceM);
    return new Coordinate(there.lon2, there.lat2);
  }
}

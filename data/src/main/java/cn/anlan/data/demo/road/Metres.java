package cn.anlan.data.demo.road;

import org.locationtech.jts.geom.Coordinate;

/** Short lengths over the ellipsoid, by its radii of curvature: to 1e-5 under 10 km. */
final class Metres {
  private static final double A = 6378137.0;
  private static final double E2 = 0.00669438002290;

  private Metres() {}

  /** Horizontal distance in metres. */
  static double between(Coordinate a, Coordinate b) {
    double lat = Math.toRadians((a.y + b.y) / 2);
    double sin = Math.sin(lat);
    double w2 = 1 - E2 * sin * sin;
    double n = A / Math.sqrt(w2);
    double m = n * (1 - E2) / w2;
    double dx = Math.toRadians(b.x - a.x) * n * Math.cos(lat);
    double dy = Math.toRadians(b.y - a.y) * m;
    return Math.sqrt(dx * dx + dy * dy);
  }

  static double length(Coordinate[] line) {
    double sum = 0;
    for (int i = 1; i < line.length; i++) {
      sum += between(line[i - 1], line[i]);
    }
    return sum;
  }

  /** The place and height at a share t of the edge. */
  static Coordinate along(Coordinate a, Coordinate b, double t) {
    return new Coordinate(a.x + t * (b.x - a.x), a.y + t * (b.y - a.y), a.z + t * (b.z - a.z));
  }
}

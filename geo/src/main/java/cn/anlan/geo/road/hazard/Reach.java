package cn.anlan.geo.road.hazard;

import cn.anlan.geo.distance.Cgcs2000;
import cn.anlan.geo.road.FlatPlane;
import cn.anlan.geo.road.MeasuredLine;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.prep.PreparedGeometry;

/**
 * Which stretches of a line a hazard reaches, as measures along the line. Stretches that touch are
 * one.
 */
final class Reach {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  /** Nothing shorter is a stretch: it is an edge that a line touches. */
  private static final double LEAST_M = 0.01;

  private final List<double[]> stretches = new ArrayList<>();

  private Reach() {}

  /**
   * Within a radius of a point, as {@link FlatPlane} measures about it: good to 2·r²·tan(lat)/R,
   * 0.4 m at 1,600 m in Jiangxi.
   */
  static List<double[]> ofCircle(MeasuredLine line, Coordinate centre, double radiusM) {
    Reach reach = new Reach();
    FlatPlane plane = FlatPlane.at(centre.x, centre.y);
    for (int i = 0; i + 1 < line.size(); i++) {
      double x = plane.x(line.point(i).x);
      double y = plane.y(line.point(i).y);
      double dx = plane.x(line.point(i + 1).x) - x;
      double dy = plane.y(line.point(i + 1).y) - y;
      double a = dx * dx + dy * dy;
      double half = -(x * dx + y * dy); // |p + t·d| = r: a·t² − 2·half·t + c = 0
      double c = x * x + y * y - radiusM * radiusM;
      double root = half * half - a * c;
      if (a > 0 && root > 0) {
        double width = Math.sqrt(root);
        reach.add(line, i, Math.max(0, (half - width) / a), Math.min(1, (half + width) / a));
      }
    }
    return reach.stretches();
  }

  /** In an area; straight in degrees between vertices, as the areas' own edges are. */
  static List<double[]> ofArea(MeasuredLine line, PreparedGeometry area) {
    Reach reach = new Reach();
    for (int i = 0; i + 1 < line.size(); i++) {
      Coordinate a = line.point(i);
      Coordinate b = line.point(i + 1);
      if (a.equals2D(b)) {
        continue;
      }
      LineString segment = FACTORY.createLineString(new Coordinate[] {a, b});
      if (area.contains(segment)) {
        reach.add(line, i, 0, 1);
      } else if (area.intersects(segment)) {
        reach.addParts(line, i, area.getGeometry().intersection(segment));
      }
    }
    return reach.stretches();
  }

  private void addParts(MeasuredLine line, int segment, Geometry parts) {
    Coordinate a = line.point(segment);
    Coordinate b = line.point(segment + 1);
    List<double[]> shares = new ArrayList<>();
    for (int i = 0; i < parts.getNumGeometries(); i++) {
      if (parts.getGeometryN(i) instanceof LineString part && !part.isEmpty()) {
        double one = share(a, b, part.getCoordinateN(0));
        double other = share(a, b, part.getCoordinateN(part.getNumPoints() - 1));
        shares.add(new double[] {Math.min(one, other), Math.max(one, other)});
      }
    }
    shares.sort((p, q) -> Double.compare(p[0], q[0]));
    shares.forEach(s -> add(line, segment, s[0], s[1]));
  }

  private static double share(Coordinate a, Coordinate b, Coordinate at) {
    boolean wide = Math.abs(b.x - a.x) > Math.abs(b.y - a.y);
    return wide ? (at.x - a.x) / (b.x - a.x) : (at.y - a.y) / (b.y - a.y);
  }

  private void add(MeasuredLine line, int segment, double fromShare, double toShare) {
    if (fromShare >= toShare) {
      return;
    }
    double length = line.measureM(segment + 1) - line.measureM(segment);
    double from = line.measureM(segment) + fromShare * length;
    double to = line.measureM(segment) + toShare * length;
    double[] last = stretches.isEmpty() ? null : stretches.get(stretches.size() - 1);
    if (last != null && from - last[1] < LEAST_M) {
      last[1] = to;
    } else {
      stretches.add(new double[] {from, to});
    }
  }

  private List<double[]> stretches() {
    stretches.removeIf(s -> s[1] - s[0] < LEAST_M);
    return stretches;
  }

  /** By how many degrees a radius reaches at most, in longitude and latitude. */
  static double[] marginDeg(double latDeg, double radiusM) {
    double latMargin = Math.toDegrees(radiusM / (Cgcs2000.EQUATORIAL_RADIUS_M * 0.99));
    return new double[] {
      latMargin / Math.cos(Math.toRadians(Math.abs(latDeg) + latMargin)), latMargin
    };
  }
}

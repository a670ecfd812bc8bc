package cn.anlan.geo.distance;

import net.sf.geographiclib.Gnomonic;
import net.sf.geographiclib.GnomonicData;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Coordinate;

/**
 * Whether two short geodesic edges cross, and on which side of an edge a point lies. Both are
 * decided in an ellipsoidal gnomonic projection centred beside them: within 4 km of the centre a
 * geodesic leaves its straight line by less than a nanometre (Karney 2013, section 8).
 */
final class Crossing {
  private static final Gnomonic GNOMONIC = new Gnomonic(Cgcs2000.GEODESIC);

  private Crossing() {}

  /** A common point (lon, lat) of edge {@code i} of {@code s} and edge {@code j} of {@code t}. */
  static Coordinate find(Edges s, int i, Edges t, int j) {
    double lon = (s.lonLat[4 * i] + s.lonLat[4 * i + 2]) / 2;
    double lat = (s.lonLat[4 * i + 1] + s.lonLat[4 * i + 3]) / 2;
    RobustLineIntersector intersector = new RobustLineIntersector();
    intersector.computeIntersection(
        project(lon, lat, s.lonLat, 4 * i),
        project(lon, lat, s.lonLat, 4 * i + 2),
        project(lon, lat, t.lonLat, 4 * j),
        project(lon, lat, t.lonLat, 4 * j + 2));
    if (!intersector.hasIntersection()) {
      return null;
    }
    Coordinate at = intersector.getIntersection(0);
    GnomonicData common = GNOMONIC.Reverse(lat, lon, at.x, at.y);
    return new Coordinate(common.lon, common.lat);
  }

  /**
   * Whether the edge passes north of the point, on the point's own meridian, which the edge must
   * cross.
   */
  static boolean passesNorthOf(double lonDeg, double latDeg, double[] lonLat, int at) {
    Coordinate a = project(lonDeg, latDeg, lonLat, at);
    Coordinate b = project(lonDeg, latDeg, lonLat, at + 2);
    double turn = a.x * b.y - a.y * b.x; // of a, b about the point, which is the centre
    return lonLat[at] < lonLat[at + 2] ? turn < 0 : turn > 0;
  }

  private static Coordinate project(double lon0, double lat0, double[] lonLat, int at) {
    GnomonicData xy = GNOMONIC.Forward(lat0, lon0, lonLat[at + 1], lonLat[at]);
    return new Coordinate(xy.x, xy.y);
  }
}

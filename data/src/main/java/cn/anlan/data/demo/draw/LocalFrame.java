package cn.anlan.data.demo.draw;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.locationtech.jts.geom.Coordinate;

/** Steps in metres over the CGCS2000 ellipsoid, for placing invented things. */
public final class LocalFrame {
  private static final Geodesic CGCS2000 = new Geodesic(6378137.0, 1 / 298.257222101);

  private LocalFrame() {}

  /** The point {@code distanceM} metres from {@code from} on the bearing, in degrees from north. */
  public static Coordinate step(Coordinate from, double bearingDeg, double distanceM) {
    GeodesicData end = CGCS2000.Direct(from.y, from.x, bearingDeg, distanceM);
    return new Coordinate(end.lon2, end.lat2);
  }

  /** Bearing at {@code from} towards {@code to}, in degrees from north. */
  public static double bearingDeg(Coordinate from, Coordinate to) {
    return CGCS2000.Inverse(from.y, from.x, to.y, to.x).azi1;
  }
}

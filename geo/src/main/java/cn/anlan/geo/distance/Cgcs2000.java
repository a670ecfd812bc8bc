package cn.anlan.geo.distance;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;

/**
 * The ellipsoid of CGCS2000 (a = 6 378 137 m, 1/f = 298.257 222 101; GB 22021-2008) and Karney's
 * solver on it. Longitudes and latitudes are degrees, lengths metres.
 */
public final class Cgcs2000 {
  /** Semi-major axis. */
  public static final double EQUATORIAL_RADIUS_M = 6_378_137;

  /** Flattening. */
  public static final double FLATTENING = 1 / 298.257222101;

  /** Karney's solver on this ellipsoid; immutable, safe for any number of threads. */
  public static final Geodesic GEODESIC = new Geodesic(EQUATORIAL_RADIUS_M, FLATTENING);

  private static final double POLAR_RADIUS_M = EQUATORIAL_RADIUS_M * (1 - FLATTENING);

  /** The least radius of curvature of any normal section: meridian at the equator, b²/a. */
  static final double MIN_RADIUS_M = POLAR_RADIUS_M * POLAR_RADIUS_M / EQUATORIAL_RADIUS_M;

  /** The greatest radius of curvature: at the pole, a²/b. */
  static final double MAX_RADIUS_M = EQUATORIAL_RADIUS_M * EQUATORIAL_RADIUS_M / POLAR_RADIUS_M;

  private Cgcs2000() {}

  /** The geodesic distance between two points, exact to some nanometres. */
  public static double distanceM(double lon1Deg, double lat1Deg, double lon2Deg, double lat2Deg) {
    return GEODESIC.Inverse(lat1Deg, lon1Deg, lat2Deg, lon2Deg, GeodesicMask.DISTANCE).s12;
  }
}

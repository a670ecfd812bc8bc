package cn.anlan.geo.road.reach;

import cn.anlan.geo.road.FlatPlane;

/**
 * The plane that touches the ellipsoid at a place: x east, y north, metres from it, by the series
 * of second order in the differences of longitude and latitude. Out to 12 km a distance to the
 * place is the geodesic one to within 10⁻⁵ of it, and what is straight stays straight as closely; a
 * test holds both against GeographicLib.
 */
final class NearPlane {
  private static final double SAFE = 0.995;

  private final double lonDeg;
  private final double latDeg;

  /** Metres a degree northward. */
  private final double north;

  /** Metres a degree eastward, and how many fewer each degree farther north. */
  private final double east;

  private final double narrowing;

  /** How far a parallel bends northward, metres by square degrees. */
  private final double bend;

  NearPlane(double lonDeg, double latDeg) {
    this.lonDeg = lonDeg;
    this.latDeg = latDeg;
    FlatPlane flat = FlatPlane.at(lonDeg, latDeg); // the same to the first order
    north = flat.northM();
    east = flat.eastM();
    double turn = Math.toRadians(Math.sin(Math.toRadians(latDeg)));
    narrowing = north * turn;
    bend = east * turn / 2;
  }

  double x(double lon, double lat) {
    return (lon - lonDeg) * (east - narrowing * (lat - latDeg));
  }

  double y(double lon, double lat) {
    double eastward = lon - lonDeg;
    return north * (lat - latDeg) + bend * eastward * eastward;
  }

  /**
   * At most the metres to whatever of a box of degrees is within 12 km, and hardly less: across
   * that way a degree of longitude grows or shrinks by less than half a percent below 75° of
   * latitude.
   */
  double toBoxM(double west, double south, double eastern, double northern) {
    double dLon = lonDeg < west ? west - lonDeg : lonDeg > eastern ? lonDeg - eastern : 0;
    double dLat = latDeg < south ? south - latDeg : latDeg > northern ? latDeg - northern : 0;
    return SAFE * Math.hypot(dLon * east, dLat * north);
  }
}

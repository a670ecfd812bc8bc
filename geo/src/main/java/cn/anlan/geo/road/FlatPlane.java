package cn.anlan.geo.road;

import cn.anlan.geo.distance.Cgcs2000;

/**
 * East and north metres about a place, for finding feet on lines nearby: parallels and meridians of
 * CGCS2000 taken for straight. A length r from the middle is wrong by at most r²·tan(lat)/(2R): 1
 * mm at 150 m and 1 m at 5 km in the latitudes of China; what is published is measured afterwards
 * by geodesics.
 *
 * @param eastM metres of a degree of longitude
 * @param northM metres of a degree of latitude
 */
public record FlatPlane(double lonDeg, double latDeg, double eastM, double northM) {
  private static final double E2 = Cgcs2000.FLATTENING * (2 - Cgcs2000.FLATTENING);

  public static FlatPlane at(double lonDeg, double latDeg) {
    double sin = Math.sin(Math.toRadians(latDeg));
    double w2 = 1 - E2 * sin * sin;
    double primeVerticalM = Cgcs2000.EQUATORIAL_RADIUS_M / Math.sqrt(w2);
    double eastM = Math.toRadians(primeVerticalM * Math.cos(Math.toRadians(latDeg)));
    return new FlatPlane(lonDeg, latDeg, eastM, Math.toRadians(primeVerticalM * (1 - E2) / w2));
  }

  public double x(double lon) {
    return (lon - lonDeg) * eastM;
  }

  public double y(double lat) {
    return (lat - latDeg) * northM;
  }
}

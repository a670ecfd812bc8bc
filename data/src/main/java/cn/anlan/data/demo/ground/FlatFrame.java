package cn.anlan.data.demo.ground;

/**
 * Metres per degree at one latitude of the CGCS2000 ellipsoid: a flat earth, good to a part in a
 * thousand over a few kilometres, which is enough for invented places and far cheaper than
 * geodesics.
 *
 * @param lonM metres per degree of longitude
 * @param latM metres per degree of latitude
 */
public record FlatFrame(double lonM, double latM) {
  private static final double A = 6378137.0;
  private static final double E2 = 0.00669438002290;

  public static FlatFrame at(double latDeg) {
    return new FlatFrame(lonMetres(latDeg), latMetres(latDeg));
  }

  /** A frame in which no distance between the two latitudes comes out longer than it is. */
  static FlatFrame shortest(double southDeg, double northDeg) {
    return new FlatFrame(lonMetres(northDeg), latMetres(southDeg));
  }

  private static double lonMetres(double latDeg) {
    double sin = Math.sin(Math.toRadians(latDeg));
    return Math.toRadians(1) * A * Math.sqrt((1 - sin * sin) / (1 - E2 * sin * sin));
  }

  private static double latMetres(double latDeg) {
    double sin = Math.sin(Math.toRadians(latDeg));
    double w = 1 - E2 * sin * sin;
    return Math.toRadians(1) * A * (1 - E2) / (w * Math.sqrt(w));
  }
}

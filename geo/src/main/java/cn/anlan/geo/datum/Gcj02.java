package cn.anlan.geo.datum;

/**
 * GCJ-02 (火星坐标), the shifted system of Chinese web maps such as AMap and Tencent: WGS 84 moved by a
 * smooth field, about 604 m over Jiangxi (551 to 666 m).
 *
 * <p>WGS 84 stands for CGCS2000 here; they agree to better than a metre. The formula is the one in
 * general use (its constants are those of the Krasovsky 1940 ellipsoid). It has never been
 * published officially, so its agreement with a map maker's own conversion is as good as that
 * maker's rounding.
 *
 * <p>The forward shift is exact by definition. The inverse runs five fixed-point steps and returns
 * to the start within 1e-8 m over Jiangxi. Outside {@value #MIN_LON} to {@value #MAX_LON} E,
 * {@value #MIN_LAT} to {@value #MAX_LAT} N both are the identity.
 *
 * <p>Points are {@code double[] {lonDeg, latDeg}}. Thread-safe.
 */
public final class Gcj02 {
  static final double MIN_LON = 72.004;
  static final double MAX_LON = 137.8347;
  static final double MIN_LAT = 0.8293;
  static final double MAX_LAT = 55.8271;

  /** Steps of the inverse. One leaves up to 2.8 m in Jiangxi, three 0.05 mm. */
  static final int INVERSE_STEPS = 5;

  private static final double SEMI_MAJOR_AXIS_M = 6378245.0;
  private static final double ECCENTRICITY_SQUARED = 0.00669342162296594323;

  private Gcj02() {}

  /** From CGCS2000/WGS 84 to GCJ-02. */
  public static double[] fromWgs84(double lonDeg, double latDeg) {
    if (isOutside(lonDeg, latDeg)) {
      return new double[] {lonDeg, latDeg};
    }
    double x = lonDeg - 105;
    double y = latDeg - 35;
    double phi = Math.toRadians(latDeg);
    double sinPhi = Math.sin(phi);
    double m = 1 - ECCENTRICITY_SQUARED * sinPhi * sinPhi;
    double meridianRadiusM = SEMI_MAJOR_AXIS_M * (1 - ECCENTRICITY_SQUARED) / (m * Math.sqrt(m));
    double parallelRadiusM = SEMI_MAJOR_AXIS_M / Math.sqrt(m) * Math.cos(phi);
    double lat = latDeg + Math.toDegrees(northShiftM(x, y) / meridianRadiusM);
    double lon = lonDeg + Math.toDegrees(eastShiftM(x, y) / parallelRadiusM);
    return new double[] {lon, lat};
  }

  /** From GCJ-02 to CGCS2000/WGS 84. */
  public static double[] toWgs84(double lonDeg, double latDeg) {
    return toWgs84(lonDeg, latDeg, INVERSE_STEPS);
  }

  /** The inverse with a chosen number of steps, so that its convergence can be measured. */
  static double[] toWgs84(double lonDeg, double latDeg, int steps) {
    if (isOutside(lonDeg, latDeg)) {
      return new double[] {lonDeg, latDeg};
    }
    double lon = lonDeg;
    double lat = latDeg;
    // The first round is the plain one-step inverse; each further one shrinks the error a
    // hundredfold.
    for (int i = 0; i < steps; i++) {
      double[] forward = fromWgs84(lon, lat);
      lon += lonDeg - forward[0];
      lat += latDeg - forward[1];
    }
    return new double[] {lon, lat};
  }

  private static boolean isOutside(double lonDeg, double latDeg) {
    return !(lonDeg >= MIN_LON && lonDeg <= MAX_LON && latDeg >= MIN_LAT && latDeg <= MAX_LAT);
  }

  private static double northShiftM(double x, double y) {
    double polynomial =
        -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x));
    double waves = 20 * sinPi(6 * x) + 20 * sinPi(2 * x);
    waves += 20 * sinPi(y) + 40 * sinPi(y / 3);
    waves += 160 * sinPi(y / 12) + 320 * sinPi(y / 30);
    return polynomial + waves * 2 / 3;
  }

  private static double eastShiftM(double x, double y) {
    double polynomial = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x));
    double waves = 20 * sinPi(6 * x) + 20 * sinPi(2 * x);
    waves += 20 * sinPi(x) + 40 * sinPi(x / 3);
    waves += 150 * sinPi(x / 12) + 300 * sinPi(x / 30);
    return polynomial + waves * 2 / 3;
  }

  private static double sinPi(double halfTurns) {
    return Math.sin(Math.PI * halfTurns);
  }
}

package cn.anlan.geo.datum;

/**
 * BD-09 (百度坐标): Baidu's second shift on top of {@link Gcj02}, together about 1,190 m over Jiangxi
 * (1,128 to 1,252 m), which is more than the 1 km rule it would be used for.
 *
 * <p>The forward formula is the one in general use. Its customary closed inverse leaves up to 0.13
 * m (mean 0.06 m) in Jiangxi; {@link #toGcj02} starts from it and refines by fixed-point steps to
 * better than 1e-8 m.
 *
 * <p>Points are {@code double[] {lonDeg, latDeg}}. Thread-safe.
 */
public final class Bd09 {
  private static final double WAVE = Math.PI * 3000.0 / 180.0;
  private static final double EAST_DEG = 0.0065;
  private static final double NORTH_DEG = 0.006;
  private static final int REFINING_STEPS = 5;

  private Bd09() {}

  /** From GCJ-02 to BD-09. */
  public static double[] fromGcj02(double lonDeg, double latDeg) {
    double radius = Math.hypot(lonDeg, latDeg) + 2e-5 * Math.sin(latDeg * WAVE);
    double angle = Math.atan2(latDeg, lonDeg) + 3e-6 * Math.cos(lonDeg * WAVE);
    return new double[] {radius * Math.cos(angle) + EAST_DEG, radius * Math.sin(angle) + NORTH_DEG};
  }

  /** From BD-09 to GCJ-02. */
  public static double[] toGcj02(double lonDeg, double latDeg) {
    double[] gcj = closedInverse(lonDeg, latDeg);
    for (int i = 0; i < REFINING_STEPS; i++) {
      double[] forward = fromGcj02(gcj[0], gcj[1]);
      gcj[0] += lonDeg - forward[0];
      gcj[1] += latDeg - forward[1];
    }
    return gcj;
  }

  /** From CGCS2000/WGS 84 to BD-09. */
  public static double[] fromWgs84(double lonDeg, double latDeg) {
    double[] gcj = Gcj02.fromWgs84(lonDeg, latDeg);
    return fromGcj02(gcj[0], gcj[1]);
  }

  /** From BD-09 to CGCS2000/WGS 84. */
  public static double[] toWgs84(double lonDeg, double latDeg) {
    double[] gcj = toGcj02(lonDeg, latDeg);
    return Gcj02.toWgs84(gcj[0], gcj[1]);
  }

  /** The customary inverse: the forward formula with reversed signs. Good to 0.13 m. */
  static double[] closedInverse(double lonDeg, double latDeg) {
    double x = lonDeg - EAST_DEG;
    double y = latDeg - NORTH_DEG;
    double radius = Math.hypot(x, y) - 2e-5 * Math.sin(y * WAVE);
    double angle = Math.atan2(y, x) - 3e-6 * Math.cos(x * WAVE);
    return new double[] {radius * Math.cos(angle), radius * Math.sin(angle)};
  }
}

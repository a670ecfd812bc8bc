package cn.anlan.analytics.roadnet;

/**
 * The quartic kernel along a line, 15/(16h)·(1 − (x/h)²)², which integrates to 1 and ends at the
 * bandwidth h. Source: B. W. Silverman, Density Estimation (1986), table 3.1 (biweight).
 *
 * @param bandwidthM h, above 0
 */
public record LineKernel(double bandwidthM) {
  public LineKernel {
    if (!(bandwidthM > 0) || Double.isInfinite(bandwidthM)) {
      throw new IllegalArgumentException("a bandwidth of " + bandwidthM + " m");
    }
  }

  /** Its density at a distance, 1/m. */
  public double density(double metres) {
    double t = metres / bandwidthM;
    return Math.abs(t) >= 1 ? 0 : 15 / (16 * bandwidthM) * (1 - t * t) * (1 - t * t);
  }

  /** How much of it lies between 0 and a distance: 0 to ½. */
  public double within(double metres) {
    double t = Math.min(1, metres / bandwidthM);
    return 15.0 / 16 * t * (1 - t * t * (2.0 / 3 - t * t / 5));
  }
}

package cn.anlan.analytics.hotspot;

/**
 * How the weight of an event falls off around it. Both integrate to 1 over the plane.
 *
 * <p>Silverman, Density Estimation (1986), 4.2. The Gaussian is cut at four times its bandwidth,
 * which leaves 0.034 % of it, and scaled up by as much.
 */
public enum Kernel {
  /** 3/(πh²)·(1 − d²/h²)², 0 from the bandwidth h on. */
  QUARTIC(1),
  /** 1/(2πh²)·exp(−d²/2h²), the bandwidth h being the standard deviation. */
  GAUSSIAN(4);

  private static final double KEPT = 1 - Math.exp(-8);

  private final double reach;

  Kernel(double reach) {
    this.reach = reach;
  }

  /** Where it ends, in bandwidths. */
  public double reach() {
    return reach;
  }

  /**
   * Its density in 1/m² at a distance.
   *
   * @param squareM2 square of the distance, m²
   */
  public double density(double squareM2, double bandwidthM) {
    double t = squareM2 / (bandwidthM * bandwidthM);
    if (t >= reach * reach) {
      return 0;
    }
    return height(bandwidthM) * (this == QUARTIC ? (1 - t) * (1 - t) : Math.exp(-t / 2));
  }

  /** Its density in 1/m² at distance 0. */
  double height(double bandwidthM) {
    double h2 = bandwidthM * bandwidthM;
    return this == QUARTIC ? 3 / (Math.PI * h2) : 1 / (2 * Math.PI * h2 * KEPT);
  }
}

package cn.anlan.analytics.hotspot;

/**
 * Getis–Ord Gi and Gi* as z-scores: whether a unit's neighbourhood holds more (hot) or less (cold)
 * than its size would lead one to expect.
 *
 * <p>Getis and Ord, Geographical Analysis 24(3), 1992; Ord and Getis, ibid. 27(4), 1995, eq. 5 and
 * 7: with W_i = Σw and S1_i = Σw², z_i = (Σ_j w_ij x_j − x̄·W_i)/(s·√((N·S1_i − W_i²)/(N − 1))). Gi
 * leaves the unit itself out of the sum, of x̄ and s, and N = n − 1; Gi* takes it in, with weight
 * 1, and N = n. s² divides by N. As R spdep {@code localG} and PySAL {@code esda.G_Local} with
 * binary weights. Row-standardising changes no z, for numerator and denominator scale alike,
 * provided that the unit itself is taken in before (spdep's {@code include.self}; PySAL's published
 * row-standardised Gi* weighs the unit otherwise and differs).
 */
public final class GetisOrd {
  private GetisOrd() {}

  /**
   * Gi of each unit; NaN for one without neighbours, or whose others are all equal.
   *
   * @throws cn.anlan.geo.fault.UserFault where all values are equal, or there are fewer than four
   */
  public static double[] gi(double[] values, SpatialWeights weights) {
    Sample sample = new Sample(values, weights.size());
    double others = sample.size() - 1;
    double squares = sample.variance * sample.size();
    double[] z = new double[sample.size()];
    for (int i = 0; i < z.length; i++) {
      // About the mean of all; the mean of the others is −d/others there, d the unit's deviation.
      double d = sample.deviations[i];
      double mean = -d / others;
      double variance = (squares - d * d) / others - mean * mean;
      z[i] =
          score(
              weights.lag(i, sample.deviations) - mean * weights.rowSum(i),
              variance,
              others,
              weights.rowSum(i),
              weights.rowSquares(i));
    }
    return z;
  }

  /**
   * Gi* of each unit, the unit itself taken in with weight 1.
   *
   * @param weights binary; a unit without neighbours is compared by itself
   * @throws cn.anlan.geo.fault.UserFault where all values are equal, or there are fewer than four
   */
  public static double[] giStar(double[] values, SpatialWeights weights) {
    Sample sample = new Sample(values, weights.size());
    double[] z = new double[sample.size()];
    for (int i = 0; i < z.length; i++) {
      z[i] =
          score(
              weights.lag(i, sample.deviations) + sample.deviations[i],
              sample.variance,
              z.length,
              weights.rowSum(i) + 1,
              weights.rowSquares(i) + 1);
    }
    return z;
  }

  /**
   * @param above the weighted sum less what the mean would give
   */
  static double score(double above, double variance, double n, double sum, double squares) {
    double spread = variance * (n * squares - sum * sum) / (n - 1);
    return spread > 0 ? above / Math.sqrt(spread) : Double.NaN;
  }
}

package cn.anlan.analytics.hotspot;

import cn.anlan.geo.fault.UserFault;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Local Moran's I: which units lie among their like (high–high, low–low) and which stand out.
 *
 * <p>I_i = (z_i/m2)·Σ_j w_ij z_j with m2 = Σz²/n (Anselin, Geographical Analysis 27(2), 1995, as R
 * spdep {@code localmoran}; PySAL's {@code Moran_Local} divides by Σz²/(n − 1), so its values are
 * (n − 1)/n of these). The z-score is of the conditional randomisation: the unit keeps its value,
 * the others are shuffled (Sokal, Oden and Thomson, Geographical Analysis 30(4), 1998; spdep's
 * default).
 *
 * <p>The permutation p draws a unit's neighbours from all others without replacement, the unit
 * keeping its own value, and is two-sided (esda's {@code p_sim} is the smaller tail, about half of
 * it); no smaller than 2/(permutations + 1).
 */
public final class LocalMoran {
  /** Where a unit stands in Moran's scatter diagram: its own value, then its neighbours'. */
  public enum Quadrant {
    HIGH_HIGH,
    LOW_HIGH,
    LOW_LOW,
    HIGH_LOW
  }

  private final Sample sample;
  private final SpatialWeights weights;
  private final double[] lags;
  private final double[] p;

  private LocalMoran(Sample sample, SpatialWeights weights, double[] lags, double[] p) {
    this.sample = sample;
    this.weights = weights;
    this.lags = lags;
    this.p = p;
  }

  /**
   * @param permutations at least 1
   * @param seed of the drawings; each unit has its own stream of them
   * @throws UserFault where all values are equal, or there are fewer than four
   */
  public static LocalMoran of(
      double[] values, SpatialWeights weights, int permutations, long seed) {
    Sample sample = new Sample(values, weights.size());
    int n = sample.size();
    double[] lags = new double[n];
    for (int i = 0; i < n; i++) {
      lags[i] = weights.lag(i, sample.deviations);
    }
    double[] tying = Lots.tying(values);
    long[] seeds = new SplittableRandom(seed).longs(n).toArray();
    double[] p =
        IntStream.range(0, n)
            .parallel()
            .mapToDouble(
                i -> permuted(i, tying, weights, permutations, new SplittableRandom(seeds[i])))
            .toArray();
    return new LocalMoran(sample, weights, lags, p);
  }

  public int size() {
    return lags.length;
  }

  /** I_i; 0 for a unit without neighbours. */
  public double statistic(int unit) {
    return sample.deviations[unit] / sample.variance * lags[unit];
  }

  /** z of I_i under conditional randomisation; NaN for a unit without neighbours or at the mean. */
  public double z(int unit) {
    double n = sample.size();
    double z = sample.deviations[unit];
    double sum = weights.rowSum(unit);
    double expected = -z * z * sum / ((n - 1) * sample.variance);
    double factor = z / sample.variance;
    double variance =
        factor
            * factor
            * (n / (n - 2))
            * (weights.rowSquares(unit) - sum * sum / (n - 1))
            * (sample.variance - z * z / (n - 1));
    return (statistic(unit) - expected) / Math.sqrt(variance);
  }

  /** Two-sided permutation p; NaN for a unit without neighbours. */
  public double p(int unit) {
    return p[unit];
  }

  /** All p, in the order of the units. */
  public double[] p() {
    return p.clone();
  }

  public Quadrant quadrant(int unit) {
    boolean high = sample.deviations[unit] > 0;
    if (lags[unit] > 0) {
      return high ? Quadrant.HIGH_HIGH : Quadrant.LOW_HIGH;
    }
    return high ? Quadrant.HIGH_LOW : Quadrant.LOW_LOW;
  }

  /**
   * Only sums are compared, not the statistics themselves: with even weights they are sums of the
   * values, which tie exactly.
   */
  private static double permuted(
      int unit, double[] values, SpatialWeights weights, int drawings, SplittableRandom lot) {
    int[] neighbours = weights.neighbours(unit);
    int count = neighbours.length;
    if (count == 0) {
      return Double.NaN;
    }
    double[] row = weights.isEvenRow(unit) ? null : weights.row(unit);
    double[] around = new double[count];
    for (int k = 0; k < count; k++) {
      around[k] = values[neighbours[k]];
    }
    double observed = sum(around, count, row);
    double[] others = new double[values.length - 1];
    System.arraycopy(values, 0, others, 0, unit);
    System.arraycopy(values, unit + 1, others, unit, others.length - unit);
    int atLeast = 0;
    int atMost = 0;
    for (int drawing = 0; drawing < drawings; drawing++) {
      Lots.shuffle(others, count, lot); // goes on from the last order, which is as good as any
      double sum = sum(others, count, row);
      atLeast += sum >= observed ? 1 : 0;
      atMost += sum <= observed ? 1 : 0;
    }
    return Lots.twoSided(atLeast, atMost, drawings);
  }

  private static double sum(double[] values, int count, double[] row) {
    double sum = 0;
    for (int k = 0; k < count; k++) {
      sum += row == null ? values[k] : row[k] * values[k];
    }
    return sum;
  }
}

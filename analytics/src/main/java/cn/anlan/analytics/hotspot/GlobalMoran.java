package cn.anlan.analytics.hotspot;

import cn.anlan.geo.fault.UserFault;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Global Moran's I: whether like values lie side by side over the whole map.
 *
 * <p>I = (n/S0)·Σ_i z_i Σ_j w_ij z_j / Σ z_i². Expectation and both variances (values normal;
 * values shuffled, "randomisation") after Cliff and Ord, Spatial Processes (1981), 1.35–1.44, as in
 * R spdep {@code moran.test} and PySAL {@code esda.Moran}. Units without neighbours stay in n and
 * in the mean and add nothing to the sum (PySAL's way; spdep takes them out of n by default).
 *
 * @param i the statistic
 * @param expected −1/(n − 1), what chance gives
 * @param varNormal variance under normality
 * @param varRandom variance under randomisation
 * @param permutations how many times the values were shuffled over all units; 0 for not at all
 * @param pPermutation two-sided, 2·min((#I* ≥ I)+1, (#I* ≤ I)+1)/(permutations+1), at most 1;
 *     esda's {@code p_sim} is one-sided, about half of it. NaN without permutations
 */
public record GlobalMoran(
    double i,
    double expected,
    double varNormal,
    double varRandom,
    int permutations,
    double pPermutation) {

  /**
   * @param permutations 0 or more
   * @param seed of the shuffles
   * @throws UserFault where all values are equal, there are fewer than four, or nobody has a
   *     neighbour
   */
  public static GlobalMoran of(
      double[] values, SpatialWeights weights, int permutations, long seed) {
    Sample sample = new Sample(values, weights.size());
    double s0 = weights.s0();
    if (s0 == 0) {
      throw new UserFault(
          "没有任何单元有邻居 (no unit has a neighbour)", "加大距离，或用最近 k 个 (a wider band, or the k nearest)");
    }
    double n = sample.size();
    double i = statistic(sample.deviations, sample.variance, weights, s0);
    double expected = -1 / (n - 1);
    double s1 = weights.s1();
    double s2 = weights.s2();
    double varNormal =
        (n * n * s1 - n * s2 + 3 * s0 * s0) / (s0 * s0 * (n * n - 1)) - expected * expected;
    double kurtosis = sample.fourthMoment / (sample.variance * sample.variance);
    double varRandom =
        (n * ((n * n - 3 * n + 3) * s1 - n * s2 + 3 * s0 * s0)
                    - kurtosis * (n * (n - 1) * s1 - 2 * n * s2 + 6 * s0 * s0))
                / ((n - 1) * (n - 2) * (n - 3) * s0 * s0)
            - expected * expected;
    double p =
        permutations == 0
            ? Double.NaN
            : permuted(i, sample, weights, s0, new SplittableRandom(seed), permutations);
    return new GlobalMoran(i, expected, varNormal, varRandom, permutations, p);
  }

  /** z under normality. */
  public double zNormal() {
    return (i - expected) / Math.sqrt(varNormal);
  }

  /** z under randomisation. */
  public double zRandom() {
    return (i - expected) / Math.sqrt(varRandom);
  }

  /** Two-sided p under normality. */
  public double pNormal() {
    return Normal.twoSided(zNormal());
  }

  /** Two-sided p under randomisation. */
  public double pRandom() {
    return Normal.twoSided(zRandom());
  }

  private static double statistic(
      double[] deviations, double variance, SpatialWeights weights, double s0) {
    double sum = 0;
    for (int unit = 0; unit < deviations.length; unit++) {
      sum += deviations[unit] * weights.lag(unit, deviations);
    }
    return sum / (s0 * variance);
  }

  private static double permuted(
      double observed,
      Sample sample,
      SpatialWeights weights,
      double s0,
      SplittableRandom seeds,
      int permutations) {
    long[] seedOf = seeds.longs(permutations).toArray();
    double[] drawn =
        IntStream.range(0, permutations)
            .parallel()
            .mapToDouble(
                p -> {
                  double[] shuffled = sample.deviations.clone();
                  Lots.shuffle(shuffled, shuffled.length, new SplittableRandom(seedOf[p]));
                  return statistic(shuffled, sample.variance, weights, s0);
                })
            .toArray();
    int atLeast = 0;
    int atMost = 0;
    for (double i : drawn) {
      atLeast += i >= observed ? 1 : 0;
      atMost += i <= observed ? 1 : 0;
    }
    return Lots.twoSided(atLeast, atMost, permutations);
  }
}

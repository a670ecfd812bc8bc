package cn.anlan.analytics.statistics;

import org.apache.commons.math3.distribution.BinomialDistribution;

/**
 * Whether two counts differ by more than chance: exact and conditional on their sum. Of y₁ + y₂
 * events that come at one rate, y₁ ~ Bin(y₁ + y₂, e₁/(e₁ + e₂)).
 *
 * <p>It holds for Poisson counts. Where counts scatter more than that (deaths do, for one accident
 * may bring several) it calls too much a change; {@link DispersionTest} tells, and {@link
 * NegativeBinomialRegression} is the way then.
 *
 * <p>Source: J. Przyborowski and H. Wilenski, Homogeneity of results in testing samples from
 * Poisson series, Biometrika 31 (1940) 313-323; two-sided as {@code binom.test} of R: the
 * probability of all outcomes that are no more likely than the one observed.
 */
public final class BinomialChangeTest {
  /** Outcomes as likely as the observed one but for rounding belong to it (as in R). */
  private static final double ROUNDING = 1 + 1e-7;

  private BinomialChangeTest() {}

  /** The two-sided p for equal exposures, 0..1; 1 where nothing happened in either. */
  public static double pValue(long first, long second) {
    return pValue(first, 1, second, 1);
  }

  /**
   * The two-sided p, 0..1; 1 where nothing happened in either.
   *
   * @param firstExposure days, residents or vehicles in which {@code first} events happened
   * @throws IllegalArgumentException for a negative count, an exposure that is not positive, or
   *     more than two thousand million events
   */
  public static double pValue(
      long first, double firstExposure, long second, double secondExposure) {
    if (first < 0 || second < 0 || first + second > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("not counts: " + first + ", " + second);
    }
    if (!(firstExposure > 0) || !(secondExposure > 0)) {
      throw new IllegalArgumentException("not exposures: " + firstExposure + ", " + secondExposure);
    }
    int all = (int) (first + second);
    if (all == 0) {
      return 1;
    }
    BinomialDistribution byChance =
        new BinomialDistribution(null, all, firstExposure / (firstExposure + secondExposure));
    double most = byChance.logProbability((int) first) + Math.log(ROUNDING);
    // The likelihood rises to one peak and falls, so both tails are found by bisection.
    int peak = (int) Math.floor((all + 1) * byChance.getProbabilityOfSuccess());
    double lower = byChance.cumulativeProbability(lastBelow(byChance, most, peak));
    int from = firstAbove(byChance, most, peak, all);
    double upper = from > all ? 0 : 1 - byChance.cumulativeProbability(from - 1);
    return from == 0 ? 1 : Math.min(1, lower + upper);
  }

  /** The greatest outcome left of the peak that is no more likely than {@code most}, or -1. */
  private static int lastBelow(BinomialDistribution byChance, double most, int peak) {
    int low = -1;
    int high = Math.max(0, peak);
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (byChance.logProbability(middle) <= most) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return byChance.logProbability(high) <= most && high <= peak ? high : low;
  }

  /** The least outcome right of the peak that is no more likely than {@code most}. */
  private static int firstAbove(BinomialDistribution byChance, double most, int peak, int all) {
    int low = Math.min(peak, all);
    int high = all + 1;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (byChance.logProbability(middle) <= most) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }
}

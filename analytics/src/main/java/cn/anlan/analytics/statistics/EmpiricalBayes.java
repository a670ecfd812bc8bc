package cn.anlan.analytics.statistics;

/**
 * Rates of small regions drawn towards the common rate, as far as chance explains their
 * differences: global empirical Bayes by the method of moments.
 *
 * <p>With counts y, exposures n and rates r = y/n: m = Σy/Σn; s² = Σn(r−m)²/Σn; A = max(0, s² −
 * m/n̄); θ = m + A/(A + m/n)·(r−m). Where chance explains all differences (s² ≤ m/n̄), A is 0 and
 * every region has the pooled rate m.
 *
 * <p>Source: R. J. Marshall, Mapping disease and mortality rates using empirical Bayes estimators,
 * Applied Statistics 40 (1991) 283-294. Agrees with {@code EBest} of R spdep (family poisson) and
 * {@code Empirical_Bayes} of PySAL esda.
 *
 * @param pooledRate m, events per unit of exposure; NaN where no region has an exposure
 * @param betweenVariance A ≥ 0, the variance of the true rates between regions; 0 means that only
 *     the pooled rate can be told
 */
public record EmpiricalBayes(double pooledRate, double betweenVariance) {

  /**
   * Estimates m and A. A region without exposure (zero population, no enterprises) tells nothing
   * and is left out of n̄.
   *
   * @param counts events of each region
   * @param exposures residents, enterprises or years in the same order
   * @throws IllegalArgumentException for arrays of different length, a negative or undefined
   *     number, or events where nothing is exposed
   */
  public static EmpiricalBayes fit(double[] counts, double[] exposures) {
    if (counts.length != exposures.length) {
      throw new IllegalArgumentException(
          counts.length + " counts for " + exposures.length + " exposures");
    }
    int exposed = 0;
    double events = 0;
    double exposure = 0;
    for (int i = 0; i < counts.length; i++) {
      requireSound(counts[i], exposures[i]);
      if (exposures[i] > 0) {
        exposed++;
        events += counts[i];
        exposure += exposures[i];
      }
    }
    if (exposed == 0) {
      return new EmpiricalBayes(Double.NaN, 0);
    }
    double mean = events / exposure;
    double squares = 0;
    for (int i = 0; i < counts.length; i++) {
      if (exposures[i] > 0) {
        double off = counts[i] / exposures[i] - mean;
        squares += exposures[i] * off * off;
      }
    }
    double byChance = mean * exposed / exposure;
    return new EmpiricalBayes(mean, Math.max(0, squares / exposure - byChance));
  }

  /**
   * The smoothed rate θ of one region; the pooled rate where it has no exposure.
   *
   * @throws IllegalArgumentException as {@link #fit}
   */
  public double rate(double count, double exposure) {
    requireSound(count, exposure);
    if (exposure == 0 || betweenVariance == 0) {
      return pooledRate;
    }
    return pooledRate + weight(exposure) * (count / exposure - pooledRate);
  }

  /**
   * How much a region's own rate counts, 0 (only the pooled rate) to 1 (only its own): A/(A + m/n).
   */
  public double weight(double exposure) {
    return exposure == 0 || betweenVariance == 0
        ? 0
        : betweenVariance / (betweenVariance + pooledRate / exposure);
  }

  private static void requireSound(double count, double exposure) {
    if (!(count >= 0 && count < Double.POSITIVE_INFINITY)
        || !(exposure >= 0 && exposure < Double.POSITIVE_INFINITY)
        || count > 0 && exposure == 0) {
      throw new IllegalArgumentException(
          "no rate can be told from %s events in an exposure of %s".formatted(count, exposure));
    }
  }
}

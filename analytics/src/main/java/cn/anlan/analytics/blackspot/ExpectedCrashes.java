package cn.anlan.analytics.blackspot;

/**
 * What a stretch may be expected to have (经验贝叶斯): its own count drawn towards what like roads with
 * the same traffic have, w = 1/(1 + k·ΣNpred), Nexp = w·ΣNpred + (1 − w)·ΣNobs. Sources: E. Hauer,
 * D. W. Harwood, F. M. Council, M. S. Griffith, Estimating safety by the empirical Bayes method: a
 * tutorial, TRR 1784 (2002) 126-131; AASHTO Highway Safety Manual (2010), part C, appendix A.2.
 *
 * @param predicted ΣNpred, crashes in all years by the safety performance function
 * @param observed ΣNobs, crashes in the same years
 * @param weight w, 0 to 1: how much the prediction counts
 * @param expected Nexp, crashes in all years
 */
public record ExpectedCrashes(double predicted, double observed, double weight, double expected) {

  /**
   * @param predicted above 0
   * @param dispersion k of the stretch, Var = μ + kμ²; for a stretch of L km it is the function's k
   *     per kilometre divided by L
   * @param observed ≥ 0
   */
  public static ExpectedCrashes of(double predicted, double dispersion, double observed) {
    if (!(predicted > 0) || !(dispersion >= 0) || !(observed >= 0)) {
      throw new IllegalArgumentException(
          "predicted " + predicted + ", k " + dispersion + ", observed " + observed);
    }
    double weight = 1 / (1 + dispersion * predicted);
    return new ExpectedCrashes(
        predicted, observed, weight, weight * predicted + (1 - weight) * observed);
  }

  /** Nexp − Npred: crashes in all years beyond what like roads have; the ranking goes by it. */
  public double excess() {
    return expected - predicted;
  }

  /** One standard deviation of the expected number. */
  public double standardDeviation() {
    return Math.sqrt((1 - weight) * expected);
  }
}

package cn.anlan.analytics.statistics;

import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.special.Gamma;

/**
 * The dispersion k of counts with known means, Var = μ + kμ², by maximum likelihood: the root of
 * the score in θ = 1/k, Σ ψ(y + θ) − ψ(θ) + ln(θ/(θ + μ)) + 1 − (y + θ)/(θ + μ) = 0.
 *
 * <p>Where the counts scatter no more than Poisson counts the likelihood has its maximum at k = 0,
 * which is the answer then (as it is for k below 6e-6). Source: J. F. Lawless, Negative binomial
 * and mixed Poisson regression, Canadian Journal of Statistics 15 (1987) 209-225; {@code theta.ml}
 * of R MASS. Relative accuracy 1e-10.
 */
public final class NegativeBinomialDispersion {
  private static final double LEAST_LOG_THETA = -12;
  private static final double GREATEST_LOG_THETA = 12;

  private NegativeBinomialDispersion() {}

  /**
   * @param counts y ≥ 0
   * @param means μ ≥ 0 of each; where 0, the count says nothing
   * @return k ≥ 0
   */
  public static double fit(double[] counts, double[] means) {
    if (counts.length != means.length) {
      throw new IllegalArgumentException(counts.length + " counts, " + means.length + " means");
    }
    // The score at k = 0 per unit of k: whether any more scatter than Poisson's makes them
    // likelier.
    double excess = 0;
    for (int i = 0; i < counts.length; i++) {
      double off = counts[i] - means[i];
      excess += off * off - counts[i];
    }
    UnivariateFunction score = log -> score(counts, means, Math.exp(log));
    if (excess <= 0 || score.value(GREATEST_LOG_THETA) >= 0) {
      return 0;
    }
    if (score.value(LEAST_LOG_THETA) <= 0) {
      return Math.exp(-LEAST_LOG_THETA);
    }
    return Math.exp(
        -new BrentSolver(1e-12, 1e-12).solve(200, score, LEAST_LOG_THETA, GREATEST_LOG_THETA, 0));
  }

  private static double score(double[] counts, double[] means, double theta) {
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      if (means[i] > 0) {
        sum +=
            Gamma.digamma(counts[i] + theta)
                - Gamma.digamma(theta)
                - Math.log1p(means[i] / theta)
                + (means[i] - counts[i]) / (theta + means[i]);
      }
    }
    return sum;
  }
}

package cn.anlan.analytics.statistics;

import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;

/**
 * The distribution of a count with mean μ and variance μ + kμ²: negative binomial (NB2), and
 * Poisson at k = 0.
 *
 * <p>P(X ≤ x) is the regularised incomplete beta function I(r/(r + μ); r, x + 1) with r = 1/k.
 * Source: N. L. Johnson, A. W. Kemp, S. Kotz, Univariate Discrete Distributions, 3rd ed. 2005, ch.
 * 5.
 *
 * @param mean μ ≥ 0
 * @param dispersion k ≥ 0
 */
public record CountDistribution(double mean, double dispersion) {
  /** Below this the two distributions agree to more digits than anybody asks for. */
  private static final double POISSON = 1e-9;

  public CountDistribution {
    if (!(mean >= 0 && mean < Double.POSITIVE_INFINITY)
        || !(dispersion >= 0 && dispersion < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("mean " + mean + ", dispersion " + dispersion);
    }
  }

  /** P(X ≤ x); 0 below zero. */
  public double atMost(long x) {
    if (x < 0) {
      return 0;
    }
    if (mean == 0) {
      return 1;
    }
    if (dispersion < POISSON) {
      return Gamma.regularizedGammaQ(x + 1.0, mean);
    }
    double r = 1 / dispersion;
    return Beta.regularizedBeta(r / (r + mean), r, x + 1.0);
  }

  /** P(X ≥ x), from the other tail so that small probabilities keep their digits. */
  public double atLeast(long x) {
    if (x <= 0) {
      return 1;
    }
    if (mean == 0) {
      return 0;
    }
    if (dispersion < POISSON) {
      return Gamma.regularizedGammaP(x, mean);
    }
    double r = 1 / dispersion;
    return Beta.regularizedBeta(mean / (r + mean), x, r);
  }

  /** ln P(X = x) for x ≥ 0. */
  public double logProbability(long x) {
    if (mean == 0) {
      return x == 0 ? 0 : Double.NEGATIVE_INFINITY;
    }
    if (dispersion < POISSON) {
      return new PoissonDistribution(mean).logProbability((int) x);
    }
    double r = 1 / dispersion;
    return Gamma.logGamma(x + r)
        - Gamma.logGamma(r)
        - Gamma.logGamma(x + 1.0)
        - r * Math.log1p(mean / r)
        - x * Math.log1p(r / mean);
  }

  /** The least x with P(X ≤ x) ≥ p. */
  public long quantile(double p) {
    if (!(p >= 0 && p < 1)) {
      throw new IllegalArgumentException("no quantile for probability " + p);
    }
    long high = 1;
    while (atMost(high) < p) {
      high *= 2;
    }
    long low = -1;
    while (high - low > 1) {
      long middle = (low + high) >>> 1;
      if (atMost(middle) >= p) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }
}

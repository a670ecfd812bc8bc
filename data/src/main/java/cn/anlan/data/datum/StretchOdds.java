package cn.anlan.data.datum;

import java.util.List;

/**
 * Odds between hypotheses from stretches of boundary that are independent of one another, but for
 * the rate of wrong names, which is the whole file's and averaged over.
 *
 * @param log natural logarithm of each stretch's likelihood, by hypothesis and rate
 * @param ratePrior of each rate
 */
record StretchOdds(List<double[][]> log, double[] ratePrior) {
  private static final double[][] NOTHING_LEFT_OUT = null;

  /** Of all stretches together. */
  double logLikelihood(Hypothesis h) {
    return sum(h, NOTHING_LEFT_OUT);
  }

  /**
   * Logarithm of the odds of one hypothesis against another that are left when the one stretch that
   * tells most for it is left out: a single border drawn badly, or a single park that is governed
   * from elsewhere, never decides. At most the odds of all stretches.
   */
  double logOdds(Hypothesis one, Hypothesis other) {
    double least = logLikelihood(one) - logLikelihood(other);
    for (double[][] stretch : log) {
      least = Math.min(least, sum(one, stretch) - sum(other, stretch));
    }
    return least;
  }

  private double sum(Hypothesis h, double[][] leftOut) {
    double[] byRate = new double[ratePrior.length];
    for (int r = 0; r < byRate.length; r++) {
      byRate[r] = Math.log(ratePrior[r]);
      for (double[][] stretch : log) {
        byRate[r] += stretch == leftOut ? 0 : stretch[h.ordinal()][r];
      }
    }
    return logSum(byRate);
  }

  /** Logarithm of the sum of numbers given by their logarithms. */
  static double logSum(double[] logs) {
    double largest = Double.NEGATIVE_INFINITY;
    for (double log : logs) {
      largest = Math.max(largest, log);
    }
    double sum = 0;
    for (double log : logs) {
      sum += Math.exp(log - largest);
    }
    return largest + Math.log(sum);
  }
}

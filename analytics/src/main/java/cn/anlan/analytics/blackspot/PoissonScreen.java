package cn.anlan.analytics.blackspot;

import org.apache.commons.math3.distribution.PoissonDistribution;

/**
 * The Poisson method (泊松法): a stretch is put forward where as many crashes as it has, or more,
 * would come about by chance with a probability below α, if its mean were μ.
 *
 * @param alpha 0 to 1, both excluded
 */
public record PoissonScreen(double alpha) {
  public PoissonScreen {
    if (!(alpha > 0 && alpha < 1)) {
      throw new IllegalArgumentException("alpha must be between 0 and 1, is " + alpha);
    }
  }

  /** P(X ≥ count), X ~ Poisson(μ); 1 for a count of 0. */
  public static double chance(double mean, int count) {
    if (!(mean >= 0) || count < 0) {
      throw new IllegalArgumentException("no chance of " + count + " at a mean of " + mean);
    }
    if (count == 0) {
      return 1;
    }
    return mean == 0 ? 0 : 1 - new PoissonDistribution(mean).cumulativeProbability(count - 1);
  }

  /** The least number of crashes that is put forward at a mean. */
  public int threshold(double mean) {
    int count = 1;
    while (chance(mean, count) >= alpha) {
      count++;
    }
    return count;
  }
}

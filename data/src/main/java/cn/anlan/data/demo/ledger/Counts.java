package cn.anlan.data.demo.ledger;

import java.util.Random;

/** Random counts. */
final class Counts {
  private Counts() {}

  /** Poisson of a mean, by Knuth's product for small means and a rounded normal above 200. */
  static int poisson(double mean, Random random) {
    if (mean > 200) {
      return (int) Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
    }
    double limit = Math.exp(-mean);
    int count = -1;
    for (double product = 1; product > limit; count++) {
      product *= random.nextDouble();
    }
    return count;
  }
}

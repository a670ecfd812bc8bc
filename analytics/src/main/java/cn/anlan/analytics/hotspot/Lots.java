package cn.anlan.analytics.hotspot;

import java.util.SplittableRandom;

/** Drawing by lot, and what drawings say. */
final class Lots {
  private Lots() {}

  /** Makes the first {@code count} values a random choice of all, in random order. */
  static void shuffle(double[] values, int count, SplittableRandom lot) {
    int last = Math.min(count, values.length - 1);
    for (int k = 0; k < last; k++) {
      // A multiplication instead of a division; uneven by less than values.length in 2^32.
      int other = k + (int) ((lot.nextLong() >>> 32) * (values.length - k) >>> 32);
      double drawn = values[other];
      values[other] = values[k];
      values[k] = drawn;
    }
  }

  /**
   * A two-sided permutation p: what was observed counts as one of the drawings, and ties on both
   * sides, so that it is never too small and never 0 (Phipson and Smyth, Stat. Appl. Genet. Mol.
   * Biol. 9(1) 39, 2010).
   */
  static double twoSided(int atLeast, int atMost, int drawings) {
    return Math.min(1, 2 * (Math.min(atLeast, atMost) + 1.0) / (drawings + 1.0));
  }

  /**
   * The values on one binary grid, fine enough that none changes by more than a 2⁻⁵⁰th of their
   * sum: sums of them are then exact in any order, and equal sums are equal.
   */
  static double[] tying(double[] values) {
    double all = 0;
    for (double value : values) {
      all += Math.abs(value);
    }
    if (all == 0 || !Double.isFinite(all)) {
      return values.clone();
    }
    double step = Math.scalb(1.0, Math.getExponent(all) - 51);
    double[] tying = new double[values.length];
    for (int i = 0; i < tying.length; i++) {
      tying[i] = Math.rint(values[i] / step) * step;
    }
    return tying;
  }
}

package cn.anlan.analytics.statistics;

import java.util.Arrays;

/**
 * Benjamini–Hochberg: of many p-values which may be called findings so that on average no more than
 * a share q of these is due to chance (J. R. Statist. Soc. B 57(1), 1995). Adjusted as R's {@code
 * p.adjust(p, "BH")}: the least q at which a test would be a finding. Valid for independent tests
 * and for positively dependent ones, as those of neighbouring units are (Benjamini and Yekutieli
 * 2001).
 */
public final class FalseDiscovery {
  private FalseDiscovery() {}

  /**
   * Adjusted p-values in the order of the given ones, each between its own p and 1. NaN stays NaN
   * and does not count as a test.
   */
  public static double[] adjusted(double[] p) {
    double[] sorted = Arrays.stream(p).filter(value -> !Double.isNaN(value)).sorted().toArray();
    int tests = sorted.length;
    double[] adjusted = new double[tests];
    double least = 1;
    for (int rank = tests; rank > 0; rank--) {
      least = Math.min(least, sorted[rank - 1] * tests / rank);
      adjusted[rank - 1] = least;
    }
    // Equal p have equal results, whichever of them is found.
    return Arrays.stream(p)
        .map(v -> Double.isNaN(v) ? v : adjusted[Arrays.binarySearch(sorted, v)])
        .toArray();
  }
}

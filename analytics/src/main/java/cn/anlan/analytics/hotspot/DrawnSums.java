package cn.anlan.analytics.hotspot;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * What the sum of a unit and its neighbours would be if the values were dealt out by lot: the
 * permutation distribution behind Gi* with binary weights. It depends only on how many units the
 * neighbourhood has, so one set of drawings serves all neighbourhoods of a size, and a p-value of a
 * cell costs a search, not a thousand shuffles. Unconditional: the unit's own value is dealt out
 * too, for Gi* takes it in.
 */
final class DrawnSums {
  private final double[] values;
  private final int drawings;
  private final long seed;
  private final Map<Integer, double[]> sortedBySize = new HashMap<>();

  /**
   * @param drawings for each size of neighbourhood; the least p is 2/(drawings + 1)
   */
  DrawnSums(double[] values, int drawings, long seed) {
    this.values = values.clone();
    this.drawings = drawings;
    this.seed = seed;
  }

  /**
   * Two-sided p of a sum.
   *
   * @param size units in the neighbourhood, the unit itself included
   */
  double p(double sum, int size) {
    double[] sorted = sortedBySize.computeIfAbsent(size, this::draw);
    int below = lowerBound(sorted, sum, false);
    int atMost = lowerBound(sorted, sum, true);
    return Lots.twoSided(drawings - below, atMost, drawings);
  }

  private double[] draw(int size) {
    SplittableRandom lot = new SplittableRandom(seed ^ (0x5851F42D4C957F2DL * size));
    double[] dealt = values.clone();
    double[] sums = new double[drawings];
    for (int d = 0; d < drawings; d++) {
      Lots.shuffle(dealt, size, lot);
      for (int k = 0; k < size; k++) {
        sums[d] += dealt[k];
      }
    }
    Arrays.sort(sums);
    return sums;
  }

  /** How many are below the sum, or, where {@code orEqual}, not above it. */
  private static int lowerBound(double[] sorted, double sum, boolean orEqual) {
    int from = 0;
    int to = sorted.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (sorted[middle] < sum || orEqual && sorted[middle] == sum) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }
}

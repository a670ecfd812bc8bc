package cn.anlan.analytics.hotspot;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * What the sum of a unit and its neighbours would be if the values were dealt out over the units by
 * lot: the permutation distribution behind Gi* with binary weights. It depends only on how many
 * units the neighbourhood has, so one distribution serves all neighbourhoods of a size, and a unit
 * costs a search instead of a thousand shuffles. Unconditional: the unit's own value is dealt out
 * too, for Gi* takes it in.
 *
 * <p>Where the values are counts the distributions are exact ({@link ExactSums}): no lot is drawn,
 * and what is nearly impossible has its true p, however many units are tested. Otherwise, and where
 * that would be too much to compute, each size has the given number of drawings, and no p is less
 * than 2/(drawings + 1).
 */
final class DealtSums {
  /** Steps of the exact computation that are worth a second. */
  private static final double MOST_STEPS = 3e8;

  /** A distribution: sums in ascending order and how probable each is. */
  private record Distribution(double[] sums, double[] atMost, double[] atLeast) {
    double p(double sum) {
      int at = Arrays.binarySearch(sums, sum);
      int from = at >= 0 ? at : -at - 1; // the first that is not below
      int to = at >= 0 ? at : -at - 2; // the last that is not above
      double high = from < sums.length ? atLeast[from] : 0;
      double low = to >= 0 ? atMost[to] : 0;
      return Math.min(1, 2 * Math.min(high, low));
    }
  }

  private final Map<Integer, Distribution> bySize = new HashMap<>();
  private final boolean exact;
  private final int drawings;

  /**
   * @param values each on one binary grid ({@link Lots#tying}), so that equal sums are equal
   * @param sizes of the neighbourhoods that will be asked for, the unit itself included
   * @param drawings for each size, where the values are no counts
   */
  DealtSums(double[] values, int[] sizes, int drawings, long seed) {
    int[] distinct = Arrays.stream(sizes).distinct().sorted().toArray();
    this.drawings = drawings;
    this.exact = ExactSums.areCounts(values) && ExactSums.steps(values, distinct) <= MOST_STEPS;
    for (int size : distinct) {
      bySize.put(size, exact ? exact(values, size) : drawn(values, size, drawings, seed));
    }
  }

  /** Whether the distributions are exact, and nothing was drawn. */
  boolean isExact() {
    return exact;
  }

  /** Two-sided p of a sum: twice the smaller tail, the sum itself in both. */
  double p(double sum, int size) {
    double p = bySize.get(size).p(sum);
    return exact ? p : Math.min(1, (p * drawings + 2) / (drawings + 1.0));
  }

  /** How probable it is that a neighbourhood of the size has a p below alpha by chance alone. */
  double chanceBelow(double alpha, int size) {
    Distribution all = bySize.get(size);
    double chance = 0;
    for (int k = 0; k < all.sums.length; k++) {
      double before = k == 0 ? 0 : all.atMost[k - 1];
      if (p(all.sums[k], size) < alpha) {
        chance += all.atMost[k] - before;
      }
    }
    return chance;
  }

  private static Distribution exact(double[] values, int size) {
    double[] chances = ExactSums.distribution(values, size);
    int[] possible = new int[chances.length];
    int count = 0;
    for (int sum = 0; sum < chances.length; sum++) {
      if (chances[sum] > 0) {
        possible[count++] = sum;
      }
    }
    double[] sums = new double[count];
    double[] weights = new double[count];
    for (int k = 0; k < count; k++) {
      sums[k] = possible[k];
      weights[k] = chances[possible[k]];
    }
    return cumulated(sums, weights);
  }

  private static Distribution drawn(double[] values, int size, int drawings, long seed) {
    SplittableRandom lot = new SplittableRandom(seed ^ (0x5851F42D4C957F2DL * size));
    double[] dealt = values.clone();
    TreeMap<Double, Integer> counts = new TreeMap<>();
    for (int d = 0; d < drawings; d++) {
      Lots.shuffle(dealt, size, lot);
      double sum = 0;
      for (int k = 0; k < size; k++) {
        sum += dealt[k];
      }
      counts.merge(sum, 1, Integer::sum);
    }
    return cumulated(
        counts.keySet().stream().mapToDouble(Double::doubleValue).toArray(),
        counts.values().stream().mapToDouble(n -> (double) n / drawings).toArray());
  }

  /** Tails are added up from their thin ends, so that small ones are exact. */
  private static Distribution cumulated(double[] sums, double[] weights) {
    double[] atMost = weights.clone();
    double[] atLeast = weights.clone();
    for (int k = 1; k < weights.length; k++) {
      atMost[k] += atMost[k - 1];
    }
    for (int k = weights.length - 2; k >= 0; k--) {
      atLeast[k] += atLeast[k + 1];
    }
    return new Distribution(sums, atMost, atLeast);
  }
}

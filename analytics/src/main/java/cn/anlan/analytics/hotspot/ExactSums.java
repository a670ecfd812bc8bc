package cn.anlan.analytics.hotspot;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.distribution.HypergeometricDistribution;

/**
 * The exact distribution of the sum of m counts drawn without replacement: value by value, how many
 * of the m it takes is hypergeometric given what is left, and sums add up.
 */
final class ExactSums {
  private static final double MOST = 1_000_000;

  private ExactSums() {}

  /** Whether all values are whole numbers from 0 to 1,000,000. */
  static boolean areCounts(double[] values) {
    return Arrays.stream(values).allMatch(v -> v >= 0 && v <= MOST && v == Math.rint(v));
  }

  /** About how many steps the distributions of these sizes take. */
  static double steps(double[] values, int[] sizes) {
    Map<Integer, Integer> counts = counts(values);
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double steps = 0;
    for (int size : sizes) {
      double taken = counts.values().stream().mapToDouble(n -> Math.min(n, size)).sum();
      steps += taken * size * (greatest(sorted, size) + 1);
    }
    return steps;
  }

  /** Of each sum from 0 on how probable it is. */
  static double[] distribution(double[] values, int size) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int most = (int) greatest(sorted, size);
    double[][] chances = new double[size + 1][most + 1]; // by how many are drawn, and their sum
    chances[0][0] = 1;
    int left = values.length;
    for (Map.Entry<Integer, Integer> value : counts(values).entrySet()) {
      deal(chances, value.getKey(), value.getValue(), left);
      left -= value.getValue();
    }
    double[] sums = new double[most + 1]; // whatever is still to be drawn is 0
    for (double[] ofCount : chances) {
      for (int sum = 0; sum <= most; sum++) {
        sums[sum] += ofCount[sum];
      }
    }
    return sums;
  }

  private static void deal(double[][] chances, int value, int times, int left) {
    int size = chances.length - 1;
    for (int drawn = size - 1; drawn >= 0; drawn--) {
      int open = size - drawn;
      if (open > left) {
        continue; // cannot be: so many were dealt before that fewer are open
      }
      HypergeometricDistribution taking = new HypergeometricDistribution(null, left, times, open);
      double[] from = chances[drawn];
      for (int k = Math.min(open, times); k > 0; k--) {
        double chance = taking.probability(k);
        double[] to = chances[drawn + k];
        int further = k * value;
        for (int sum = 0; sum + further < to.length; sum++) {
          to[sum + further] += from[sum] * chance;
        }
      }
      double none = taking.probability(0);
      for (int sum = 0; sum < from.length; sum++) {
        from[sum] *= none;
      }
    }
  }

  /** The values above 0 and how often each stands there. */
  private static Map<Integer, Integer> counts(double[] values) {
    Map<Integer, Integer> counts = new TreeMap<>();
    for (double value : values) {
      if (value > 0) {
        counts.merge((int) value, 1, Integer::sum);
      }
    }
    return counts;
  }

  private static double greatest(double[] sorted, int size) {
    double sum = 0;
    for (int k = Math.max(0, sorted.length - size); k < sorted.length; k++) {
      sum += sorted[k];
    }
    return sum;
  }
}

package cn.anlan.data.demo.ground;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Divides a whole number by weights, by the largest remainders (Hare–Niemeyer). */
final class Apportion {
  private Apportion() {}

  /**
   * @param total at least the number of weights: every part gets at least 1
   * @return parts that add up to the total
   */
  static long[] divide(long total, double[] weights) {
    double sum = Arrays.stream(weights).sum();
    long spread = total - weights.length;
    long[] parts = new long[weights.length];
    double[] remainders = new double[weights.length];
    long given = 0;
    for (int i = 0; i < parts.length; i++) {
      double share = spread * weights[i] / sum;
      parts[i] = 1 + (long) share;
      remainders[i] = share - (long) share;
      given += parts[i];
    }
    int[] order =
        IntStream.range(0, parts.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -remainders[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int i = 0; given < total; i = (i + 1) % order.length, given++) {
      parts[order[i]]++;
    }
    return parts;
  }
}

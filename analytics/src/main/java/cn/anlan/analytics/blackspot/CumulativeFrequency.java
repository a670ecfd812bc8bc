package cn.anlan.analytics.blackspot;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Cumulative frequency (累计频率法): the stretches with the highest density of crashes that together
 * have a given share of all of them. Stretches as dense as the last one taken are taken too, so
 * that the answer does not depend on the order in which they are given.
 */
public final class CumulativeFrequency {
  private CumulativeFrequency() {}

  /**
   * @param crashes of each stretch
   * @param lengthM of each, above 0
   * @param share of all crashes, 0 to 1
   * @return whether each stretch is among the worst; none where there is no crash
   */
  public static boolean[] worst(int[] crashes, double[] lengthM, double share) {
    if (crashes.length != lengthM.length || !(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("lengths differ, or no share: " + share);
    }
    double[] density = new double[crashes.length];
    for (int i = 0; i < density.length; i++) {
      density[i] = crashes[i] / lengthM[i];
    }
    List<Integer> order =
        IntStream.range(0, density.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> density[i]).reversed())
            .toList();
    boolean[] worst = new boolean[crashes.length];
    double wanted = share * IntStream.of(crashes).asLongStream().sum();
    long taken = 0;
    double last = Double.NaN;
    for (int i : order) {
      if (crashes[i] == 0 || (taken >= wanted && density[i] != last)) {
        break;
      }
      worst[i] = true;
      taken += crashes[i];
      last = density[i];
    }
    return worst;
  }
}

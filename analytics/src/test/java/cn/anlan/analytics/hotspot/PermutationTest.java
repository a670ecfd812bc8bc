package cn.anlan.analytics.hotspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Drawings by lot against every possible choice counted out, and against shuffling naively. */
class PermutationTest {
  private static final double[] VALUES = {4, 0, 7, 7, 1, 3, 0, 9, 2};
  private static final int DRAWINGS = 99_999;

  /** Each unit's neighbours are the next two round a ring. */
  private static SpatialWeights ring(int n) {
    int[][] neighbours = new int[n][];
    for (int i = 0; i < n; i++) {
      neighbours[i] = new int[] {(i + 1) % n, (i + 2) % n};
    }
    return SpatialWeights.binary(neighbours);
  }

  @Test
  void localMoranDrawsFromTheOthersWithoutReplacement() {
    LocalMoran local = LocalMoran.of(VALUES, ring(VALUES.length).rowStandardised(), DRAWINGS, 7);
    for (int i = 0; i < VALUES.length; i++) {
      double observed = VALUES[(i + 1) % 9] + VALUES[(i + 2) % 9];
      int atLeast = 0;
      int atMost = 0;
      int all = 0;
      for (int a = 0; a < 9; a++) {
        for (int b = a + 1; b < 9; b++) {
          if (a != i && b != i) {
            double sum = VALUES[a] + VALUES[b];
            atLeast += sum >= observed ? 1 : 0;
            atMost += sum <= observed ? 1 : 0;
            all++;
          }
        }
      }
      double exact = Math.min(1, 2.0 * Math.min(atLeast, atMost) / all);
      assertThat(local.p(i)).as("unit " + i).isCloseTo(exact, within(0.01));
    }
  }

  @Test
  void sumsOfGiStarAreDealtFromAllUnits() {
    DrawnSums sums = new DrawnSums(VALUES, DRAWINGS, 3);
    for (double observed : new double[] {1, 8, 14, 23}) {
      int atLeast = 0;
      int atMost = 0;
      int all = 0;
      for (int a = 0; a < 9; a++) {
        for (int b = a + 1; b < 9; b++) {
          for (int c = b + 1; c < 9; c++) {
            double sum = VALUES[a] + VALUES[b] + VALUES[c];
            atLeast += sum >= observed ? 1 : 0;
            atMost += sum <= observed ? 1 : 0;
            all++;
          }
        }
      }
      double exact = Math.min(1, 2.0 * Math.min(atLeast, atMost) / all);
      assertThat(sums.p(observed, 3)).as("sum " + observed).isCloseTo(exact, within(0.01));
    }
    assertThat(sums.p(1000, 3)).as("never 0").isEqualTo(2.0 / (DRAWINGS + 1));
  }

  @Test
  void sameSeedSameAnswer() {
    Published data = Published.read("columbus");
    SpatialWeights weights = data.binary().rowStandardised();
    assertThat(LocalMoran.of(data.values(), weights, 999, 5).p())
        .containsExactly(LocalMoran.of(data.values(), weights, 999, 5).p())
        .isNotEqualTo(LocalMoran.of(data.values(), weights, 999, 6).p());
    assertThat(GlobalMoran.of(data.values(), weights, 999, 5))
        .isEqualTo(GlobalMoran.of(data.values(), weights, 999, 5));
  }

  /** The crime of Columbus is no chance; the same values dealt out by lot are. */
  @Test
  void permutationsTellAPatternFromNone() {
    Published data = Published.read("columbus");
    SpatialWeights weights = data.binary().rowStandardised();
    assertThat(GlobalMoran.of(data.values(), weights, 999, 1).pPermutation()).isEqualTo(0.002);
    int small = 0;
    for (long seed = 0; seed < 40; seed++) {
      double[] dealt = data.values().clone();
      Random random = new Random(seed);
      for (int i = dealt.length - 1; i > 0; i--) {
        int j = random.nextInt(i + 1);
        double t = dealt[i];
        dealt[i] = dealt[j];
        dealt[j] = t;
      }
      small += GlobalMoran.of(dealt, weights, 199, seed).pPermutation() < 0.1 ? 1 : 0;
    }
    assertThat(small).as("of 40 without a pattern, p < 0.1").isBetween(0, 10);
  }
}

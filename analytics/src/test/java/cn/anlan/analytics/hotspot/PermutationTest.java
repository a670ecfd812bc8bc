package cn.anlan.analytics.hotspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  /** Counts exactly, other values by drawings; both against every choice of three counted out. */
  @ParameterizedTest
  @ValueSource(doubles = {1, 0.1})
  void sumsOfGiStarAreDealtFromAllUnits(double unit) {
    double[] values = Lots.tying(Arrays.stream(VALUES).map(v -> v * unit).toArray());
    DealtSums sums = new DealtSums(values, new int[] {3, 5, 3}, DRAWINGS, 3);
    assertThat(sums.isExact()).isEqualTo(unit == 1);
    double allowed = sums.isExact() ? 1e-12 : 0.01;
    double below = 0;
    for (int x = 0; x < 9; x++) {
      for (int y = x + 1; y < 9; y++) {
        for (int z = y + 1; z < 9; z++) {
          double observed = values[x] + values[y] + values[z];
          double exact = choicesOfThree(values, observed);
          assertThat(sums.p(observed, 3)).as("sum " + observed).isCloseTo(exact, within(allowed));
          below += exact < 0.3 ? 1.0 / 84 : 0;
        }
      }
    }
    assertThat(sums.chanceBelow(0.3, 3)).isCloseTo(below, within(allowed));
    assertThat(sums.p(1000, 3)).as("impossible").isEqualTo(unit == 1 ? 0 : 2.0 / (DRAWINGS + 1));
  }

  private static double choicesOfThree(double[] values, double observed) {
    int atLeast = 0;
    int atMost = 0;
    for (int a = 0; a < 9; a++) {
      for (int b = a + 1; b < 9; b++) {
        for (int c = b + 1; c < 9; c++) {
          double sum = values[a] + values[b] + values[c];
          atLeast += sum >= observed ? 1 : 0;
          atMost += sum <= observed ? 1 : 0;
        }
      }
    }
    return Math.min(1, 2.0 * Math.min(atLeast, atMost) / 84);
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

package cn.anlan.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;

class BinomialChangeTestTest {
  /** Ganzhou, January to November 2021 on 2020: accidents 99 on 131, deaths 104 on 112. */
  @Test
  void theFallOfAccidentsIsRealAndThatOfDeathsIsChance() {
    assertThat(BinomialChangeTest.pValue(99, 131)).isCloseTo(.0407, within(5e-5));
    assertThat(BinomialChangeTest.pValue(104, 112)).isCloseTo(.634, within(5e-4));
    assertThat(BinomialChangeTest.pValue(131, 99)).isCloseTo(.0407, within(5e-5));
  }

  @Test
  void nothingChangesWhereNothingHappensOrBothAreEqual() {
    assertThat(BinomialChangeTest.pValue(0, 0)).isEqualTo(1);
    assertThat(BinomialChangeTest.pValue(17, 17)).isEqualTo(1);
    assertThat(BinomialChangeTest.pValue(0, 1)).isEqualTo(1);
    assertThat(BinomialChangeTest.pValue(0, 10)).isCloseTo(2 / 1024.0, within(1e-12));
  }

  /** binom.test(682, 925, p = 0.75): the example of R's manual, p-value 0.3825. */
  @Test
  void unequalExposuresAsInTheManualOfR() {
    assertThat(BinomialChangeTest.pValue(682, 3, 243, 1)).isCloseTo(.3825, within(5e-5));
  }

  @Test
  void agreesWithAddingUpAllOutcomesThatAreNoMoreLikely() {
    long seed = 20_260_701;
    Random random = new Random(seed);
    for (int i = 0; i < 400; i++) {
      int a = random.nextInt(60);
      int b = random.nextInt(60) + (a == 0 ? 1 : 0);
      double share = 0.05 + 0.9 * random.nextDouble();
      assertThat(BinomialChangeTest.pValue(a, share, b, 1 - share))
          .as("seed %d, %d v %d, share %s", seed, a, b, share)
          .isCloseTo(summed(a, a + b, share), within(1e-9));
    }
  }

  private static double summed(int a, int n, double share) {
    BinomialDistribution d = new BinomialDistribution(null, n, share);
    double sum = 0;
    for (int k = 0; k <= n; k++) {
      if (d.probability(k) <= d.probability(a) * (1 + 1e-7)) {
        sum += d.probability(k);
      }
    }
    return Math.min(1, sum);
  }

  @Test
  void whatIsNoCountOrNoExposureIsRefused() {
    assertThatThrownBy(() -> BinomialChangeTest.pValue(-1, 3))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> BinomialChangeTest.pValue(1, 0, 3, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

package cn.anlan.analytics.blackspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The formulas against the specification's vectors and published examples. */
class BlackspotFormulasTest {
  @Test
  void theCriticalRateIsThatOfTheSpecification() {
    // A = 1.2, M = 3, K = 1.645: 1.2 + 1.645·√0.4 + 1/6
    assertThat(new CriticalRate(1.645, 1).of(1.2, 3)).isCloseTo(2.407, within(5e-4));
    assertThat(new CriticalRate(1.645, -1).of(1.2, 3)).isCloseTo(2.407 - 1 / 3.0, within(5e-4));
    assertThatThrownBy(() -> new CriticalRate(1.645, 1).of(1.2, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void thePoissonThresholdsAreThoseOfTheSpecification() {
    PoissonScreen screen = new PoissonScreen(0.05);
    assertThat(screen.threshold(0.5)).isEqualTo(3);
    assertThat(screen.threshold(1.5)).isEqualTo(5);
    assertThat(screen.threshold(3)).isEqualTo(7);
    assertThat(PoissonScreen.chance(3, 7)).isCloseTo(0.0335, within(1e-4));
    assertThat(PoissonScreen.chance(3, 0)).isEqualTo(1);
    assertThat(PoissonScreen.chance(0, 1)).isZero();
  }

  @Test
  void theEmpiricalBayesEstimateIsThatOfTheSpecification() {
    ExpectedCrashes expected = ExpectedCrashes.of(2.4, 0.5, 6);
    assertThat(expected.weight()).isCloseTo(0.4545, within(1e-4));
    assertThat(expected.expected()).isCloseTo(4.364, within(5e-4));
    assertThat(expected.excess()).isCloseTo(1.964, within(5e-4));
  }

  /** Hauer, Harwood, Council, Griffith 2002, TRR 1784: μ = 0.0224·ADT^0.564, φ = 2.05 per km. */
  @Test
  void hauersExamplesComeOutAsPublished() {
    SafetyPerformance spf = SafetyPerformance.given(Math.log(0.0224), 0.564, 1 / 2.05);
    ExpectedCrashes oneYear = spf.expect(4000, 1.8, 1, 12);
    assertThat(oneYear.expected()).isCloseTo(8.48, within(0.005));
    assertThat(oneYear.expected() / 1.8).isCloseTo(4.71, within(0.005));
    assertThat(oneYear.standardDeviation() / 1.8).isCloseTo(1.19, within(0.005));
    ExpectedCrashes threeYears = spf.expect(4000, 1.8, 3, 12 + 7 + 8);
    assertThat(threeYears.expected() / 3).isCloseTo(7.97, within(0.005));
    assertThat(threeYears.standardDeviation() / 3).isCloseTo(1.44, within(0.005));
    assertThat(threeYears.expected() / 3 / 1.8).isCloseTo(4.43, within(0.005));
  }

  /** G105 near Ganzhou, km 2143 to 2152, 2017: 57 crashes with 11 deaths over 9 km. */
  @Test
  void theKnownStretchOfG105HasItsDensities() {
    Stretch g105 =
        new Stretch("G105", 2_143_000, 2_152_000, 9000, "second", Double.NaN, 57, 0, 11, 0);
    assertThat(g105.crashes() / g105.lengthKm()).isCloseTo(6.33, within(0.005));
    assertThat(g105.deaths() / g105.lengthKm()).isCloseTo(1.22, within(0.005));
  }

  @Test
  void theWorstStretchesHaveTheShareAndTiesGoTogether() {
    int[] crashes = {1, 9, 0, 4, 4, 2};
    double[] lengthM = {1000, 1000, 1000, 1000, 1000, 1000};
    assertThat(CumulativeFrequency.worst(crashes, lengthM, 0.2))
        .containsExactly(false, true, false, false, false, false);
    assertThat(CumulativeFrequency.worst(crashes, lengthM, 0.5))
        .as("9 of 20 are too few; two stretches with 4 are equally dense")
        .containsExactly(false, true, false, true, true, false);
    assertThat(CumulativeFrequency.worst(new int[] {0, 0}, new double[] {1, 1}, 0.2))
        .containsExactly(false, false);
  }
}

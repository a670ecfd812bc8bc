package cn.anlan.analytics.blackspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;

class BeforeAfterTest {
  /** The specification's vector before (Npred 2.4, k 0.5, 6 counted), then by hand. */
  @Test
  void theArithmeticIsThatOfTheSteps() {
    BeforeAfter found = BeforeAfter.of(2.4, 0.5, 6, 3.6, 3);
    assertThat(found.before().expected()).isCloseTo(4.363636, within(1e-6)); // 48/11
    assertThat(found.ratio()).isCloseTo(1.5, within(1e-12));
    assertThat(found.withoutTreatment()).isCloseTo(72 / 11.0, within(1e-9));
    assertThat(found.variance()).isCloseTo(2.25 * 6 / 11 * 48 / 11, within(1e-9)); // 5.355372
    assertThat(found.oddsRatio()).isCloseTo(33 / 72.0, within(1e-9));
    // Var(π)/π² = 0.125: θ = 0.458333/1.125; s = θ·√(1/3 + 0.125)/1.125
    assertThat(found.effectiveness()).isCloseTo(0.407407, within(1e-6));
    assertThat(found.standardError()).isCloseTo(0.245170, within(1e-6));
    assertThat(found.lower()).isZero();
    assertThat(found.upper()).isCloseTo(0.407407 + 1.959964 * 0.245170, within(1e-5));
    assertThat(found.verdict()).isEqualTo(BeforeAfter.Verdict.BETTER);
    assertThat(found.reductionPct()).isCloseTo(59.2593, within(1e-3));
  }

  @Test
  void aStretchThatTheFunctionDoesNotDescribeIsNotJudged() {
    // Negative binomial with r = 2, p = 1/(1 + 0.5·2.4): P(X ≥ 1) = 1 − (1/2.2)².
    assertThat(BeforeAfter.of(2.4, 0.5, 1, 2.4, 1).chanceBefore())
        .isCloseTo(1 - 1 / 4.84, within(1e-12));
    assertThat(BeforeAfter.of(2.4, 0.5, 2, 2.4, 1).chanceBefore())
        .isCloseTo(1 - 1 / 4.84 * (1 + 2 * 1.2 / 2.2), within(1e-12));
    assertThat(BeforeAfter.of(2.4, 0, 2, 2.4, 1).chanceBefore())
        .isCloseTo(PoissonScreen.chance(2.4, 2), within(1e-12));
    BeforeAfter strange = BeforeAfter.of(0.3, 0.5, 12, 0.6, 20);
    assertThat(strange.lower()).isGreaterThan(1);
    assertThat(strange.verdict()).isEqualTo(BeforeAfter.Verdict.NOT_COMPARABLE);
  }

  @Test
  void withoutACrashAfterThereIsAnUpperBoundOnly() {
    BeforeAfter none = BeforeAfter.of(1, 0.4, 2, 1, 0);
    assertThat(none.effectiveness()).isZero();
    assertThat(none.standardError()).isNaN();
    // π = 9/7, Var = 18/49: (1 + 2θ/7)^-4.5 = 0.05.
    assertThat(none.upper()).isCloseTo(3.310607, within(1e-6));
    assertThat(none.verdict()).isEqualTo(BeforeAfter.Verdict.NOT_TOLD);
    assertThatThrownBy(() -> BeforeAfter.of(1, 0.4, 2, 0, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Npred 4, k 0.5, 8 before, half the exposure after: π = 10/3, Var(π) = 10/9. */
  @Test
  void noCrashAfterIsNoProofWhereWhatWouldHaveComeIsUncertain() {
    BeforeAfter none = BeforeAfter.of(4, 0.5, 8, 2, 0);
    assertThat(none.withoutTreatment()).isCloseTo(10 / 3.0, within(1e-12));
    assertThat(none.variance()).isCloseTo(10 / 9.0, within(1e-12));
    // (1 + θ/3)^-10 = 0.05; a certain π would have given 0.899 and praise.
    assertThat(none.upper()).isCloseTo(1.047849, within(1e-6));
    assertThat(Math.pow(1 + 1 / 3.0, -10)).as("P(0 | no effect)").isGreaterThan(0.05);
    assertThat(none.verdict()).isEqualTo(BeforeAfter.Verdict.NOT_TOLD);
    BeforeAfter certain = BeforeAfter.of(4, 0, 4, 2, 0);
    assertThat(certain.variance()).isZero();
    assertThat(certain.upper()).isCloseTo(2.995732 / 2, within(1e-6));
    assertThat(BeforeAfter.of(4, 1e-12, 4, 2, 0).upper()).isCloseTo(certain.upper(), within(1e-6));
  }

  /**
   * Stretches chosen because they had many crashes, and treated with no effect: counted naively
   * they get better by themselves, by empirical Bayes they do not.
   */
  @Test
  void aTreatmentThatDoesNothingIsNotPraisedForTheReturnToTheMean() {
    long seed = 1997;
    Well19937c draws = new Well19937c(seed);
    double k = 0.6;
    double predicted = 6;
    int held = 0;
    int chosen = 0;
    double theta = 0;
    double naive = 0;
    for (int i = 0; i < 40_000; i++) {
      double mean = new GammaDistribution(draws, 1 / k, k * predicted).sample();
      int before = count(draws, mean);
      int after = count(draws, mean);
      if (before < 14) {
        continue;
      }
      BeforeAfter found = BeforeAfter.of(predicted, k, before, predicted, after);
      chosen++;
      theta +=
          found.effectiveness() * (1 + found.variance() / Math.pow(found.withoutTreatment(), 2));
      naive += (double) after / before;
      held += found.lower() <= 1 && found.upper() >= 1 ? 1 : 0;
    }
    assertThat(naive / chosen).as("seed %d", seed).isLessThan(0.9);
    assertThat(theta / chosen).as("seed %d", seed).isCloseTo(1, within(0.02));
    assertThat((double) held / chosen).as("seed %d, %d", seed, chosen).isBetween(0.85, 0.99);
  }

  private static int count(Well19937c draws, double mean) {
    return mean <= 0 ? 0 : new PoissonDistribution(draws, mean, 1e-12, 10_000).sample();
  }
}

package cn.anlan.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.PascalDistribution;
import org.apache.commons.math3.random.JDKRandomGenerator;
import org.junit.jupiter.api.Test;

class NegativeBinomialTest {
  /** European red mites on 150 apple leaves: C. I. Bliss, R. A. Fisher, Biometrics 9 (1953) 176. */
  private static final int[] LEAVES_WITH = {70, 38, 17, 10, 9, 3, 2, 1};

  /**
   * R's manual of glm, after A. J. Dobson, An Introduction to Generalized Linear Models (1990) p.
   * 93.
   */
  private static final double[] DOBSON = {18, 17, 15, 20, 10, 20, 25, 13, 12};

  @Test
  void theMitesOfBlissAndFisher() {
    double[] counts = mites();
    double[] means = new double[counts.length];
    Arrays.fill(means, 172 / 150.0);

    // Published: exponent k = 1.0246, which is 1 over ours.
    assertThat(1 / NegativeBinomialDispersion.fit(counts, means)).isCloseTo(1.0246, within(5e-5));
    DispersionTest scatter = DispersionTest.of(counts);
    assertThat(scatter.ratio()).isCloseTo(2.2737 / 1.146667, within(5e-4)); // s²/m as published
    assertThat(scatter.isOverdispersed()).isTrue();
  }

  @Test
  void regressionWithOneColumnIsTheFitOfTheMean() {
    double[] counts = mites();
    double[][] ones = new double[counts.length][];
    Arrays.fill(ones, new double[] {1});
    NegativeBinomialRegression.Fit fit =
        new NegativeBinomialRegression(counts, ones, new double[counts.length]).fit();

    assertThat(fit.coefficients()[0]).isCloseTo(Math.log(172 / 150.0), within(1e-9));
    assertThat(1 / fit.dispersion()).isCloseTo(1.0246, within(5e-5));
  }

  @Test
  void poissonRegressionIsTheLimitWithoutOverdispersion() {
    double[][] columns = new double[9][];
    for (int i = 0; i < 9; i++) {
      int outcome = i % 3;
      int treatment = i / 3;
      columns[i] =
          new double[] {
            1,
            outcome == 1 ? 1 : 0,
            outcome == 2 ? 1 : 0,
            treatment == 1 ? 1 : 0,
            treatment == 2 ? 1 : 0
          };
    }
    NegativeBinomialRegression.Fit fit =
        new NegativeBinomialRegression(DOBSON, columns, new double[9]).fit();

    assertThat(fit.dispersion()).isZero();
    assertThat(fit.coefficients()[0]).isCloseTo(3.045, within(5e-4));
    assertThat(fit.coefficients()[1]).isCloseTo(-.4543, within(5e-5));
    assertThat(fit.coefficients()[2]).isCloseTo(-.2930, within(5e-5));
    assertThat(fit.coefficients()[3]).isCloseTo(0, within(1e-8));
    assertThat(fit.standardErrors()[0]).isCloseTo(.1709, within(5e-5));
    assertThat(fit.standardErrors()[1]).isCloseTo(.2022, within(5e-5));
    assertThat(fit.pValue(1)).isCloseTo(.0246, within(5e-5));
  }

  @Test
  void findsWhatRandomCountsWereDrawnWith() {
    long seed = 20_260_702;
    JDKRandomGenerator random = new JDKRandomGenerator();
    random.setSeed(seed);
    GammaDistribution frailty = new GammaDistribution(random, 2.5, 1 / 2.5);
    int n = 4_000;
    double[] counts = new double[n];
    double[][] columns = new double[n][];
    double[] offsets = new double[n];
    Random plain = new Random(seed);
    for (int i = 0; i < n; i++) {
      double x = plain.nextGaussian();
      columns[i] = new double[] {1, x};
      offsets[i] = plain.nextDouble();
      double mean = Math.exp(0.7 + 0.5 * x + offsets[i]) * frailty.sample();
      counts[i] = poisson(mean, plain);
    }
    NegativeBinomialRegression.Fit fit =
        new NegativeBinomialRegression(counts, columns, offsets).fit();

    for (int j = 0; j < 2; j++) {
      assertThat(fit.coefficients()[j])
          .as("seed %d", seed)
          .isCloseTo(j == 0 ? 0.7 : 0.5, within(4 * fit.standardErrors()[j]));
    }
    assertThat(fit.dispersion()).as("seed %d", seed).isCloseTo(0.4, within(.05));
  }

  @Test
  void distributionAgreesWithPascalsAndWithPoissons() {
    PascalDistribution pascal = new PascalDistribution(null, 3, 3 / (3 + 4.5));
    CountDistribution ours = new CountDistribution(4.5, 1 / 3.0);
    for (int x = 0; x < 30; x++) {
      assertThat(ours.atMost(x)).isCloseTo(pascal.cumulativeProbability(x), within(1e-12));
      assertThat(ours.atLeast(x)).isCloseTo(1 - ours.atMost(x - 1), within(1e-12));
      assertThat(ours.logProbability(x)).isCloseTo(pascal.logProbability(x), within(1e-10));
      assertThat(new CountDistribution(4.5, 1e-8).atMost(x))
          .isCloseTo(new CountDistribution(4.5, 0).atMost(x), within(1e-6));
    }
    assertThat(new CountDistribution(0, 0.3).atLeast(1)).isZero();
  }

  @Test
  void aQuantileIsTheLeastCountThatReachesTheProbability() {
    CountDistribution poisson = new CountDistribution(5, 0);
    assertThat(poisson.quantile(0.99865)).isEqualTo(13); // P(X ≤ 12) = .99798, P(X ≤ 13) = .99930
    assertThat(poisson.quantile(0.00135)).isZero();
    assertThat(new CountDistribution(0, 0).quantile(0.5)).isZero();
  }

  @Test
  void whatCannotBeFittedIsRefused() {
    double[][] twice = {{1, 2}, {1, 2}, {1, 2}};
    assertThatThrownBy(
            () -> new NegativeBinomialRegression(new double[3], twice, new double[3]).fit(0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                new NegativeBinomialRegression(
                    new double[] {-1}, new double[][] {{1}}, new double[1]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> DispersionTest.of(new double[] {1}, new double[] {0}, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(DispersionTest.of(new double[] {3}).pValue()).isNaN();
  }

  private static double[] mites() {
    double[] counts = new double[150];
    int at = 0;
    for (int mites = 0; mites < LEAVES_WITH.length; mites++) {
      Arrays.fill(counts, at, at + LEAVES_WITH[mites], mites);
      at += LEAVES_WITH[mites];
    }
    return counts;
  }

  private static int poisson(double mean, Random random) {
    double limit = Math.exp(-mean);
    int count = -1;
    for (double product = 1; product > limit; count++) {
      product *= random.nextDouble();
    }
    return count;
  }
}

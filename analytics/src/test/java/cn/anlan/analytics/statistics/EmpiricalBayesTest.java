package cn.anlan.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class EmpiricalBayesTest {
  private static final Offset<Double> PRINTED = within(5e-7);

  @Test
  void theSpecificationsVector() {
    double[] counts = {1, 30, 0, 60, 5};
    double[] exposures = {10, 40, 3, 50, 30};

    EmpiricalBayes fit = EmpiricalBayes.fit(counts, exposures);

    assertThat(fit.pooledRate()).isCloseTo(.7218045, PRINTED);
    assertThat(fit.betweenVariance()).isCloseTo(.1694066, PRINTED);
    double[] expected = {.28578, .747286, .42357, 1.16245, .235705};
    for (int i = 0; i < counts.length; i++) {
      assertThat(fit.rate(counts[i], exposures[i])).isCloseTo(expected[i], within(5e-6));
    }
  }

  @Test
  void differencesThatChanceExplainsLeaveThePooledRate() {
    double[] counts = {2, 9, 0, 14, 5};
    double[] exposures = {10, 40, 3, 50, 30};

    EmpiricalBayes fit = EmpiricalBayes.fit(counts, exposures);

    assertThat(fit.betweenVariance()).isZero();
    for (int i = 0; i < counts.length; i++) {
      assertThat(fit.rate(counts[i], exposures[i])).isCloseTo(.225564, PRINTED);
      assertThat(fit.weight(exposures[i])).isZero();
    }
  }

  /** Printed in the documentation of PySAL esda (Empirical_Bayes, HC7984 and PO7984 of stl). */
  @Test
  void theTenRatesThatPySalPublishesForStLouis() throws IOException {
    List<double[]> rows = stLouis();
    EmpiricalBayes fit =
        EmpiricalBayes.fit(
            rows.stream().mapToDouble(r -> r[0]).toArray(),
            rows.stream().mapToDouble(r -> r[1]).toArray());
    double[] published = {
      2.3671895e-05, 4.54539167e-05, 4.78114019e-05, 2.76907146e-05, 6.58989323e-05,
      3.66494122e-05, 5.79952721e-05, 2.0306459e-05, 3.31152999e-05, 3.0274838e-05
    };

    for (int i = 0; i < published.length; i++) {
      assertThat(fit.rate(rows.get(i)[0], rows.get(i)[1])).isCloseTo(published[i], within(5e-14));
    }
    // The parameters as R spdep 1.2-7 gives them.
    assertThat(fit.betweenVariance()).isCloseTo(1.69211982401e-08, within(5e-20));
    assertThat(fit.pooledRate()).isCloseTo(0.000102364316444, within(5e-16));
  }

  @Test
  void aRegionWithoutResidentsHasThePooledRateAndChangesNothing() {
    EmpiricalBayes with =
        EmpiricalBayes.fit(new double[] {1, 30, 0, 60, 0}, new double[] {10, 40, 3, 50, 0});
    EmpiricalBayes without =
        EmpiricalBayes.fit(new double[] {1, 30, 0, 60}, new double[] {10, 40, 3, 50});

    assertThat(with).isEqualTo(without);
    assertThat(with.rate(0, 0)).isEqualTo(with.pooledRate());
  }

  @Test
  void nothingHappenedAnywhereOrNobodyIsExposed() {
    EmpiricalBayes quiet = EmpiricalBayes.fit(new double[2], new double[] {10, 20});
    assertThat(quiet.rate(0, 10)).isZero();
    assertThat(EmpiricalBayes.fit(new double[2], new double[2]).rate(0, 0)).isNaN();
    assertThat(EmpiricalBayes.fit(new double[0], new double[0]).pooledRate()).isNaN();
  }

  @Test
  void countsThatCannotBeAreRefused() {
    assertThatThrownBy(() -> EmpiricalBayes.fit(new double[] {-1}, new double[] {5}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-1");
    assertThatThrownBy(() -> EmpiricalBayes.fit(new double[] {1}, new double[] {0}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> EmpiricalBayes.fit(new double[] {1, 2}, new double[] {1}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> EmpiricalBayes.fit(new double[] {Double.NaN}, new double[] {1}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<double[]> stLouis() throws IOException {
    try (InputStream in =
        EmpiricalBayesTest.class.getResourceAsStream("/statistics/stl-homicides-1979-1984.csv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> Character.isDigit(line.charAt(0)))
          .map(line -> line.split(","))
          .map(r -> new double[] {Double.parseDouble(r[0]), Double.parseDouble(r[1])})
          .toList();
    }
  }
}

package cn.anlan.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SeasonalTestTest {
  private static final double[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  @Test
  void evenRatesHaveIndicesOfOneAndNoSeason() {
    double[] even = Arrays.stream(DAYS).map(d -> 2 * d).toArray();
    SeasonalTest test = SeasonalTest.of(new double[][] {even, even}, new double[][] {DAYS, DAYS});

    for (double index : test.index()) {
      assertThat(index).isCloseTo(1, within(1e-12));
    }
    assertThat(test.pValue()).isCloseTo(1, within(1e-9));
    assertThat(test.dispersion()).isEqualTo(1);
  }

  @Test
  void aSummerPeakIsASeasonAndOneWildMonthIsNot() {
    double[] summer = Arrays.stream(DAYS).map(d -> d).toArray();
    summer[6] *= 2;
    summer[7] *= 2;
    SeasonalTest season =
        SeasonalTest.of(new double[][] {summer, summer, summer}, new double[][] {DAYS, DAYS, DAYS});
    assertThat(season.pValue()).isLessThan(1e-4);
    assertThat(season.index()[6]).isCloseTo(2 * 365.0 / (365 + 62), within(1e-9));

    double[] calm = DAYS.clone();
    double[] wild = DAYS.clone();
    wild[2] *= 4; // once in three years
    SeasonalTest chance =
        SeasonalTest.of(new double[][] {calm, wild, calm}, new double[][] {DAYS, DAYS, DAYS});
    assertThat(chance.dispersion()).isGreaterThan(2);
    assertThat(chance.pValue()).isGreaterThan(.05);
  }

  @Test
  void missingMonthsAreLeftOutAndAMonthNeverSeenHasNoIndex() {
    double[] without = DAYS.clone();
    without[3] = Double.NaN;
    SeasonalTest once = SeasonalTest.of(new double[][] {without}, new double[][] {DAYS});
    assertThat(once.index()[3]).isNaN();
    assertThat(once.pValue()).isNaN();
    SeasonalTest twice =
        SeasonalTest.of(new double[][] {without, DAYS}, new double[][] {DAYS, DAYS});
    assertThat(twice.index()[3]).isCloseTo(1, within(1e-9));
    assertThat(twice.pValue()).isCloseTo(1, within(1e-6));
  }

  @Test
  void negativeCountsAreRefused() {
    double[] bad = DAYS.clone();
    bad[0] = -1;
    assertThatThrownBy(() -> SeasonalTest.of(new double[][] {bad}, new double[][] {DAYS}))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

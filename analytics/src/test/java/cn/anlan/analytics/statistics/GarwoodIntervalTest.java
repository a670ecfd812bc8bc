package cn.anlan.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GarwoodIntervalTest {
  @ParameterizedTest
  @CsvSource({"0, 0, 3.689, .0005", "1, .0253, 5.572, .0005", "104, 84.98, 126.01, .005"})
  void theSpecificationsVectors(long count, double low, double high, double printed) {
    GarwoodInterval interval = GarwoodInterval.of(count);
    assertThat(interval.low()).isCloseTo(low, within(printed));
    assertThat(interval.high()).isCloseTo(high, within(printed));
  }

  @Test
  void eachTailHoldsHalfOfTheRest() {
    GarwoodInterval interval = GarwoodInterval.of(12, 0.9);
    assertThat(new CountDistribution(interval.low(), 0).atLeast(12)).isCloseTo(.05, within(1e-8));
    assertThat(new CountDistribution(interval.high(), 0).atMost(12)).isCloseTo(.05, within(1e-8));
  }

  @Test
  void aNegativeCountHasNone() {
    assertThatThrownBy(() -> GarwoodInterval.of(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> GarwoodInterval.of(1, 1)).isInstanceOf(IllegalArgumentException.class);
  }
}

package cn.anlan.analytics.accident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeverityTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 0, ORDINARY",
    "2, 9, 0, 999.99, ORDINARY",
    "3, 0, 0, 0, LARGER",
    "9, 0, 0, 0, LARGER",
    "10, 0, 0, 0, MAJOR",
    "29, 0, 0, 0, MAJOR",
    "30, 0, 0, 0, EXTRAORDINARY",
    "0, 10, 0, 0, LARGER",
    "0, 49, 0, 0, LARGER",
    "0, 50, 0, 0, MAJOR",
    "0, 99, 0, 0, MAJOR",
    "0, 100, 0, 0, EXTRAORDINARY",
    "0, 0, 0, 1000, LARGER",
    "0, 0, 0, 4999.99, LARGER",
    "0, 0, 0, 5000, MAJOR",
    "0, 0, 0, 9999.99, MAJOR",
    "0, 0, 0, 10000, EXTRAORDINARY"
  })
  void boundariesIncludeTheNumberBelowAndExcludeTheOneAbove(
      long deaths, long injuries, long poisoned, double loss, Severity expected) {
    assertThat(Severity.of(deaths, injuries, poisoned, loss)).isEqualTo(expected);
  }

  @Test
  void theWorstOfTheCriteriaCounts() {
    assertThat(Severity.of(1, 50, 0, 0)).isEqualTo(Severity.MAJOR);
    assertThat(Severity.of(3, 0, 0, 12_000)).isEqualTo(Severity.EXTRAORDINARY);
    assertThat(Severity.of(10, 10, 0, 1_000)).isEqualTo(Severity.MAJOR);
  }

  @Test
  void acutelyPoisonedCountWithTheSeriouslyInjured() {
    assertThat(Severity.of(0, 5, 4, 0)).isEqualTo(Severity.ORDINARY);
    assertThat(Severity.of(0, 5, 5, 0)).isEqualTo(Severity.LARGER);
    assertThat(Severity.of(0, 0, 100, 0)).isEqualTo(Severity.EXTRAORDINARY);
  }

  @Test
  void nonsenseIsRefused() {
    assertThatThrownBy(() -> Severity.of(-1, 0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Severity.of(0, 0, 0, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

package cn.anlan.analytics.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TailingsTableTest {
  private static final TailingsTable TABLE = GradingTables.ours().tailings();

  @ParameterizedTest
  @CsvSource({
    "1200, 25, four", // third by capacity, fifth by height
    "50000, 199, one",
    "49999, 200, one",
    "1, 200, two",
    "10000, 60, two",
    "999.9, 59.9, four",
    "1000, 59.9, three",
    "100, 10, four",
    "99.9, 29.9, five",
    "0, 100, three"
  })
  void theHigherClassCountsUnlessTheyLieFarApart(
      double capacity10kM3, double damHeightM, String expected) {
    assertThat(TABLE.grade(capacity10kM3, damHeightM).combined().code()).isEqualTo(expected);
  }

  @Test
  void noClassForLessThanNothing() {
    assertThatThrownBy(() -> TABLE.grade(-1, 20)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> TABLE.grade(Double.NaN, 20))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

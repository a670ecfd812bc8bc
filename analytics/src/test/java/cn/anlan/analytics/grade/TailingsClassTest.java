package cn.anlan.analytics.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TailingsClassTest {
  @ParameterizedTest
  @CsvSource({
    "1200, 25, FOUR", // third by capacity, fifth by height
    "50000, 199, ONE",
    "49999, 200, ONE",
    "1, 200, TWO",
    "10000, 60, TWO",
    "999.9, 59.9, FOUR",
    "1000, 59.9, THREE",
    "100, 10, FOUR",
    "99.9, 29.9, FIVE",
    "0, 100, THREE"
  })
  void theHigherClassCountsUnlessTheyLieFarApart(
      double capacity10kM3, double damHeightM, TailingsClass expected) {
    assertThat(TailingsClass.of(capacity10kM3, damHeightM)).isEqualTo(expected);
  }

  @Test
  void noClassForLessThanNothing() {
    assertThatThrownBy(() -> TailingsClass.of(-1, 20)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> TailingsClass.of(Double.NaN, 20))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

package cn.anlan.geo.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cn.anlan.geo.fault.UserFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StakesTest {
  @Test
  void stakesAreWrittenAsRoadSignsHaveThem() {
    assertThat(Stakes.text(2143.2)).isEqualTo("K2143+200");
    assertThat(Stakes.text(0)).isEqualTo("K0+000");
    assertThat(Stakes.text(12.9996)).isEqualTo("K13+000");
    assertThat(Stakes.text(-0.25)).isEqualTo("-K0+250");
  }

  @ParameterizedTest
  @CsvSource({
    "K2143+200,2143.2",
    "k2143 + 200.5,2143.2005",
    "K2143 200,2143.2",
    "Ｋ２１４３＋２００,2143.2",
    "K2143,2143",
    "2143.2,2143.2",
    "-K0+250,-0.25",
    "K12.5,12.5"
  })
  void stakesAreReadAsPeopleWriteThem(String text, double km) {
    assertThat(Stakes.parse(text)).isCloseTo(km, within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "K", "K12+20", "K12.5+200", "12+1000", "G105", "K1e3", "NaN"})
  void whatIsNoStakeIsRefusedAndShownHowToWrite(String text) {
    assertThatThrownBy(() -> Stakes.parse(text))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining(text);
  }
}

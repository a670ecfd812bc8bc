package cn.anlan.web.reach;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.geo.fault.UserFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReachQuestionTest {
  @ParameterizedTest
  @CsvSource({
    "risk_point;;;dragon_riders;15, dragon_riders",
    "risk_point;5;;;15, level=5",
    "bridge;1;;;15, bridge",
    "risk_point;;;;0, minutes=0",
    "dispatch_report;;;;15, dispatch_report",
    "no_such_layer;;;;15, no_such_layer"
  })
  void whatMeansNothingIsRefusedByName(String words, String named) {
    String[] w = words.split(";", -1);
    assertThatThrownBy(
            () ->
                ReachQuestion.of(
                    Catalog.load(null),
                    new ReachQuestion.Words(w[0], word(w[1]), word(w[2]), word(w[3])),
                    Double.parseDouble(w[4])))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining(named);
  }

  @Test
  void minutesThatAreNoneAreRefused() {
    for (String none : new String[] {"", "0", "5,x", "500", "NaN"}) {
      assertThatThrownBy(() -> IsochroneAnswer.minutes(none))
          .as(none)
          .isInstanceOf(UserFault.class);
    }
  }

  private static String word(String word) {
    return word.isEmpty() ? null : word;
  }
}

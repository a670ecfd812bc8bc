package cn.anlan.web.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anlan.web.problem.Busy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class GateTest {
  private final Gate two = new Gate("试 (test)", 2, Duration.ZERO);

  @Test
  void whoComesWhenAllPlacesAreTakenIsSentAway() {
    String answer =
        two.answer(
            () ->
                two.answer(
                    () -> {
                      assertThatThrownBy(() -> two.answer(() -> "third"))
                          .isInstanceOf(Busy.class)
                          .hasMessageContaining("试 (test)");
                      return "second";
                    }));
    assertThat(answer).isEqualTo("second");
    assertThat(two.answer(() -> two.answer(() -> "later"))).isEqualTo("later");
  }

  @Test
  void aQuestionThatFailsGivesItsPlaceBack() {
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(
              () ->
                  two.answer(
                      () -> {
                        throw new IllegalStateException("wrong");
                      }))
          .hasMessage("wrong");
    }
    assertThat(two.answer(() -> 1)).isEqualTo(1);
  }
}

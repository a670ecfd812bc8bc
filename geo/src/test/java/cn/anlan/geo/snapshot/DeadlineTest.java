package cn.anlan.geo.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anlan.geo.fault.UserFault;
import org.junit.jupiter.api.Test;

class DeadlineTest {
  @Test
  void whoeverLooksAfterTheTimeIsOverIsStoppedWithAReasonAndARemedy() {
    Deadline over = Deadline.afterNanos(-1);
    assertThatThrownBy(over::check)
        .isInstanceOfSatisfying(
            UserFault.class, fault -> assertThat(fault.line()).contains("10 s", "→"));
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 1000; i++) {
                over.look();
              }
            })
        .isInstanceOf(UserFault.class);
  }

  @Test
  void withinTheTimeNobodyIsStopped() {
    Deadline deadline = Deadline.start();
    assertThatCode(
            () -> {
              for (int i = 0; i < 100_000; i++) {
                deadline.look();
              }
              deadline.check();
            })
        .doesNotThrowAnyException();
  }
}

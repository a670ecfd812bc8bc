package cn.anlan.data.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anlan.geo.fault.UserFault;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeLockTest {
  @TempDir Path var;

  @Test
  void aSecondServeIsRefusedInOneLineThatNamesTheFirst() {
    try (OtherProgram first = OtherProgram.start("serve", var)) {
      assertThat(first.awaitLine()).isEqualTo("serving");
      assertThatThrownBy(() -> ServeLock.acquire(var))
          .isInstanceOfSatisfying(
              UserFault.class,
              fault ->
                  assertThat(fault.line())
                      .contains("" + first.pid(), "8080", "ANLAN_VAR")
                      .doesNotContain("\n"));
      assertThat(ServeLock.findHolder(var)).contains(new ServeLock.Holder(first.pid(), 8080));
    }
  }

  @Test
  void theLockVanishesWithAKilledProcess() {
    try (OtherProgram first = OtherProgram.start("serve", var)) {
      assertThat(first.awaitLine()).isEqualTo("serving");
      first.kill();
    }
    assertThat(ServeLock.findHolder(var)).isEmpty();
    try (ServeLock mine = ServeLock.acquire(var)) {
      mine.announce(1234);
      long pid = ProcessHandle.current().pid();
      assertThat(ServeLock.findHolder(var)).contains(new ServeLock.Holder(pid, 1234));
    }
    assertThat(ServeLock.findHolder(var)).isEmpty();
  }

  @Test
  void aRefusedSecondServeOfTheSameProcessDoesNotLoseTheFirstsLock() {
    try (ServeLock first = ServeLock.acquire(var)) {
      first.announce(1);
      assertThatThrownBy(() -> ServeLock.acquire(var)).isInstanceOf(UserFault.class);
      try (OtherProgram other = OtherProgram.start("serve", var)) {
        assertThat(other.awaitLine()).as("a second process stays refused").isNull();
      }
    }
  }
}

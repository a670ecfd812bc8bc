package cn.anlan.web.reach;

import cn.anlan.web.problem.Busy;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets only so many questions be answered at a time. A run over a province's roads takes a core and
 * tens of megabytes until it ends, also where nobody waits for it any more; so whoever comes when
 * all places are taken waits a little, in the order of coming, and is then sent away.
 */
final class Gate {
  private final String what;
  private final Semaphore free;
  private final Duration patience;

  /**
   * @param what is asked, as a refusal names it
   * @param atOnce how many are answered at a time
   * @param patience how long the next ones wait
   */
  Gate(String what, int atOnce, Duration patience) {
    this.what = what;
    this.free = new Semaphore(atOnce, true);
    this.patience = patience;
  }

  /**
   * Answers a question.
   *
   * @throws Busy where others are still being answered when patience ends
   */
  <T> T answer(Supplier<T> question) {
    if (!await()) {
      throw new Busy(what + "正在为他人计算 (others are being answered)");
    }
    try {
      return question.get();
    } finally {
      free.release();
    }
  }

  private boolean await() {
    try {
      return free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}

package cn.anlan.geo.snapshot;

import cn.anlan.geo.fault.UserFault;

/**
 * How long one filter may look at one snapshot. A filter that takes longer is refused, so that no
 * single request can keep a processor from the others.
 */
final class Deadline {
  /** Hundred times what the slowest sensible filter takes on two million rows. */
  static final int LIMIT_S = 10;

  private static final int LOOKS_BETWEEN = 256; // asking for the time costs as much as a look

  private final long limitNanos;
  private final long start = System.nanoTime();
  private int looks;

  private Deadline(long limitNanos) {
    this.limitNanos = limitNanos;
  }

  static Deadline start() {
    return new Deadline(LIMIT_S * 1_000_000_000L);
  }

  static Deadline afterNanos(long nanos) {
    return new Deadline(nanos);
  }

  /**
   * To be called at each look at a value or row.
   *
   * @throws UserFault where the time is over
   */
  void look() {
    if ((++looks & (LOOKS_BETWEEN - 1)) == 0) {
      check();
    }
  }

  /**
   * As {@link #look()}, before something long.
   *
   * @throws UserFault where the time is over
   */
  void check() {
    if (System.nanoTime() - start > limitNanos) {
      throw new UserFault(
          "过滤条件计算超过 %d 秒，已停止 / the filter took longer than %d s and was stopped"
              .formatted(LIMIT_S, LIMIT_S),
          "请用更简单的条件、更少顶点的几何或更小的范围 / ask more simply, with fewer vertices or of a smaller area");
    }
  }
}

package cn.anlan.analytics.accident;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * 同比: (current − previous)/previous in per cent, to one decimal, half up. There is none on a
 * previous count of 0.
 */
public final class PercentChange {
  private PercentChange() {}

  /**
   * @throws IllegalArgumentException for a negative count
   */
  public static Optional<BigDecimal> of(long current, long previous) {
    if (current < 0 || previous < 0) {
      throw new IllegalArgumentException("not counts: " + current + ", " + previous);
    }
    return previous == 0
        ? Optional.empty()
        : Optional.of(
            BigDecimal.valueOf(current - previous)
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(previous), 1, RoundingMode.HALF_UP));
  }

  /** As it is printed: −24.4%, +3.0%, or n/a. */
  public static String text(long current, long previous) {
    return of(current, previous)
        .map(p -> (p.signum() > 0 ? "+" : "") + p.toPlainString() + "%")
        .orElse("n/a");
  }
}

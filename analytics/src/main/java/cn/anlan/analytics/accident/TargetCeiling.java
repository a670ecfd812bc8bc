package cn.anlan.analytics.accident;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The greatest number that still meets a target "down by t %": floor(previous · (1 − t)). A
 * previous count of 1 and any fall leave 0. Computed in decimals, so that 100 less 16 % is 84.
 */
public final class TargetCeiling {
  private TargetCeiling() {}

  /**
   * @param fallPct by how much it must fall, 0..100
   * @throws IllegalArgumentException for a negative count or a fall outside 0..100
   */
  public static long of(long previous, BigDecimal fallPct) {
    if (previous < 0 || fallPct.signum() < 0 || fallPct.compareTo(BigDecimal.valueOf(100)) > 0) {
      throw new IllegalArgumentException(previous + " less " + fallPct + " %");
    }
    return BigDecimal.valueOf(previous)
        .multiply(BigDecimal.valueOf(100).subtract(fallPct))
        .divide(BigDecimal.valueOf(100), 0, RoundingMode.FLOOR)
        .longValueExact();
  }
}

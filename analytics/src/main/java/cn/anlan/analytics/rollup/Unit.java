package cn.anlan.analytics.rollup;

import java.time.LocalDate;
import java.util.Objects;

/**
 * One unit that reports (填报单位): a statutory region or a functional zone, with its valid time.
 *
 * @param parentCode the unit of the next level that counts it; null for the province
 * @param validFrom first day, null where it is older than the data
 * @param validTo first day on which it no longer exists, null today
 * @param successorCode the unit that counts what it held after its end, or null
 * @param predecessorCode the unit that counts what it holds before its beginning; null where the
 *     units that name it as their successor tell
 * @param drawnIn for maps: the unit that counts it as long as that one is valid, because it has no
 *     outline of its own; else null
 * @param isZone whether it is a functional zone (功能区): it stands beside the statutory units of its
 *     level, and for itself at finer levels, where it has no parts
 */
public record Unit(
    String code,
    String name,
    UnitLevel level,
    String parentCode,
    LocalDate validFrom,
    LocalDate validTo,
    String successorCode,
    String predecessorCode,
    String drawnIn,
    boolean isZone) {
  public Unit {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(level, "level");
  }

  /** Whether it exists on the day. */
  public boolean isValid(LocalDate day) {
    return !isFuture(day) && (validTo == null || day.isBefore(validTo));
  }

  boolean isFuture(LocalDate day) {
    return validFrom != null && day.isBefore(validFrom);
  }
}

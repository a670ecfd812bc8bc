package cn.anlan.analytics.hazard;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Where a hazard stands in the ledger: 排查 → 登记 → 评估分级 → (重大: 报告) → 整改 → 申请验收 → 验收 → 销号. A failed
 * acceptance or a later review (回头看) reopens it; closing the enterprise ends it.
 */
public enum HazardState {
  FOUND,
  REGISTERED,
  GRADED,
  REPORTED,
  RECTIFYING,
  SUBMITTED,
  ACCEPTED,
  CLOSED,
  REOPENED,
  CLOSED_BY_SHUTDOWN;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** The value of the code list {@code hazard_status}. */
  public String code() {
    return code;
  }

  public static Optional<HazardState> find(String code) {
    return Arrays.stream(values()).filter(s -> s.code.equals(code)).findFirst();
  }

  /** Whether nothing remains to be done: neither open nor ever overdue. */
  public boolean isFinal() {
    return this == CLOSED || this == CLOSED_BY_SHUTDOWN;
  }

  /** The states that may follow at all; {@link HazardLifeCycle} adds the guards. */
  public Set<HazardState> next() {
    return switch (this) {
      case FOUND -> EnumSet.of(REGISTERED, CLOSED_BY_SHUTDOWN);
      case REGISTERED -> EnumSet.of(GRADED, CLOSED_BY_SHUTDOWN);
      case GRADED -> EnumSet.of(REPORTED, RECTIFYING, SUBMITTED, CLOSED_BY_SHUTDOWN);
      case REPORTED -> EnumSet.of(RECTIFYING, SUBMITTED, CLOSED_BY_SHUTDOWN);
      case RECTIFYING -> EnumSet.of(SUBMITTED, CLOSED_BY_SHUTDOWN);
      case SUBMITTED -> EnumSet.of(ACCEPTED, REOPENED, CLOSED_BY_SHUTDOWN);
      case ACCEPTED -> EnumSet.of(CLOSED, REOPENED, CLOSED_BY_SHUTDOWN);
      case CLOSED -> EnumSet.of(REOPENED);
      case REOPENED -> EnumSet.of(RECTIFYING, CLOSED_BY_SHUTDOWN);
      case CLOSED_BY_SHUTDOWN -> EnumSet.noneOf(HazardState.class);
    };
  }

  /** Whether rectification has begun or is over, so that the five elements must be there. */
  boolean needsFiveElements() {
    return this == RECTIFYING || this == SUBMITTED || this == ACCEPTED || this == CLOSED;
  }
}

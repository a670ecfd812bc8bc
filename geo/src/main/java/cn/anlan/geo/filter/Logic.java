package cn.anlan.geo.filter;

/** True, false or unknown, as SQL joins them: what a condition says of one row. */
public enum Logic {
  TRUE,
  FALSE,
  /** A value that the condition needs is missing, and the others do not decide without it. */
  UNKNOWN;

  static Logic of(boolean value) {
    return value ? TRUE : FALSE;
  }

  /** True where both are, false where either is false, else unknown. */
  public Logic and(Logic other) {
    if (this == FALSE || other == FALSE) {
      return FALSE;
    }
    return this == TRUE && other == TRUE ? TRUE : UNKNOWN;
  }

  /** True where either is, false where both are false, else unknown. */
  public Logic or(Logic other) {
    return not().and(other.not()).not();
  }

  /** True where it was false; unknown stays unknown. */
  public Logic not() {
    return this == UNKNOWN ? UNKNOWN : of(this == FALSE);
  }
}

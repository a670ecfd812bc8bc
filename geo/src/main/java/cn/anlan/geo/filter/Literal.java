package cn.anlan.geo.filter;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A value written in a filter. */
public sealed interface Literal extends Scalar {
  /** The value as columns compare with it. */
  Object value();

  /** 'text', quotes resolved. */
  record Text(String value) implements Literal {}

  /** A number, exactly. */
  record Number(BigDecimal value) implements Literal {
    public Number {
      value = value.stripTrailingZeros(); // 2.0 and 2 are one value
    }
  }

  /** TRUE or FALSE. */
  record Bool(Boolean value) implements Literal {}

  /**
   * DATE('2021-03-01'); of a TIMESTAMP its day in UTC; the least or greatest {@link LocalDate} for
   * an open end of an INTERVAL.
   */
  record Day(LocalDate value) implements Literal {}
}

package cn.anlan.geo.filter;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A value written in a filter. */
public sealed interface Literal {
  /** The value as columns compare with it. */
  Object value();

  /** 'text', quotes resolved. */
  record Text(String value) implements Literal {}

  /** A number, exactly as written. */
  record Number(BigDecimal value) implements Literal {}

  /** TRUE or FALSE. */
  record Bool(Boolean value) implements Literal {}

  /** DATE('2021-03-01'). */
  record Day(LocalDate value) implements Literal {}
}

package cn.anlan.geo.filter;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Days as filters write them. Layers know days, not times of day; so of a time stamp its day in UTC
 * is taken, which is what a client means that writes 2021-03-01T00:00:00Z for the first of March.
 */
final class Days {
  private static final String OPEN = "..";

  private Days() {}

  static Literal.Day date(String text, Spot at) {
    try {
      return new Literal.Day(LocalDate.parse(text));
    } catch (DateTimeException e) {
      throw at.fault(
          "不是日期 '" + text + "'", "not a date: '" + text + "'", "请写成 / write: DATE('2021-03-01')");
    }
  }

  static Literal.Day timestamp(String text, Spot at) {
    try {
      OffsetDateTime time = OffsetDateTime.parse(text);
      return new Literal.Day(time.withOffsetSameInstant(ZoneOffset.UTC).toLocalDate());
    } catch (DateTimeException e) {
      throw at.fault(
          "不是时间 '" + text + "'",
          "not a time stamp: '" + text + "'",
          "请写成 / write: TIMESTAMP('2021-03-01T08:00:00Z')");
    }
  }

  /** An end of an interval: a date, a time stamp, or {@code ..} for none. */
  static Literal.Day end(String text, boolean first, Spot at) {
    if (text.equals(OPEN)) {
      return new Literal.Day(first ? LocalDate.MIN : LocalDate.MAX);
    }
    return text.indexOf('T') > 0 ? timestamp(text, at) : date(text, at);
  }

  /** Refuses an interval whose ends are known and stand the wrong way round. */
  static TemporalRelation.Span span(Scalar start, Scalar end, Spot at) {
    if (start instanceof Literal.Day a
        && end instanceof Literal.Day b
        && a.value().isAfter(b.value())) {
      throw at.fault(
          "区间起点 " + a.value() + " 晚于终点 " + b.value(),
          "the interval begins after it ends: " + a.value() + ", " + b.value(),
          "请先写较早的一端 / the earlier end stands first");
    }
    return new TemporalRelation.Span(start, end);
  }
}

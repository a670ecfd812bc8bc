package cn.anlan.analytics.accident;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/** A stretch of days, both ends included. */
public record Window(LocalDate from, LocalDate to) {
  public Window {
    if (from.isAfter(to)) {
      throw new IllegalArgumentException(from + " is after " + to);
    }
  }

  /** From 1 January of the day's year to the day. */
  public static Window yearTo(LocalDate day) {
    return new Window(day.withDayOfYear(1), day);
  }

  public static Window month(YearMonth month) {
    return new Window(month.atDay(1), month.atEndOfMonth());
  }

  /**
   * The same calendar window so many years before (同期). One that ends with a month still ends with
   * it, so that up to 28 February 2021 is compared with up to 29 February 2020.
   */
  public Window yearsBefore(int years) {
    boolean endsMonth = to.equals(YearMonth.from(to).atEndOfMonth());
    LocalDate end = to.minusYears(years);
    return new Window(from.minusYears(years), endsMonth ? YearMonth.from(end).atEndOfMonth() : end);
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  public long days() {
    return ChronoUnit.DAYS.between(from, to) + 1;
  }

  /** How many days of a month belong to it. */
  public long daysIn(YearMonth month) {
    LocalDate first = from.isAfter(month.atDay(1)) ? from : month.atDay(1);
    LocalDate last = to.isBefore(month.atEndOfMonth()) ? to : month.atEndOfMonth();
    return Math.max(0, ChronoUnit.DAYS.between(first, last) + 1);
  }
}

package cn.anlan.data.demo.ledger;

import java.time.LocalDate;

/**
 * Days of the ledgers as numbers from 0, with one shared {@link LocalDate} for each: two million
 * rows carry ten dates each.
 */
final class LedgerDays {
  private static final long FIRST = LocalDate.of(2019, 1, 1).toEpochDay();
  private static final LocalDate[] DATES = new LocalDate[4 * 366];

  /** 31 December 2021: the state that the ledgers show. */
  static final int END = number(LocalDate.of(2021, 12, 31));

  static {
    for (int i = 0; i < DATES.length; i++) {
      DATES[i] = LocalDate.ofEpochDay(FIRST + i);
    }
  }

  private LedgerDays() {}

  static int number(LocalDate date) {
    return (int) (date.toEpochDay() - FIRST);
  }

  /** The date of a day; days far after the end are the table's last. */
  static LocalDate date(int number) {
    return DATES[Math.min(number, DATES.length - 1)];
  }
}

package cn.anlan.analytics.blackspot;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;

/**
 * The days on which crashes were recorded, as far as the ledger tells itself: from its first crash
 * to its last. Of days outside it nobody knows that nothing happened.
 */
public record Ledger(LocalDate firstDay, LocalDate lastDay) {

  /** From the days of all its crashes; of none it covers no day. */
  public static Ledger of(Collection<LocalDate> days) {
    return new Ledger(
        days.stream().min(LocalDate::compareTo).orElse(LocalDate.MAX),
        days.stream().max(LocalDate::compareTo).orElse(LocalDate.MIN));
  }

  /** Whether it covers no day. */
  public boolean isEmpty() {
    return firstDay.isAfter(lastDay);
  }

  /**
   * How many of the years up to a day it covers: all of them where it reaches from end to end, 0
   * where it does not reach into them.
   *
   * @param asOf the last day
   */
  public double yearsCovered(LocalDate asOf, int years) {
    LocalDate first = asOf.minusYears(years).plusDays(1);
    LocalDate from = firstDay.isAfter(first) ? firstDay : first;
    LocalDate to = lastDay.isBefore(asOf) ? lastDay : asOf;
    if (isEmpty() || from.isAfter(to)) {
      return 0;
    }
    double covered = ChronoUnit.DAYS.between(from, to) + 1;
    return years * covered / (ChronoUnit.DAYS.between(first, asOf) + 1);
  }
}

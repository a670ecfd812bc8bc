package cn.anlan.analytics.ledger;

import cn.anlan.analytics.rollup.UnitLevel;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;

/** Hazards found by month and closed by day, unit by unit: what the screens look at. */
public final class HazardDays {
  private final YearMonth first;
  private final int firstDay;
  private final int months;
  private final int days;
  private final Map<String, int[]> foundByMonth = new TreeMap<>();
  private final Map<String, int[]> closedByDay = new TreeMap<>();

  /**
   * @param from first of a month; what was found or closed before is left out
   * @param asOf the last day; a month that has not ended by it is left out of the months
   */
  public HazardDays(HazardLedger ledger, LocalDate from, LocalDate asOf) {
    this.first = YearMonth.from(from);
    this.firstDay = (int) first.atDay(1).toEpochDay();
    this.months =
        (int) Math.max(0, first.until(YearMonth.from(asOf.plusDays(1)), ChronoUnit.MONTHS));
    this.days = (int) asOf.toEpochDay() - firstDay + 1;
    int[] monthOfDay = new int[Math.max(0, days)];
    for (int d = 0; d < monthOfDay.length; d++) {
      YearMonth month = YearMonth.from(LocalDate.ofEpochDay(firstDay + (long) d));
      monthOfDay[d] = (int) first.until(month, ChronoUnit.MONTHS);
    }
    ledger.walk(
        UnitLevel.COUNTY,
        asOf,
        (unit, foundDay, closedDay) -> {
          int found = foundDay - firstDay;
          if (found >= 0 && found < days && monthOfDay[found] < months) {
            foundByMonth.computeIfAbsent(unit, any -> new int[months])[monthOfDay[found]]++;
          }
          int closed = closedDay - firstDay;
          if (closed >= 0 && closed < days) {
            closedByDay.computeIfAbsent(unit, any -> new int[days])[closed]++;
          }
        });
  }

  int months() {
    return months;
  }

  YearMonth month(int number) {
    return first.plusMonths(number);
  }

  LocalDate day(int number) {
    return LocalDate.ofEpochDay(firstDay + (long) number);
  }

  /** Hazards found by month; units that never found one are not there. */
  Map<String, int[]> foundByMonth() {
    return foundByMonth;
  }

  Map<String, int[]> closedByDay() {
    return closedByDay;
  }

  /** All found by a unit. */
  long found(String unit) {
    long sum = 0;
    for (int n : foundByMonth.getOrDefault(unit, new int[0])) {
      sum += n;
    }
    return sum;
  }
}

package cn.anlan.analytics.assessment.facts;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The states of all series at the ends of some days and at the beginnings of the windows that end
 * with them. Immutable; safe for any number of threads.
 */
public final class FactSums {
  private final FactTable table;
  private final List<LocalDate> days;
  private final int[] askedDays; // the days and the windows' beginnings, ascending
  private final int[][] states; // by series; null where all are 0

  private FactSums(FactTable table, List<LocalDate> days, int[] askedDays, int[][] states) {
    this.table = table;
    this.days = days;
    this.askedDays = askedDays;
    this.states = states;
  }

  static FactSums of(FactTable table, List<LocalDate> days) {
    int[] asked = asked(table, days);
    int[][] states = new int[table.places().seriesCount()][];
    for (int series = 0; series < states.length; series++) {
      states[series] = states(table, series, asked);
    }
    return new FactSums(table, List.copyOf(days), asked, states);
  }

  /** The same days in a later table: only series that may differ are summed up again. */
  public FactSums in(FactTable later) {
    BitSet touched = later.touchedSince(table);
    if (touched == null) {
      return of(later, days);
    }
    int[][] changed = states.clone();
    touched.stream().forEach(series -> changed[series] = states(later, series, askedDays));
    return new FactSums(later, days, askedDays, changed);
  }

  private static int[] states(FactTable table, int series, int[] days) {
    if (table.counts().allMatch(counts -> counts.isEmpty(series))) {
      return null;
    }
    int[] sums = new int[days.length];
    table.counts().forEach(counts -> counts.addStates(series, days, sums));
    return sums;
  }

  private static int[] asked(FactTable table, List<LocalDate> days) {
    return days.stream()
        .flatMapToInt(
            day -> IntStream.of((int) day.toEpochDay(), (int) windowStart(table, day).toEpochDay()))
        .sorted()
        .distinct()
        .toArray();
  }

  /** The day before the window that ends with {@code day}. */
  static LocalDate windowStart(FactTable table, LocalDate day) {
    return day.minusMonths(table.rules().windowMonths());
  }

  public FactTable table() {
    return table;
  }

  public List<LocalDate> days() {
    return days;
  }

  /** The place of a day that was asked for among the {@link #states}. */
  int place(LocalDate day) {
    int place = Arrays.binarySearch(askedDays, (int) day.toEpochDay());
    if (place < 0) {
      throw new IllegalArgumentException(day + " was not summed up");
    }
    return place;
  }

  /** The states of a series at the ends of the days that were asked for; null where all are 0. */
  int[] states(int series) {
    return states[series];
  }
}

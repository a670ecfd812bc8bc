package cn.anlan.data.demo.draw;

import java.time.LocalDate;
import java.util.Random;

/** Invented dates. */
public final class DemoDates {
  private DemoDates() {}

  /** Any day of the years given, both included. */
  public static LocalDate between(Random random, int firstYear, int lastYear) {
    return between(random, LocalDate.of(firstYear, 1, 1), LocalDate.of(lastYear, 12, 31));
  }

  /** Any day from the first to the last, both included. */
  public static LocalDate between(Random random, LocalDate first, LocalDate last) {
    long days = last.toEpochDay() - first.toEpochDay();
    return first.plusDays((long) (random.nextDouble() * (days + 1)));
  }
}

package cn.anlan.analytics.accident;

import java.time.LocalDate;
import java.util.List;

/**
 * The share of a year's events that falls up to a day: by the season of up to three years before
 * where they hold enough events, else by days.
 *
 * @param share 0..1
 * @param years how many years the season was taken from; 0 means by days
 */
public record YearShare(double share, int years) {
  private static final int YEARS = 3;

  /** With fewer events the season would be mostly chance. */
  private static final int LEAST_EVENTS = 30;

  /**
   * @param accidents of the unit, years before included
   * @param firstDay from which on accidents are known
   */
  public static YearShare of(
      List<Accident> accidents, Measure measure, LocalDate day, LocalDate firstDay) {
    Window year = new Window(day.withDayOfYear(1), day.withDayOfYear(day.lengthOfYear()));
    long before = 0;
    long all = 0;
    int years = 0;
    for (int back = 1; back <= YEARS; back++) {
      Window whole = year.yearsBefore(back);
      if (whole.from().isBefore(firstDay)) {
        break;
      }
      Window part = Window.yearTo(day).yearsBefore(back);
      for (Accident accident : accidents) {
        if (whole.contains(accident.occurredOn())) {
          long count = measure.of(accident, day);
          all += count;
          before += part.contains(accident.occurredOn()) ? count : 0;
        }
      }
      years++;
    }
    return all < LEAST_EVENTS
        ? new YearShare((double) day.getDayOfYear() / day.lengthOfYear(), 0)
        : new YearShare((double) before / all, years);
  }
}

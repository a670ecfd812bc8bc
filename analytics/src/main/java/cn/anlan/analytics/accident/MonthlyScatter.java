package cn.anlan.analytics.accident;

import cn.anlan.analytics.statistics.NegativeBinomialRegression;
import java.time.LocalDate;
import java.util.List;

/** How much a unit's months scatter beyond Poisson: k of Var = μ + kμ², from whole years before. */
public final class MonthlyScatter {
  private static final int YEARS_BACK = 2;

  private MonthlyScatter() {}

  /**
   * 0 where the months scatter no more than Poisson counts, or the years before hold too few events
   * to tell.
   *
   * @param day the years before this one's are looked at
   * @param firstDay from which on accidents are known
   * @param season index of each month of the year, 1 being average
   */
  public static double dispersion(
      List<Accident> accidents,
      Measure measure,
      LocalDate day,
      LocalDate firstDay,
      double[] season) {
    LocalDate last = day.withDayOfYear(1).minusDays(1);
    return new MonthCells(
            accidents, measure, Window.yearTo(last), YEARS_BACK, firstDay, day, season)
        .ifOverdispersed()
        .map(NegativeBinomialRegression.Fit::dispersion)
        .orElse(0.0);
  }
}

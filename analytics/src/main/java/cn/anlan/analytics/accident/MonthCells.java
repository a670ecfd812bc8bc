package cn.anlan.analytics.accident;

import cn.anlan.analytics.statistics.DispersionTest;
import cn.anlan.analytics.statistics.NegativeBinomialRegression;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The same calendar window of several years cut into months: what counts are compared with to tell
 * how much they scatter by themselves. Offsets are the days of each cell times the season of its
 * month, so that what is left to explain is the year.
 */
final class MonthCells {
  /** Fewer events or months than these tell nothing about scatter. */
  private static final int LEAST_EVENTS = 20;

  private static final int LEAST_CELLS = 10;

  private final List<Double> counts = new ArrayList<>();
  private final List<Double> offsets = new ArrayList<>();
  private final List<Integer> years = new ArrayList<>();

  /**
   * @param window of the current year
   * @param yearsBack how many years before it belong to it too
   * @param firstDay from which on accidents are known; years that begin earlier are left out
   * @param season an index for each month of the year, 1 being average
   */
  MonthCells(
      List<Accident> accidents,
      Measure measure,
      Window window,
      int yearsBack,
      LocalDate firstDay,
      LocalDate knownOn,
      double[] season) {
    for (int back = 0; back <= yearsBack; back++) {
      Window year = window.yearsBefore(back);
      if (year.from().isBefore(firstDay)) {
        continue;
      }
      for (YearMonth m = YearMonth.from(year.from());
          !m.isAfter(YearMonth.from(year.to()));
          m = m.plusMonths(1)) {
        add(accidents, measure, year, m, back, knownOn, season);
      }
    }
  }

  private void add(
      List<Accident> accidents,
      Measure measure,
      Window year,
      YearMonth month,
      int back,
      LocalDate knownOn,
      double[] season) {
    double sum = 0;
    for (Accident accident : accidents) {
      if (year.contains(accident.occurredOn())
          && YearMonth.from(accident.occurredOn()).equals(month)) {
        sum += measure.of(accident, knownOn);
      }
    }
    counts.add(sum);
    offsets.add(Math.log(year.daysIn(month) * Math.max(season[month.getMonthValue() - 1], 1e-3)));
    years.add(back);
  }

  /**
   * Years against their months by negative binomial regression; empty where the counts are too few,
   * a year has none, or they scatter no more than Poisson counts.
   *
   * @return the fit, whose column 1 is the current year against the one before
   */
  Optional<NegativeBinomialRegression.Fit> ifOverdispersed() {
    int last = years.stream().mapToInt(y -> y).max().orElse(0);
    if (counts.size() < LEAST_CELLS || last == 0) {
      return Optional.empty();
    }
    double[] y = counts.stream().mapToDouble(c -> c).toArray();
    double[] sums = new double[last + 1];
    double[][] columns = new double[y.length][];
    for (int i = 0; i < y.length; i++) {
      int year = years.get(i);
      sums[year] += y[i];
      columns[i] = new double[last + 1];
      columns[i][0] = 1;
      // Column 1 marks the current year, the others the years before the previous one.
      if (year == 0) {
        columns[i][1] = 1;
      } else if (year > 1) {
        columns[i][year] = 1;
      }
    }
    double all = 0;
    for (double sum : sums) {
      all += sum;
      if (sum == 0) {
        return Optional.empty();
      }
    }
    if (all < LEAST_EVENTS) {
      return Optional.empty();
    }
    NegativeBinomialRegression regression =
        new NegativeBinomialRegression(y, columns, offsets.stream().mapToDouble(o -> o).toArray());
    NegativeBinomialRegression.Fit poisson = regression.fit(0);
    return DispersionTest.of(y, poisson.means(), last + 1).isOverdispersed()
        ? Optional.of(regression.fit()).filter(fit -> fit.dispersion() > 0)
        : Optional.empty();
  }
}

package cn.anlan.analytics.accident;

import cn.anlan.analytics.statistics.CountDistribution;
import cn.anlan.analytics.statistics.EmpiricalBayes;
import cn.anlan.analytics.statistics.FalseDiscovery;
import cn.anlan.analytics.statistics.NegativeBinomialDispersion;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * u-charts of many units over the same months, with exact limits, and which unit-months are worth a
 * look among all of them.
 *
 * <p>What is expected of a unit in a month is its rate per resident and day (drawn towards the
 * common one by {@link EmpiricalBayes}) times residents, days and the month's season. Counts
 * scatter about that by a dispersion k common to all, fitted by maximum likelihood; limits are the
 * 0.135 % and 99.865 % quantiles of that distribution (where a normal one has ±3σ), which for small
 * means a normal limit misses. Of thousands of unit-months some lie outside by chance alone: a
 * signal is only what the false discovery rate over all of them lets stand. Source: D. C.
 * Montgomery, Introduction to Statistical Quality Control, 7th ed., ch. 7.3; {@link
 * FalseDiscovery}.
 */
public final class ControlChart {
  /** The probability beyond each limit where ±3σ of a normal distribution has them. */
  public static final double TAIL = 0.00135;

  /**
   * @param code of the unit
   * @param residents 0 where none are known: the unit is left out, and the result must say so
   * @param counts by month
   */
  public record Series(String code, double residents, double[] counts) {}

  /**
   * One unit-month.
   *
   * @param highP of so many or more by chance
   * @param lowP of so few or fewer
   * @param highQ the false discovery rate at which it would be called high; of the low side
   *     likewise
   */
  public record Point(
      String code,
      YearMonth month,
      double count,
      double expected,
      double highP,
      double lowP,
      double highQ,
      double lowQ) {
    /** The control limit below: counts under it are outside. */
    public long lowerLimit(double dispersion) {
      return new CountDistribution(expected, dispersion).quantile(TAIL);
    }

    /** The control limit above: counts over it are outside. */
    public long upperLimit(double dispersion) {
      return new CountDistribution(expected, dispersion).quantile(1 - TAIL);
    }

    public boolean isHigh(double rate) {
      return highQ <= rate;
    }

    public boolean isLow(double rate) {
      return lowQ <= rate;
    }
  }

  private final List<YearMonth> months;
  private final double[] season;
  private final List<Series> charted;
  private final EmpiricalBayes rates;
  private final double dispersion;
  private final List<Point> points;

  /**
   * @param months of the counts, at least one
   * @param season an index for each month of the year, 1 being average
   */
  public ControlChart(List<YearMonth> months, List<Series> units, double[] season) {
    this.months = List.copyOf(months);
    this.season = season.clone();
    this.charted = units.stream().filter(u -> u.residents() > 0).toList();
    double[] sums = new double[charted.size()];
    double[] exposures = new double[charted.size()];
    for (int u = 0; u < charted.size(); u++) {
      for (int m = 0; m < months.size(); m++) {
        sums[u] += charted.get(u).counts()[m];
        exposures[u] += charted.get(u).residents() * weight(m);
      }
    }
    this.rates = EmpiricalBayes.fit(sums, exposures);
    double[] counts = new double[charted.size() * months.size()];
    double[] means = new double[counts.length];
    for (int u = 0; u < charted.size(); u++) {
      double rate = rates.rate(sums[u], exposures[u]);
      for (int m = 0; m < months.size(); m++) {
        counts[u * months.size() + m] = charted.get(u).counts()[m];
        means[u * months.size() + m] = rate * charted.get(u).residents() * weight(m);
      }
    }
    this.dispersion = NegativeBinomialDispersion.fit(counts, means);
    this.points = points(counts, means);
  }

  private double weight(int month) {
    YearMonth m = months.get(month);
    return m.lengthOfMonth() * season[m.getMonthValue() - 1];
  }

  private List<Point> points(double[] counts, double[] means) {
    double[] high = new double[counts.length];
    double[] low = new double[counts.length];
    for (int i = 0; i < counts.length; i++) {
      CountDistribution chance = new CountDistribution(means[i], dispersion);
      high[i] = chance.atLeast((long) counts[i]);
      low[i] = chance.atMost((long) counts[i]);
    }
    double[] highQ = FalseDiscovery.adjusted(high);
    double[] lowQ = FalseDiscovery.adjusted(low);
    List<Point> result = new ArrayList<>(counts.length);
    for (int i = 0; i < counts.length; i++) {
      result.add(
          new Point(
              charted.get(i / months.size()).code(),
              months.get(i % months.size()),
              counts[i],
              means[i],
              high[i],
              low[i],
              highQ[i],
              lowQ[i]));
    }
    return result;
  }

  /** Unit by unit, month by month. */
  public List<Point> points() {
    return points;
  }

  /** k of Var = μ + kμ², common to all unit-months. */
  public double dispersion() {
    return dispersion;
  }

  /**
   * How many unit-months chance alone puts above the upper limit or below the lower, on average.
   */
  public double outsideByChance() {
    return points.size() * 2 * TAIL;
  }
}

package cn.anlan.analytics.statistics;

import org.apache.commons.math3.distribution.FDistribution;

/**
 * Monthly indices of a count series and whether months differ by more than chance. With the years'
 * sums given, month m of year t is expected to hold its share of days of the year's sum; the index
 * is what was observed over that, 1 being average.
 *
 * <p>The test compares two mean squares, F = (X²ₘ/df)/(X²ᵣ/df): between the months, and what months
 * and years together leave over (at least 1, as Poisson counts leave). So a series whose counts
 * scatter anyway is not called seasonal for that. Source: the F test of quasi-likelihood, P.
 * McCullagh, J. A. Nelder, Generalized Linear Models, 2nd ed. 1989, ch. 12.3.
 *
 * @param observed events of each month of the year, January first, summed over the years
 * @param expected at equal daily rates
 * @param index observed over expected; NaN where nothing was expected
 * @param pValue 0..1; NaN where a whole year of data is missing
 * @param dispersion the mean square left over, at least 1
 */
public record SeasonalTest(
    double[] observed, double[] expected, double[] index, double pValue, double dispersion) {
  private static final int MONTHS = 12;

  /**
   * @param counts by year and month; a month that is not over or not known is NaN and left out
   * @param days days of each month in the same order
   * @throws IllegalArgumentException for a negative count
   */
  public static SeasonalTest of(double[][] counts, double[][] days) {
    double[] observed = new double[MONTHS];
    double[] expected = new double[MONTHS];
    double[] rate = new double[counts.length];
    int cells = 0;
    int years = 0;
    for (int t = 0; t < counts.length; t++) {
      rate[t] = dailyRate(counts[t], days[t]);
      boolean any = false;
      for (int m = 0; m < MONTHS; m++) {
        if (!Double.isNaN(counts[t][m])) {
          observed[m] += counts[t][m];
          expected[m] += rate[t] * days[t][m];
          cells++;
          any = true;
        }
      }
      years += any ? 1 : 0;
    }
    double[] index = new double[MONTHS];
    double between = 0;
    int months = 0;
    for (int m = 0; m < MONTHS; m++) {
      index[m] = expected[m] > 0 ? observed[m] / expected[m] : Double.NaN;
      if (expected[m] > 0) {
        between += (observed[m] - expected[m]) * (observed[m] - expected[m]) / expected[m];
        months++;
      }
    }
    int free = months - 1;
    int left = cells - months - years + 1;
    if (months < MONTHS) {
      return new SeasonalTest(observed, expected, index, Double.NaN, Double.NaN);
    }
    double dispersion = left < 1 ? 1 : Math.max(1, residual(counts, days, rate, index) / left);
    // Without a second year the scatter is not known and taken as Poisson's, known exactly.
    double f = between / free / dispersion;
    double degrees = left < 1 ? 1e6 : left;
    double p = 1 - new FDistribution(null, free, degrees).cumulativeProbability(f);
    return new SeasonalTest(observed, expected, index, p, dispersion);
  }

  private static double dailyRate(double[] counts, double[] days) {
    double sum = 0;
    double length = 0;
    for (int m = 0; m < MONTHS; m++) {
      if (counts[m] < 0) {
        throw new IllegalArgumentException("negative count " + counts[m]);
      }
      if (!Double.isNaN(counts[m])) {
        sum += counts[m];
        length += days[m];
      }
    }
    return length == 0 ? 0 : sum / length;
  }

  private static double residual(
      double[][] counts, double[][] days, double[] rate, double[] index) {
    double chi2 = 0;
    for (int t = 0; t < counts.length; t++) {
      for (int m = 0; m < MONTHS; m++) {
        double mean = rate[t] * days[t][m] * index[m];
        if (!Double.isNaN(counts[t][m]) && mean > 0) {
          chi2 += (counts[t][m] - mean) * (counts[t][m] - mean) / mean;
        }
      }
    }
    return chi2;
  }
}

package cn.anlan.analytics.blackspot;

import cn.anlan.analytics.statistics.NegativeBinomialRegression;
import java.util.List;

/**
 * A safety performance function: crashes a year on a stretch of a kind of road, Nspf = exp(a + b·ln
 * ADT + ln L). Source: AASHTO Highway Safety Manual (2010), ch. 10.
 *
 * @param a intercept, for L in kilometres
 * @param b exponent of the average daily traffic
 * @param dispersionPerKm k of a stretch of one kilometre; of L km it is k/L
 * @param fitted whether from the stretches themselves, else given
 * @param stretches how many it was fitted to; 0 where given
 */
public record SafetyPerformance(
    double a, double b, double dispersionPerKm, boolean fitted, int stretches) {

  /** One that is given, such as a published one. */
  public static SafetyPerformance given(double a, double b, double dispersionPerKm) {
    return new SafetyPerformance(a, b, dispersionPerKm, false, 0);
  }

  /**
   * Fitted by negative binomial regression.
   *
   * @param stretches of about equal length, with traffic; k is that of their mean length
   * @param years over which their crashes were counted, above 0
   */
  static SafetyPerformance fit(List<Stretch> stretches, double years) {
    double[] counts = new double[stretches.size()];
    double[][] columns = new double[stretches.size()][];
    double[] offsets = new double[stretches.size()];
    double lengthKm = 0;
    for (int i = 0; i < counts.length; i++) {
      Stretch stretch = stretches.get(i);
      counts[i] = stretch.crashes();
      columns[i] = new double[] {1, Math.log(stretch.adt())};
      offsets[i] = Math.log(stretch.lengthKm() * years);
      lengthKm += stretch.lengthKm() / counts.length;
    }
    NegativeBinomialRegression.Fit fit =
        new NegativeBinomialRegression(counts, columns, offsets).fit();
    double[] found = fit.coefficients();
    return new SafetyPerformance(
        found[0], found[1], fit.dispersion() * lengthKm, true, counts.length);
  }

  /**
   * Crashes a year.
   *
   * @param adt vehicles a day, above 0
   * @param lengthKm above 0
   */
  public double perYear(double adt, double lengthKm) {
    return Math.exp(a + b * Math.log(adt)) * lengthKm;
  }

  /** The expected crashes of a stretch with {@code observed} in so many years. */
  public ExpectedCrashes expect(double adt, double lengthKm, double years, double observed) {
    return ExpectedCrashes.of(perYear(adt, lengthKm) * years, dispersionPerKm / lengthKm, observed);
  }
}

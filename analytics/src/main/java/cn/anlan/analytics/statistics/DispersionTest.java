package cn.anlan.analytics.statistics;

import java.util.Arrays;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/**
 * Whether counts scatter more about their expectations than Poisson counts do: X² = Σ(y − μ)²/μ on
 * n − p degrees of freedom. Their ratio is near 1 for Poisson counts, far above it where events
 * come together.
 *
 * <p>Source: R. A. Fisher, The significance of deviations from expectation in a Poisson series,
 * Biometrics 6 (1950) 17-24. The p is that of the upper tail and good where most μ are above about
 * 1.
 *
 * @param ratio X²/(n − p); NaN where no degree of freedom is left
 * @param pValue of so much scatter or more by chance alone; NaN likewise
 */
public record DispersionTest(double ratio, int degreesOfFreedom, double pValue) {

  /** Counts against their common mean. */
  public static DispersionTest of(double[] counts) {
    double sum = 0;
    for (double count : counts) {
      sum += count;
    }
    double[] means = new double[counts.length];
    Arrays.fill(means, sum / counts.length);
    return of(counts, means, 1);
  }

  /**
   * @param means what is expected of each; where it is 0, the count must be 0 and says nothing
   * @param parameters how many numbers the means were estimated with
   * @throws IllegalArgumentException for arrays of different length, a negative count or mean, or a
   *     count where none was expected
   */
  public static DispersionTest of(double[] counts, double[] means, int parameters) {
    if (counts.length != means.length) {
      throw new IllegalArgumentException(counts.length + " counts, " + means.length + " means");
    }
    double chi2 = 0;
    int used = 0;
    for (int i = 0; i < counts.length; i++) {
      if (!(counts[i] >= 0) || !(means[i] >= 0) || means[i] == 0 && counts[i] > 0) {
        throw new IllegalArgumentException("count %s, mean %s".formatted(counts[i], means[i]));
      }
      if (means[i] > 0) {
        double off = counts[i] - means[i];
        chi2 += off * off / means[i];
        used++;
      }
    }
    int degrees = used - parameters;
    return degrees < 1
        ? new DispersionTest(Double.NaN, 0, Double.NaN)
        : new DispersionTest(
            chi2 / degrees,
            degrees,
            1 - new ChiSquaredDistribution(null, degrees).cumulativeProbability(chi2));
  }

  /** Whether chance explains so much scatter less often than once in twenty. */
  public boolean isOverdispersed() {
    return pValue < 0.05;
  }
}

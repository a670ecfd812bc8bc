package cn.anlan.analytics.statistics;

import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/**
 * Whether the last digits of numbers are those of counted things: of numbers that run over several
 * tens, each last digit comes about as often as any other; invented or rounded ones crowd on 0 and
 * 5.
 *
 * <p>Source: J. E. Mosimann, C. V. Wiseman, R. E. Edelman, Data fabrication: can people generate
 * random digits?, Accountability in Research 4 (1995) 31-55. It tells that numbers are odd, never
 * why.
 *
 * @param counts how often each last digit 0..9 comes
 * @param uniformP of χ² on 9 degrees of freedom against equal shares; NaN for fewer than {@link
 *     #LEAST} numbers
 * @param heapedP of so many zeros and fives or more by chance (binomial, share 0.2); NaN likewise
 */
public record DigitTest(int[] counts, double uniformP, double heapedP) {
  /** Five expected of each digit, the usual rule for χ². */
  public static final int LEAST = 50;

  private static final int DIGITS = 10;

  /**
   * @param numbers whole numbers of at least two digits; others have no last digit that is free
   * @throws IllegalArgumentException for a number below 10
   */
  public static DigitTest of(long[] numbers) {
    int[] counts = new int[DIGITS];
    for (long number : numbers) {
      if (number < DIGITS) {
        throw new IllegalArgumentException("no free last digit: " + number);
      }
      counts[(int) (number % DIGITS)]++;
    }
    int n = numbers.length;
    if (n < LEAST) {
      return new DigitTest(counts, Double.NaN, Double.NaN);
    }
    double expected = n / (double) DIGITS;
    double chi2 = 0;
    for (int count : counts) {
      chi2 += (count - expected) * (count - expected) / expected;
    }
    int heaped = counts[0] + counts[5];
    double heapedP =
        heaped == 0
            ? 1
            : 1 - new BinomialDistribution(null, n, 0.2).cumulativeProbability(heaped - 1);
    return new DigitTest(
        counts,
        1 - new ChiSquaredDistribution(null, DIGITS - 1.0).cumulativeProbability(chi2),
        heapedP);
  }

  /** The numbers that were looked at. */
  public int numbers() {
    int sum = 0;
    for (int count : counts) {
      sum += count;
    }
    return sum;
  }
}

package cn.anlan.data.demo.ledger;

import java.time.LocalDate;
import java.util.Random;

/** How many hazards are found on which day of a year: by month, weekday and campaign. */
final class FoundDays {
  private FoundDays() {}

  /** Numbers of the year's days, 1 January first, that add up to {@code total}. */
  static int[] counts(HazardWords words, int year, int total, Random random) {
    LocalDate first = LocalDate.of(year, 1, 1);
    double[] cumulative = new double[first.lengthOfYear()];
    double sum = 0;
    for (int i = 0; i < cumulative.length; i++) {
      LocalDate day = first.plusDays(i);
      double weight =
          words.monthWeights().get(day.getMonthValue() - 1)
              * words.weekdayWeights().get(day.getDayOfWeek().getValue() - 1)
              * Math.exp(0.12 * random.nextGaussian());
      if (words.campaignMonths().contains(day.toString().substring(0, 7))) {
        weight *= words.campaignFactor();
      }
      sum += weight;
      cumulative[i] = sum;
    }
    int[] counts = new int[cumulative.length];
    long before = 0;
    for (int i = 0; i < counts.length; i++) {
      long upTo = Math.round(cumulative[i] / sum * total);
      counts[i] = (int) (upTo - before);
      before = upTo;
    }
    return counts;
  }
}

package cn.anlan.analytics.accident;

import cn.anlan.analytics.statistics.CountDistribution;

/**
 * How a year stands against its ceiling on a day.
 *
 * <p>The rest of the year is forecast from the year so far, [design]: a Poisson count whose rate is
 * only known from what has happened (Jeffreys' gamma posterior), which makes it negative binomial
 * with mean (y + ½)/s · (1 − s) and dispersion 1/(y + ½), to which the scatter k of months is added
 * as k over the months left. While less than a twelfth of the year is known, the year before stands
 * for it. Source of the predictive distribution: A. Gelman et al., Bayesian Data Analysis, 3rd ed.,
 * ch. 2.6.
 *
 * @param ceiling the greatest number that meets the target
 * @param toDate so far, as known on the day
 * @param share s, the share of a year's events that falls before the day's end, 0..1
 * @param proRata ceiling · s: what the ceiling allows by now
 * @param expectedYear toDate and the forecast mean of the rest
 * @param probability of meeting the target, 0..1
 */
public record TargetProgress(
    long ceiling,
    long toDate,
    double share,
    double proRata,
    double expectedYear,
    double probability) {
  private static final double TOO_EARLY = 1 / 12.0;
  private static final int MONTHS = 12;

  /**
   * @param previousYear the whole year before, as known now
   * @param monthlyDispersion k of the unit's months, 0 for Poisson
   * @throws IllegalArgumentException for a negative count or a share outside 0..1
   */
  public static TargetProgress of(
      long ceiling, long toDate, long previousYear, double share, double monthlyDispersion) {
    if (ceiling < 0 || toDate < 0 || previousYear < 0 || !(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "ceiling %d, to date %d, previous %d, share %s"
              .formatted(ceiling, toDate, previousYear, share));
    }
    double left = 1 - share;
    boolean early = share < TOO_EARLY;
    double known = (early ? previousYear : toDate) + 0.5;
    double mean = early ? known * left : known / share * left;
    double dispersion = 1 / known + monthlyDispersion / Math.max(1, left * MONTHS);
    CountDistribution rest = new CountDistribution(mean, left == 0 ? 0 : dispersion);
    return new TargetProgress(
        ceiling, toDate, share, ceiling * share, toDate + mean, rest.atMost(ceiling - toDate));
  }

  public boolean isWithinProRata() {
    return toDate <= proRata;
  }

  /** Whether the ceiling is broken already. */
  public boolean isExceeded() {
    return toDate > ceiling;
  }
}

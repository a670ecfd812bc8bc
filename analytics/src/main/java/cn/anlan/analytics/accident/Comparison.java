package cn.anlan.analytics.accident;

import cn.anlan.analytics.statistics.BinomialChangeTest;
import cn.anlan.analytics.statistics.GarwoodInterval;
import cn.anlan.analytics.statistics.NegativeBinomialRegression;
import cn.anlan.geo.text.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * 同比: a window against the same window a year before, and whether the change is more than chance.
 *
 * @param changePct one decimal, half up; null where the previous count is 0
 * @param method exact conditional binomial for counts that scatter as Poisson's, else negative
 *     binomial regression over the months of up to three years
 * @param dispersion k of Var = μ + kμ² for a month; 0 where the exact test is used
 * @param currentInterval 95 % Garwood interval of the current count (too narrow where
 *     overdispersed)
 */
public record Comparison(
    Measure measure,
    Window current,
    Window previous,
    long currentCount,
    long previousCount,
    BigDecimal changePct,
    double pValue,
    Method method,
    double dispersion,
    GarwoodInterval currentInterval,
    GarwoodInterval previousInterval,
    Verdict verdict) {
  private static final double CONVINCING = 0.05;
  private static final int YEARS_BACK = 2;

  /** How p was computed. */
  public enum Method {
    EXACT_BINOMIAL,
    NEGATIVE_BINOMIAL
  }

  /** What may be said. */
  public enum Verdict {
    REAL_FALL("真实下降", "a real fall"),
    REAL_RISE("真实上升", "a real rise"),
    CHANCE("属随机波动", "within chance");

    private final Text title;

    Verdict(String zh, String en) {
      this.title = new Text(zh, en);
    }

    public Text title() {
      return title;
    }
  }

  /**
   * @param accidents of one unit and at least both windows
   * @param firstDay from which on accidents are known at all
   * @param knownOn deaths are taken as known on this day, in both windows
   * @param season index of each month of the year, 1 being average
   */
  public static Comparison of(
      List<Accident> accidents,
      Measure measure,
      Window current,
      LocalDate firstDay,
      LocalDate knownOn,
      double[] season) {
    Window previous = current.yearsBefore(1);
    Optional<NegativeBinomialRegression.Fit> scatter =
        new MonthCells(accidents, measure, current, YEARS_BACK, firstDay, knownOn, season)
            .ifOverdispersed();
    return of(
        measure,
        current,
        count(accidents, measure, current, knownOn),
        count(accidents, measure, previous, knownOn),
        scatter);
  }

  /** Two counts of equal windows that scatter as Poisson's, such as published ones. */
  public static Comparison ofCounts(
      Measure measure, Window current, long currentCount, long previousCount) {
    return of(measure, current, currentCount, previousCount, Optional.empty());
  }

  private static Comparison of(
      Measure measure,
      Window current,
      long now,
      long before,
      Optional<NegativeBinomialRegression.Fit> scatter) {
    double p =
        scatter.map(f -> f.pValue(1)).orElseGet(() -> BinomialChangeTest.pValue(now, before));
    Verdict verdict = Verdict.CHANCE;
    if (p < CONVINCING) {
      verdict = now < before ? Verdict.REAL_FALL : Verdict.REAL_RISE;
    }
    return new Comparison(
        measure,
        current,
        current.yearsBefore(1),
        now,
        before,
        PercentChange.of(now, before).orElse(null),
        p,
        scatter.isPresent() ? Method.NEGATIVE_BINOMIAL : Method.EXACT_BINOMIAL,
        scatter.map(NegativeBinomialRegression.Fit::dispersion).orElse(0.0),
        GarwoodInterval.of(now),
        GarwoodInterval.of(before),
        verdict);
  }

  private static long count(
      List<Accident> accidents, Measure measure, Window window, LocalDate knownOn) {
    return accidents.stream()
        .filter(a -> window.contains(a.occurredOn()))
        .mapToLong(a -> measure.of(a, knownOn))
        .sum();
  }

  /** A sentence that a leader can read. */
  public Text explanation() {
    String change = changePct == null ? "n/a" : PercentChange.text(currentCount, previousCount);
    String chance = pValue < 0.001 ? "<0.1%" : String.format(Locale.ROOT, "%.1f%%", 100 * pValue);

    String why =
        verdict == Verdict.CHANCE
            ? "即使实际水平没有变化，仅凭偶然也有 " + chance + " 的可能出现这样的差距，不能据此说变好或变坏"
            : "若实际水平没有变化，出现这样差距的可能仅为 " + chance;
    String whyEn = "chance alone would give such a difference with probability " + chance;
    boolean scattered = method == Method.NEGATIVE_BINOMIAL;
    return new Text(
        "%s %d %s，上年同期 %d %s，同比 %s，%s：%s%s。"
            .formatted(
                measure.title().zh(),
                currentCount,
                measure.unitZh(),
                previousCount,
                measure.unitZh(),
                change,
                verdict.title().zh(),
                why,
                scattered ? "（数据离散大于泊松，按负二项回归检验）" : ""),
        "%d %s after %d in the same window of the year before (%s), %s: %s%s."
            .formatted(
                currentCount,
                measure.title().en(),
                previousCount,
                change,
                verdict.title().en(),
                whyEn,
                scattered ? " (overdispersed: negative binomial regression)" : ""));
  }
}

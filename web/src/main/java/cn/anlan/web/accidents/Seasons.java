package cn.anlan.web.accidents;

import cn.anlan.analytics.accident.Accident;
import cn.anlan.analytics.accident.Measure;
import cn.anlan.analytics.accident.Window;
import cn.anlan.analytics.statistics.GarwoodInterval;
import cn.anlan.analytics.statistics.SeasonalTest;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.text.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Whether months differ, in the province or in one unit. */
final class Seasons {
  private static final double CONVINCING = 0.05;

  /**
   * @param index observed over what an even rate leads one to expect; null where nothing is known
   * @param low of the 95 % interval of the index (Garwood)
   */
  record Month(int month, long observed, double expected, Double index, Double low, Double high) {}

  /**
   * @param pValue of such differences between months by chance; null where a month is never seen
   * @param dispersion how much more than Poisson's the counts scatter beside the season, at least 1
   */
  record Answer(
      Manifest manifest,
      String measure,
      String unit,
      String unitName,
      List<Month> months,
      Double pValue,
      Double dispersion,
      Text explanation) {}

  private Seasons() {}

  static Answer of(AccidentFacts facts) {
    String unit = facts.question().unit();
    Measure measure = facts.question().measure();
    if (unit != null && facts.units().stream().noneMatch(u -> u.code().equals(unit))) {
      throw new UserFault(
          "unit=" + unit + " 不是该级别的单位 (is no unit of this level)",
          "取 (take one of) " + facts.units().stream().limit(20).map(u -> u.code()).toList());
    }
    List<Accident> accidents =
        unit == null ? facts.book().all() : facts.of(facts.question().level(), unit);
    SeasonalTest test = facts.seasonal(accidents, measure);
    List<Month> months = new ArrayList<>();
    for (int m = 0; m < test.index().length; m++) {
      double expected = test.expected()[m];
      boolean known = expected > 0;
      GarwoodInterval interval = GarwoodInterval.of((long) test.observed()[m]);
      months.add(
          new Month(
              m + 1,
              (long) test.observed()[m],
              expected,
              known ? test.index()[m] : null,
              known ? interval.low() / expected : null,
              known ? interval.high() / expected : null));
    }
    boolean tested = !Double.isNaN(test.pValue());
    return new Answer(
        facts.manifest("seasonality", whole(facts)),
        measure.word(),
        unit,
        facts.name(unit == null ? "360000" : unit),
        months,
        tested ? test.pValue() : null,
        tested ? test.dispersion() : null,
        explanation(test, measure));
  }

  private static Window whole(AccidentFacts facts) {
    LocalDate end = facts.asOf().plusDays(1).withDayOfMonth(1).minusDays(1);
    return new Window(facts.firstDay(), end.isBefore(facts.firstDay()) ? facts.asOf() : end);
  }

  private static Text explanation(SeasonalTest test, Measure measure) {
    if (Double.isNaN(test.pValue())) {
      return new Text(
          "不足一个完整年度或没有事件，无法判断有无季节规律。",
          "Not a whole year of data, or no events: no season can be told.");
    }
    int high = 0;
    int low = 0;
    for (int m = 0; m < test.index().length; m++) {
      high = test.index()[m] > test.index()[high] ? m : high;
      low = test.index()[m] < test.index()[low] ? m : low;
    }
    String p = String.format(Locale.ROOT, "%.1f%%", 100 * test.pValue());
    String name = measure.title().zh();
    if (test.pValue() >= CONVINCING) {
      return new Text(
          "%s各月差异属随机波动：仅凭偶然出现这样差异的可能为 %s，不宜据此安排季节性部署。".formatted(name, p),
          "Months differ by chance only (p = %s).".formatted(p));
    }
    return new Text(
        "%s有季节规律（仅凭偶然出现的可能 %s）：%d 月最高，为平均的 %.2f 倍；%d 月最低，为 %.2f 倍。"
            .formatted(name, p, high + 1, test.index()[high], low + 1, test.index()[low]),
        "There is a season (p = %s): month %d is highest at %.2f of the average, month %d lowest at %.2f."
            .formatted(p, high + 1, test.index()[high], low + 1, test.index()[low]));
  }
}

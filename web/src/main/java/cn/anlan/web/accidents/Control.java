package cn.anlan.web.accidents;

import cn.anlan.analytics.accident.Accident;
import cn.anlan.analytics.accident.ControlChart;
import cn.anlan.analytics.accident.ControlChart.Point;
import cn.anlan.analytics.accident.ControlChart.Series;
import cn.anlan.analytics.accident.Measure;
import cn.anlan.analytics.accident.Window;
import cn.anlan.analytics.rollup.Unit;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.text.Text;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Control charts of all units of a level, and the unit-months worth a look. */
final class Control {
  /** A unit-month is a signal at this false discovery rate. */
  static final double RATE = 0.10;

  static final int MONTHS = 24;
  private static final int MOST_MONTHS = 60;

  /**
   * A unit-month beyond its own limits, or one that all of them together leave standing.
   *
   * @param side high or low
   * @param worthALook whether it stands with the false discovery rate over all of them controlled
   * @param pValue of so many or more (so few or fewer) by chance in this unit-month
   * @param qValue the false discovery rate at which it would be a signal
   */
  record Signal(
      String code,
      String name,
      YearMonth month,
      String side,
      long count,
      double expected,
      long lowerLimit,
      long upperLimit,
      double pValue,
      double qValue,
      boolean worthALook,
      Text explanation) {}

  /** One month of the unit that is charted. */
  record Month(YearMonth month, long count, double expected, long lowerLimit, long upperLimit) {}

  /**
   * @param unitMonths how many were looked at
   * @param dispersion k of Var = μ + kμ² of a unit-month
   * @param outside unit-months beyond their own limits
   * @param worthALook how many of the signals chance does not explain
   * @param outsideByChance how many of them chance alone puts there, at most
   * @param leftOut units without residents of their own, which have no chart
   * @param chart of the unit asked for, or null
   */
  record Answer(
      Manifest manifest,
      String measure,
      YearMonth from,
      YearMonth to,
      int unitMonths,
      double dispersion,
      long outside,
      double outsideByChance,
      long worthALook,
      List<String> leftOut,
      List<Signal> signals,
      String chartedUnit,
      List<Month> chart) {}

  private Control() {}

  /**
   * @param months how many whole months up to the day
   * @throws UserFault for fewer than 6 months or more than 60, or a unit that is not charted
   */
  static Answer of(AccidentFacts facts, int months) {
    if (months < 6 || months > MOST_MONTHS) {
      throw new UserFault("months=" + months + " 超出范围 (out of range)", "取 (take) 6..60");
    }
    YearMonth last = YearMonth.from(facts.asOf().plusDays(1)).minusMonths(1);
    YearMonth known = YearMonth.from(facts.firstDay());
    List<YearMonth> missing = facts.book().missingMonths(facts.asOf());
    List<YearMonth> looked = new ArrayList<>();
    for (int back = months - 1; back >= 0; back--) {
      YearMonth month = last.minusMonths(back);
      if (!month.isBefore(known) && !missing.contains(month)) {
        looked.add(month);
      }
    }
    if (looked.isEmpty()) {
      throw new UserFault(
          "asOf=" + facts.asOf() + " 之前没有完整的月份 (no whole month before it)",
          "取更晚的日期 (take a later day)");
    }
    Measure measure = facts.question().measure();
    List<Series> series = series(facts, looked, measure);
    ControlChart chart = new ControlChart(looked, series, facts.season(measure));
    double k = chart.dispersion();
    List<Signal> signals =
        chart.points().stream()
            .filter(p -> isOutside(p) || p.isHigh(RATE) || p.isLow(RATE))
            .map(p -> signal(p, k, facts, measure))
            .sorted(Comparator.comparingDouble(Signal::qValue).thenComparing(Signal::code))
            .toList();
    long outside = chart.points().stream().filter(Control::isOutside).count();
    String unit = facts.question().unit();
    return new Answer(
        facts.manifest(
            "control_chart",
            new Window(looked.get(0).atDay(1), looked.get(looked.size() - 1).atEndOfMonth())),
        measure.word(),
        looked.get(0),
        looked.get(looked.size() - 1),
        chart.points().size(),
        k,
        outside,
        chart.outsideByChance(),
        signals.stream().filter(Signal::worthALook).count(),
        series.stream().filter(s -> s.residents() <= 0).map(s -> facts.name(s.code())).toList(),
        signals,
        unit,
        unit == null ? null : months(chart, unit, k));
  }

  /** Beyond a limit: the tail from the count on is lighter than the limit's own. */
  private static boolean isOutside(Point p) {
    return Math.min(p.highP(), p.lowP()) < ControlChart.TAIL;
  }

  private static List<Series> series(AccidentFacts facts, List<YearMonth> months, Measure measure) {
    Map<String, Double> residents = facts.residents();
    Map<String, List<Accident>> byUnit =
        facts.book().byUnit(facts.question().level(), facts.asOf());
    List<Series> series = new ArrayList<>();
    for (Unit unit : facts.units()) {
      double[] counts = new double[months.size()];
      for (Accident accident : byUnit.getOrDefault(unit.code(), List.of())) {
        int at = months.indexOf(YearMonth.from(accident.occurredOn()));
        if (at >= 0) {
          counts[at] += measure.of(accident, facts.asOf());
        }
      }
      series.add(new Series(unit.code(), residents.getOrDefault(unit.code(), 0.0), counts));
    }
    return series;
  }

  private static List<Month> months(ControlChart chart, String unit, double k) {
    List<Month> months =
        chart.points().stream()
            .filter(p -> p.code().equals(unit))
            .map(
                p ->
                    new Month(
                        p.month(),
                        (long) p.count(),
                        p.expected(),
                        p.lowerLimit(k),
                        p.upperLimit(k)))
            .toList();
    if (months.isEmpty()) {
      throw new UserFault(
          "unit=" + unit + " 在该级别没有控制图 (has no chart at this level)",
          "取该级别有常住人口的单位编码 (take a unit of this level that has residents)");
    }
    return months;
  }

  private static Signal signal(Point p, double k, AccidentFacts facts, Measure measure) {
    boolean high = p.highP() < p.lowP();
    double chance = high ? p.highP() : p.lowP();
    boolean worth = high ? p.isHigh(RATE) : p.isLow(RATE);
    String name = facts.name(p.code());
    String odds = String.format(Locale.ROOT, "%.0f", 1 / Math.max(chance, 1e-12));
    return new Signal(
        p.code(),
        name,
        p.month(),
        high ? "high" : "low",
        (long) p.count(),
        p.expected(),
        p.lowerLimit(k),
        p.upperLimit(k),
        chance,
        high ? p.highQ() : p.lowQ(),
        worth,
        new Text(
            "%s %s %s %d，按自身水平和季节应有约 %.1f，%s；仅凭偶然约 %s 个单位月出现一次，%s。"
                .formatted(
                    name,
                    p.month(),
                    measure.title().zh(),
                    (long) p.count(),
                    p.expected(),
                    high ? "明显偏多" : "明显偏少",
                    odds,
                    worth ? "值得核查" : "在全部单位月中可能只是偶然"),
            "%s, %s: %d %s where about %.1f are to be expected; chance gives that once in %s unit-months: %s."
                .formatted(
                    name,
                    p.month(),
                    (long) p.count(),
                    measure.title().en(),
                    p.expected(),
                    odds,
                    worth ? "worth a look" : "among so many it may be chance")));
  }
}

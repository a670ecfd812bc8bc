package cn.anlan.web.accidents;

import cn.anlan.analytics.accident.Accident;
import cn.anlan.analytics.accident.AccidentBook;
import cn.anlan.analytics.accident.Measure;
import cn.anlan.analytics.accident.MonthlyScatter;
import cn.anlan.analytics.accident.TargetCeiling;
import cn.anlan.analytics.accident.TargetProgress;
import cn.anlan.analytics.accident.Window;
import cn.anlan.analytics.accident.YearShare;
import cn.anlan.analytics.rollup.Unit;
import cn.anlan.analytics.rollup.UnitLevel;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.geo.text.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How the year's targets of the layer {@code target} stand. */
final class Targets {
  /** What an indicator counts. */
  private record Counted(Measure measure, String sector) {}

  private static final Map<String, Counted> INDICATORS =
      Map.of(
          "deaths", new Counted(Measure.DEATHS, null),
          "larger_accidents", new Counted(Measure.LARGER, null),
          "extraordinary_or_major_accidents", new Counted(Measure.MAJOR_OR_WORSE, null),
          "road_deaths", new Counted(Measure.DEATHS, "road_transport"),
          "construction_deaths", new Counted(Measure.DEATHS, "construction"),
          "industry_trade_accidents", new Counted(Measure.ACCIDENTS, "industry_trade"),
          "industry_trade_deaths", new Counted(Measure.DEATHS, "industry_trade"),
          "city_operation_larger_accidents", new Counted(Measure.LARGER, "city_operation"));

  /**
   * @param fallPct by how much it must fall, or null where a number is set
   * @param ceiling the greatest number of the whole year that meets the target
   * @param sameWindowCeiling the same on last year's figure of the same window
   * @param shareOfYear share of a usual year's events up to the day
   * @param seasonYears from how many years the share was taken; 0 means by days
   * @param probability of meeting it at the year's end
   * @param state met, missed (the year is over), exceeded (already), on_track, behind
   */
  record Row(
      String code,
      String document,
      String name,
      String region,
      String regionName,
      BigDecimal fallPct,
      long previousYear,
      long ceiling,
      long previousSameWindow,
      Long sameWindowCeiling,
      long toDate,
      double shareOfYear,
      int seasonYears,
      double proRataCeiling,
      double expectedYear,
      double monthlyDispersion,
      double probability,
      String state,
      Text explanation) {}

  /**
   * @param notEvaluated targets whose indicator is no count of accidents
   */
  record Answer(Manifest manifest, List<Row> rows, List<Text> notEvaluated) {}

  private Targets() {}

  static Answer of(AccidentFacts facts, Generation generation, Scope scope) {
    LayerSnapshot targets = generation.get("target");
    LocalDate day = facts.asOf();
    List<Row> rows = new ArrayList<>();
    List<Text> not = new ArrayList<>();
    Query.on(targets, scope)
        .rows()
        .forEach(
            (int at) -> {
              if (targets.number("year", at) != day.getYear()) {
                return;
              }
              Counted counted = INDICATORS.get(targets.text("indicator", at));
              Optional<Unit> region = facts.book().tree().find(targets.text("region_code", at));
              String name = targets.text("name", at);
              if (counted == null || region.isEmpty()) {
                not.add(new Text(name + "：无法由事故推算", name + ": no count of accidents"));
              } else if (!Double.isNaN(targets.number("value_pct", at))
                  && day.withDayOfYear(1).minusYears(1).isBefore(facts.firstDay())) {
                not.add(
                    new Text(
                        name + "：上年全年数据不全，无法推算控制数",
                        name + ": the year before is not known as a whole"));
              } else {
                rows.add(row(facts, targets, at, counted, region.get()));
              }
            });
    rows.sort(
        Comparator.comparing((Row r) -> !r.region().equals("360000"))
            .thenComparing(Row::region)
            .thenComparing(Row::code));
    return new Answer(facts.manifest("targets", Window.yearTo(day)), rows, not);
  }

  private static Row row(
      AccidentFacts facts, LayerSnapshot targets, int at, Counted counted, Unit region) {
    LocalDate day = facts.asOf();
    List<Accident> accidents =
        of(facts, region).stream()
            .filter(a -> counted.sector() == null || counted.sector().equals(a.sector()))
            .toList();
    Measure measure = counted.measure();
    Window toDate = Window.yearTo(day);
    Window lastYear = Window.yearTo(day.withDayOfYear(1).minusDays(1));
    long previous = count(accidents, measure, lastYear, day);
    long sameWindow = count(accidents, measure, toDate.yearsBefore(1), day);
    long now = count(accidents, measure, toDate, day);
    double pct = targets.number("value_pct", at);
    BigDecimal fall = Double.isNaN(pct) ? null : BigDecimal.valueOf(-pct);
    long ceiling =
        fall == null ? (long) targets.number("limit_count", at) : TargetCeiling.of(previous, fall);
    YearShare share = YearShare.of(accidents, measure, day, facts.firstDay());
    double scatter =
        MonthlyScatter.dispersion(accidents, measure, day, facts.firstDay(), facts.season(measure));
    TargetProgress progress =
        TargetProgress.of(ceiling, now, previous, Math.min(1, share.share()), scatter);
    boolean over = day.getDayOfYear() == day.lengthOfYear();
    String state = state(progress, over);
    return new Row(
        targets.text(LayerSnapshot.CODE, at),
        targets.text("document", at),
        targets.text("name", at),
        region.code(),
        region.name(),
        fall,
        previous,
        ceiling,
        sameWindow,
        fall == null ? null : TargetCeiling.of(sameWindow, fall),
        now,
        share.share(),
        share.years(),
        progress.proRata(),
        progress.expectedYear(),
        scatter,
        progress.probability(),
        state,
        explanation(targets.text("name", at), measure, fall, previous, progress, state, over));
  }

  private static String state(TargetProgress progress, boolean over) {
    if (progress.isExceeded()) {
      return over ? "missed" : "exceeded";
    }
    if (over) {
      return "met";
    }
    return progress.isWithinProRata() ? "on_track" : "behind";
  }

  private static Text explanation(
      String name,
      Measure measure,
      BigDecimal fall,
      long previous,
      TargetProgress p,
      String state,
      boolean over) {
    String goalZh =
        fall == null
            ? "全年不超过 " + p.ceiling()
            : "上年 " + previous + "，下降 " + fall.toPlainString() + "% 即全年不超过 " + p.ceiling();
    String goalEn =
        fall == null
            ? "not more than " + p.ceiling()
            : "%d the year before, less %s %% leaves %d"
                .formatted(previous, fall.toPlainString(), p.ceiling());
    String zh = "%s：%s；至今 %d".formatted(name, goalZh, p.toDate());
    String en = "%s (%s): %s; so far %d".formatted(name, measure.title().en(), goalEn, p.toDate());
    if (over) {
      boolean met = state.equals("met");
      return new Text(zh + (met ? "，完成。" : "，未完成。"), en + (met ? ": met." : ": missed."));
    }
    if (state.equals("exceeded")) {
      return new Text(zh + "，已突破全年控制数。", en + ": already broken.");
    }
    String chance = String.format(Locale.ROOT, "%.0f%%", 100 * p.probability());
    return new Text(
        zh
            + String.format(
                Locale.ROOT,
                "，按进度应不超过 %.1f，%s；照目前水平全年约 %.0f，完成的可能约 %s。",
                p.proRata(),
                p.isWithinProRata() ? "在进度内" : "超进度",
                p.expectedYear(),
                chance),
        en
            + String.format(
                Locale.ROOT,
                ", %.1f allowed by now (%s); about %.0f by the year's end at this pace, met with probability %s.",
                p.proRata(),
                p.isWithinProRata() ? "on track" : "behind",
                p.expectedYear(),
                chance));
  }

  private static List<Accident> of(AccidentFacts facts, Unit region) {
    return region.level() == UnitLevel.PROVINCE
        ? facts.book().all()
        : facts.of(region.level(), region.code());
  }

  private static long count(
      List<Accident> accidents, Measure measure, Window window, LocalDate day) {
    return AccidentBook.sum(
        accidents.stream().filter(a -> window.contains(a.occurredOn())).toList(), measure, day);
  }
}

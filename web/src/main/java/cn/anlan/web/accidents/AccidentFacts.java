package cn.anlan.web.accidents;

import cn.anlan.analytics.accident.Accident;
import cn.anlan.analytics.accident.AccidentBook;
import cn.anlan.analytics.accident.AccidentRecords;
import cn.anlan.analytics.accident.Measure;
import cn.anlan.analytics.accident.Window;
import cn.anlan.analytics.rollup.ReportingUnits;
import cn.anlan.analytics.rollup.Unit;
import cn.anlan.analytics.rollup.UnitLevel;
import cn.anlan.analytics.statistics.SeasonalTest;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.geo.text.Text;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The accidents that a question is about, read from one generation of snapshots. */
final class AccidentFacts {
  /** With fewer events a season would be mostly chance: every month counts as average. */
  private static final int LEAST_FOR_SEASON = 200;

  /** Data whose last accident is older than this is a closed stock, not a running ledger. */
  private static final int RUNNING_DAYS = 45;

  private static final int MONTHS = 12;

  private final Generation generation;
  private final Scope scope;
  private final AccidentQuestion question;
  private final AccidentRecords records;
  private final AccidentBook book;
  private final LocalDate firstDay;
  private final LocalDate cutOff;
  private final LocalDate asOf;

  /**
   * @param sectors codes that are known
   * @throws UserFault where there is no accident at all, or the sector is none
   */
  AccidentFacts(
      Generation generation, Scope scope, List<String> sectors, AccidentQuestion question) {
    question.checkSector(sectors);
    this.generation = generation;
    this.scope = scope;
    this.question = question;
    this.records =
        AccidentRecords.read(generation.get("accident"), generation.get("enterprise"), scope);
    AccidentBook all =
        new AccidentBook(
            records.accidents(), ReportingUnits.tree(generation.get("reporting_unit")));
    this.firstDay =
        all.firstDay()
            .orElseThrow(
                () ->
                    new UserFault(
                        "没有事故数据 (no accidents are loaded)",
                        "先导入图层 accident，或 ./anlan demo (import them, or load the demo)"));
    this.cutOff = all.lastDay().orElseThrow();
    this.asOf = question.asOf() == null ? lastDay(cutOff) : question.asOf();
    this.book = all.filter(question.sector(), question.productionOnly());
    if (asOf.isBefore(firstDay)) {
      throw new UserFault(
          "asOf=" + asOf + " 早于全部数据 (is before all data)",
          "取 (take) " + firstDay + " 之后 (or later)");
    }
  }

  /** A running ledger is asked for today, a closed one for the end of its last month. */
  private static LocalDate lastDay(LocalDate last) {
    LocalDate today = LocalDate.now();
    return last.isBefore(today.minusDays(RUNNING_DAYS))
        ? YearMonth.from(last).atEndOfMonth()
        : today;
  }

  AccidentQuestion question() {
    return question;
  }

  AccidentBook book() {
    return book;
  }

  LocalDate asOf() {
    return asOf;
  }

  LocalDate firstDay() {
    return firstDay;
  }

  /**
   * The window that is asked for.
   *
   * @throws UserFault where it begins after its end
   */
  Window window() {
    LocalDate from = question.from() == null ? asOf.withDayOfYear(1) : question.from();
    if (from.isAfter(asOf)) {
      throw new UserFault(
          "from=" + from + " 晚于 (is after) asOf=" + asOf, "from 不得晚于 asOf (begin before the end)");
    }
    return new Window(from, asOf);
  }

  String name(String code) {
    return book.tree().find(code).map(Unit::name).orElse(code);
  }

  /** The units of the level asked for, on the day. */
  List<Unit> units() {
    return book.tree().valid(question.level(), asOf);
  }

  /** Residents of each unit of the level asked for; a zone has none of its own. */
  Map<String, Double> residents() {
    LayerSnapshot regions = generation.get("region");
    Map<String, Double> residents = new HashMap<>();
    Query.on(regions, scope)
        .rows()
        .forEach(
            (int row) -> {
              if (!"county".equals(regions.text("admin_level", row))
                  || regions.date("valid_to", row) != null) {
                return;
              }
              double people = regions.number("population", row);
              book.tree()
                  .find(regions.text(LayerSnapshot.CODE, row), question.level(), asOf)
                  .filter(unit -> !Double.isNaN(people))
                  .ifPresent(unit -> residents.merge(unit.code(), people, Double::sum));
            });
    return residents;
  }

  /** The monthly indices of all accidents that are asked for, 1 where they are too few to tell. */
  double[] season(Measure measure) {
    double[] season = new double[MONTHS];
    Arrays.fill(season, 1);
    if (AccidentBook.sum(book.all(), measure, asOf) < LEAST_FOR_SEASON) {
      return season;
    }
    double[] index = seasonal(book.all(), measure).index();
    for (int m = 0; m < MONTHS; m++) {
      season[m] = Double.isNaN(index[m]) || index[m] == 0 ? 1 : index[m];
    }
    return season;
  }

  /** The months of all whole months up to the day; missing ones are left out. */
  SeasonalTest seasonal(List<Accident> accidents, Measure measure) {
    int years = asOf.getYear() - firstDay.getYear() + 1;
    double[][] counts = new double[years][MONTHS];
    double[][] days = new double[years][MONTHS];
    List<YearMonth> missing = book.missingMonths(asOf);
    for (int t = 0; t < years; t++) {
      for (int m = 0; m < MONTHS; m++) {
        YearMonth month = YearMonth.of(firstDay.getYear() + t, m + 1);
        days[t][m] = month.lengthOfMonth();
        boolean known =
            !month.atEndOfMonth().isAfter(asOf)
                && !month.atDay(1).isBefore(firstDay)
                && !missing.contains(month);
        counts[t][m] = known ? 0 : Double.NaN;
      }
    }
    for (Accident accident : accidents) {
      int year = accident.occurredOn().getYear() - firstDay.getYear();
      if (year >= 0 && year < years) {
        counts[year][accident.occurredOn().getMonthValue() - 1] += measure.of(accident, asOf);
      }
    }
    return SeasonalTest.of(counts, days);
  }

  /** Accidents of the unit of a level, or of the province for the level above all. */
  List<Accident> of(UnitLevel level, String unit) {
    return book.byUnit(level, asOf).getOrDefault(unit, List.of());
  }

  Manifest manifest(String analysis, Window window) {
    long open = book.in(window).stream().filter(accident -> accident.isOpenOn(asOf)).count();
    List<YearMonth> missing = book.missingMonths(asOf);
    return new Manifest(
        analysis,
        asOf,
        window,
        question.level().word(),
        question.sector(),
        question.productionOnly(),
        cutOff.isBefore(asOf) ? cutOff : asOf,
        generation.dataVersion(),
        open,
        missing,
        book.all().stream().anyMatch(Accident::demo),
        notes(open, missing));
  }

  private List<Text> notes(long open, List<YearMonth> missing) {
    List<Text> notes = new ArrayList<>();
    notes.add(
        new Text(
            "死亡人数按 %s 所知计；道路交通和火灾 7 日、其他 30 日内补报（国务院令第493号第十三条），其中 %d 起仍在补报期内。"
                .formatted(asOf, open),
            "Deaths as known on %s; revised for 7 days (road, fire) or 30 (order 493 art. 13); %d accidents are still open."
                .formatted(asOf, open)));
    long unplaced = book.byUnit(question.level(), asOf).getOrDefault(null, List.of()).size();
    if (unplaced > 0) {
      notes.add(
          new Text(
              unplaced + " 起事故不属于任何填报单位，未列入各单位，计入总数。",
              unplaced + " accidents belong to no reporting unit; they count in the total only."));
    }
    if (!missing.isEmpty()) {
      notes.add(
          new Text(
              "以下月份没有任何事故记录，应为缺报而不是零：" + missing,
              "No report at all for " + missing + ": missing, not zero."));
    }
    if (!records.unusable().isEmpty()) {
      notes.add(
          new Text(
              "有负数或缺日期、未计入的记录：" + records.unusable(),
              "Left out for a negative number or no date: " + records.unusable()));
    }
    return notes;
  }
}

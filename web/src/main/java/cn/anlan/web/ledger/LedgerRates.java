package cn.anlan.web.ledger;

import cn.anlan.analytics.ledger.Coverage;
import cn.anlan.analytics.ledger.HazardCounts;
import cn.anlan.analytics.ledger.HazardFigure;
import cn.anlan.analytics.ledger.HazardLedger.Grade;
import cn.anlan.analytics.ledger.ListingLedger;
import cn.anlan.analytics.ledger.Rate;
import cn.anlan.analytics.ledger.Reporting;
import cn.anlan.analytics.ledger.ReportingCalendar;
import cn.anlan.analytics.rollup.Unit;
import cn.anlan.analytics.rollup.UnitLevel;
import cn.anlan.geo.text.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The rates of the documents, by unit. */
final class LedgerRates {
  private static final ReportingCalendar CALENDAR = ReportingCalendar.shipped();

  /**
   * A rate with its counts.
   *
   * @param percent one decimal, or n/a where the whole is 0
   */
  record Share(long part, long whole, String percent) {
    static Share of(Rate rate) {
      return new Share(rate.part(), rate.whole(), rate.text());
    }
  }

  /**
   * Hazards of one grade.
   *
   * @param figures every count, by its name
   */
  record Hazards(
      Share rectified,
      Share inTime,
      Share inTimeAsFirstSet,
      Share overdue,
      Map<String, Long> figures) {}

  /** Listings of one level. */
  record Listings(Share delisted, Share overdue) {}

  /** A form. */
  record Forms(Share onTime, long late, long missing) {}

  /**
   * One unit.
   *
   * @param code empty for what belongs to no unit
   * @param hazards by grade (major, general, ungraded)
   * @param listings by the level that listed
   * @param forms by form
   * @param enterprises registered in the system of those in scope
   * @param parts units of the next level that add up to it
   */
  record Row(
      String code,
      String name,
      Map<String, Hazards> hazards,
      Map<String, Listings> listings,
      Map<String, Forms> forms,
      Share enterprises,
      List<String> parts) {}

  /** What it was computed from. */
  record Manifest(
      String analysis,
      LocalDate asOf,
      String adminLevel,
      long dataVersion,
      LocalDate dataCutOff,
      String calendar,
      boolean isDemo,
      List<Text> notes) {}

  /**
   * @param cityUnits city risk assessments done, of the 43 units of the plan
   * @param cityUnitsByCity the same by city
   */
  record Answer(
      Manifest manifest, List<Row> units, Share cityUnits, Map<String, Share> cityUnitsByCity) {}

  private LedgerRates() {}

  static Answer of(LedgerFacts facts, UnitLevel level, LocalDate asOf) {
    Map<String, Map<Grade, HazardCounts>> hazards = facts.hazards().counts(level, asOf);
    Map<String, Map<String, ListingLedger.Counts>> listings =
        ListingLedger.counts(
            facts.layer("listing"),
            facts.scope(),
            facts.namedListings(),
            facts.tree(),
            level,
            asOf);
    Map<String, Map<String, Reporting.Counts>> forms =
        new Reporting(facts.layer("dispatch_report"), facts.scope(), CALENDAR.dueDays())
            .counts(facts.tree(), level, asOf);
    Map<String, Rate> firms =
        Coverage.enterprises(facts.layer("enterprise"), facts.scope(), facts.tree(), level, asOf);
    List<Row> rows = new ArrayList<>();
    for (Unit unit : facts.tree().valid(level, asOf)) {
      rows.add(row(facts, unit.code(), unit.name(), level, asOf, hazards, listings, forms, firms));
    }
    boolean unplaced =
        hazards.containsKey("")
            && hazards.get("").values().stream()
                .anyMatch(c -> c.get(HazardFigure.REGISTERED) + c.get(HazardFigure.OPEN) > 0);
    if (unplaced) {
      rows.add(row(facts, "", "不属于任何单位", level, asOf, hazards, listings, forms, firms));
    }
    Map<String, Rate> cities =
        Coverage.cityUnits(facts.layer("city_assessment"), facts.scope(), asOf);
    Rate all = cities.values().stream().reduce(new Rate(0, 0), Rate::plus);
    Map<String, Share> byCity = new LinkedHashMap<>();
    cities.forEach((city, rate) -> byCity.put(city, Share.of(rate)));
    return new Answer(
        new Manifest(
            "ledger_rates",
            asOf,
            level.word(),
            facts.dataVersion(),
            facts.lastFound(),
            CALENDAR.id() + " v" + CALENDAR.version() + "：" + CALENDAR.source(),
            facts.isDemo(),
            notes(all)),
        rows,
        Share.of(all),
        byCity);
  }

  private static Row row(
      LedgerFacts facts,
      String code,
      String name,
      UnitLevel level,
      LocalDate asOf,
      Map<String, Map<Grade, HazardCounts>> hazards,
      Map<String, Map<String, ListingLedger.Counts>> listings,
      Map<String, Map<String, Reporting.Counts>> forms,
      Map<String, Rate> firms) {
    Map<String, Hazards> byGrade = new LinkedHashMap<>();
    for (Grade grade : Grade.values()) {
      HazardCounts counts = hazards.getOrDefault(code, Map.of()).get(grade);
      if (counts != null) {
        byGrade.put(grade.name().toLowerCase(Locale.ROOT), hazards(counts));
      }
    }
    Map<String, Listings> byLevel = new LinkedHashMap<>();
    listings
        .getOrDefault(code, Map.of())
        .forEach(
            (of, counts) ->
                byLevel.put(
                    of, new Listings(Share.of(counts.delisted()), Share.of(counts.overdue()))));
    Map<String, Forms> byForm = new LinkedHashMap<>();
    forms.forEach(
        (form, units) -> {
          Reporting.Counts counts = units.get(code);
          if (counts != null) {
            byForm.put(form, new Forms(Share.of(counts.onTime()), counts.late(), counts.missing()));
          }
        });
    return new Row(
        code,
        name,
        byGrade,
        byLevel,
        byForm,
        Share.of(firms.getOrDefault(code, new Rate(0, 0))),
        parts(facts, code, level, asOf));
  }

  private static Hazards hazards(HazardCounts counts) {
    Map<String, Long> figures = new LinkedHashMap<>();
    for (HazardFigure figure : HazardFigure.values()) {
      figures.put(figure.word(), counts.get(figure));
    }
    return new Hazards(
        Share.of(counts.rectified()),
        Share.of(counts.inTime()),
        Share.of(counts.inTimeAsFirstSet()),
        Share.of(counts.overdue()),
        figures);
  }

  private static List<String> parts(
      LedgerFacts facts, String code, UnitLevel level, LocalDate asOf) {
    if (level == UnitLevel.COUNTY || code.isEmpty()) {
      return List.of();
    }
    UnitLevel below = UnitLevel.values()[level.ordinal() + 1];
    return facts.tree().valid(below, asOf).stream()
        .map(Unit::code)
        .filter(
            c -> facts.tree().find(c, level, asOf).filter(u -> u.code().equals(code)).isPresent())
        .toList();
  }

  private static List<Text> notes(Rate cityUnits) {
    List<Text> notes = new ArrayList<>();
    notes.add(
        new Text(
            "整改率=已销号/已登记（累计）；按期整改率=期限内销号/应整改；逾期率=未销号且期限早于截止日/未销号；延期改变期限但保留原定期限。",
            "Rectified: closed of registered, cumulative; in time: closed by the due date of those due; overdue: open and due before the day, of all open; an extension keeps the day first set."));
    notes.add(
        new Text(
            "功能区的隐患只计入功能区，不再计入所在县；各单位与“不属于任何单位”之和等于全省。",
            "A functional zone's hazards count there and not in the county as well; units and unplaced add up to the province."));
    notes.add(
        new Text(
            "系统注册没有日期，覆盖率按现状计；重新打开的隐患视为一直未销号。",
            "Registration has no date, coverage is that of now; a hazard reopened counts as open throughout."));
    if (cityUnits.whole() != Coverage.CITY_UNITS) {
      notes.add(
          new Text(
              "城市安全风险评估单元应为 %d 个，现有 %d 个。".formatted(Coverage.CITY_UNITS, cityUnits.whole()),
              "There should be %d city assessment units; %d are loaded."
                  .formatted(Coverage.CITY_UNITS, cityUnits.whole())));
    }
    return notes;
  }
}

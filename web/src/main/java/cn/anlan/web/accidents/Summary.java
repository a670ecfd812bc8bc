package cn.anlan.web.accidents;

import cn.anlan.analytics.accident.Accident;
import cn.anlan.analytics.accident.AccidentBook;
import cn.anlan.analytics.accident.Measure;
import cn.anlan.analytics.accident.Revision;
import cn.anlan.analytics.accident.Severity;
import cn.anlan.analytics.accident.Window;
import cn.anlan.analytics.rollup.Unit;
import cn.anlan.geo.text.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Counts of a window by unit, and what revisions of deaths have changed in it. */
final class Summary {
  private static final int LISTED = 200;

  /** What happened in a unit, as known on the day. */
  record Row(
      String code,
      String name,
      long accidents,
      long deaths,
      long seriouslyInjured,
      long ordinary,
      long larger,
      long major,
      long extraordinary,
      double loss10kYuan) {}

  /** An accident that is no longer what was first reported. */
  record Revised(
      String code,
      LocalDate occurredOn,
      String county,
      String sector,
      int windowDays,
      long deathsFirst,
      long deathsNow,
      String severityFirst,
      String severityNow,
      Text severityTitleFirst,
      Text severityTitle,
      Text investigatorFirst,
      Text investigatorNow) {}

  /**
   * @param deathsFirst deaths of the window by the first reports
   * @param revised how many accidents were revised; the first of them are listed
   * @param reclassified how many of these changed their severity
   */
  record Answer(
      Manifest manifest,
      Row total,
      List<Row> units,
      long deathsFirst,
      long revised,
      long reclassified,
      List<Revised> revisions) {}

  private Summary() {}

  static Answer of(AccidentFacts facts) {
    Window window = facts.window();
    LocalDate day = facts.asOf();
    List<Accident> all = facts.book().in(window);
    Map<String, List<Accident>> byUnit = facts.book().byUnit(facts.question().level(), day);
    List<Row> units = new ArrayList<>();
    for (Unit unit : facts.units()) {
      List<Accident> own =
          byUnit.getOrDefault(unit.code(), List.of()).stream()
              .filter(a -> window.contains(a.occurredOn()))
              .toList();
      units.add(row(unit.code(), unit.name(), own, day));
    }
    List<Revision> revisions = Revision.list(all, day);
    return new Answer(
        facts.manifest("summary", window),
        row("360000", facts.name("360000"), all, day),
        units,
        all.stream().mapToLong(Accident::deathsFirst).sum(),
        revisions.size(),
        revisions.stream().filter(Revision::changesSeverity).count(),
        revisions.stream().limit(LISTED).map(r -> revised(r, facts)).toList());
  }

  private static Row row(String code, String name, List<Accident> accidents, LocalDate day) {
    long[] bySeverity = new long[Severity.values().length];
    accidents.forEach(a -> bySeverity[a.severityOn(day).ordinal()]++);
    return new Row(
        code,
        name,
        accidents.size(),
        AccidentBook.sum(accidents, Measure.DEATHS, day),
        accidents.stream().mapToLong(a -> a.seriousInjuries() + a.acutePoisoned()).sum(),
        bySeverity[Severity.ORDINARY.ordinal()],
        bySeverity[Severity.LARGER.ordinal()],
        bySeverity[Severity.MAJOR.ordinal()],
        bySeverity[Severity.EXTRAORDINARY.ordinal()],
        Math.round(100 * accidents.stream().mapToDouble(Accident::loss10kYuan).sum()) / 100.0);
  }

  private static Revised revised(Revision r, AccidentFacts facts) {
    return new Revised(
        r.code(),
        r.occurredOn(),
        facts.name(r.countyCode()),
        r.sector(),
        r.windowDays(),
        r.deathsBefore(),
        r.deathsAfter(),
        r.severityBefore().code(),
        r.severityAfter().code(),
        r.severityBefore().title(),
        r.severityAfter().title(),
        r.investigatorBefore().title(),
        r.investigatorAfter().title());
  }
}

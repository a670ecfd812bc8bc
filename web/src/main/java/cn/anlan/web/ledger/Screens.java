package cn.anlan.web.ledger;

import cn.anlan.analytics.ledger.FormCells;
import cn.anlan.analytics.ledger.HazardDays;
import cn.anlan.analytics.ledger.HeapedDigits;
import cn.anlan.analytics.ledger.RepeatedForms;
import cn.anlan.analytics.ledger.SameDayClosing;
import cn.anlan.analytics.ledger.SilentMonths;
import cn.anlan.analytics.ledger.Suspicion;
import cn.anlan.analytics.ledger.UnderReporting;
import cn.anlan.analytics.rollup.Unit;
import cn.anlan.analytics.rollup.UnitLevel;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.geo.text.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All screens for figures that were made up, over hazards and monthly forms. */
final class Screens {
  private static final int YEARS = 3;

  /** A suspicion as it is answered; NaN becomes null. */
  record Row(
      String kind,
      Text title,
      String unit,
      String name,
      LocalDate from,
      LocalDate to,
      double count,
      Double expected,
      Double chance,
      Text explanation) {}

  /** What it was computed from. */
  record Manifest(
      String analysis,
      LocalDate from,
      LocalDate asOf,
      long dataVersion,
      boolean isDemo,
      List<Text> notes) {}

  record Answer(Manifest manifest, List<Row> suspicions) {}

  private Screens() {}

  /** Over the three calendar years up to the day. */
  static Answer of(LedgerFacts facts, LocalDate asOf) {
    LocalDate from = asOf.withDayOfYear(1).minusYears(YEARS - 1L);
    HazardDays days = new HazardDays(facts.hazards(), from, asOf);
    FormCells forms = new FormCells(facts.layer("dispatch_report"), facts.scope(), asOf);
    List<Suspicion> found = new ArrayList<>();
    found.addAll(SilentMonths.find(days));
    found.addAll(SameDayClosing.find(days));
    found.addAll(UnderReporting.find(days, riskPoints(facts, asOf), from, asOf));
    found.addAll(RepeatedForms.find(forms));
    found.addAll(HeapedDigits.find(forms, asOf));
    return new Answer(
        new Manifest(
            "screens",
            from,
            asOf,
            facts.dataVersion(),
            facts.isDemo(),
            List.of(
                new Text(
                    "筛查结果只是核查线索，不是结论：看似反常的数字可能有台账里没有的正当原因。",
                    "A reason to look, never a proof: what looks made up may have a good reason."))),
        found.stream().map(s -> row(s, facts)).toList());
  }

  private static Map<String, Long> riskPoints(LedgerFacts facts, LocalDate asOf) {
    LayerSnapshot points = facts.layer("risk_point");
    Map<String, Long> byCounty = Query.on(points, facts.scope()).countsBy("county_code").byValue();
    Map<String, Long> byUnit = new HashMap<>();
    byCounty.forEach(
        (county, n) ->
            facts
                .tree()
                .find(county, UnitLevel.COUNTY, asOf)
                .map(Unit::code)
                .ifPresent(unit -> byUnit.merge(unit, n, Long::sum)));
    return byUnit;
  }

  private static Row row(Suspicion s, LedgerFacts facts) {
    return new Row(
        s.kind().word(),
        s.kind().title(),
        s.unit(),
        facts.name(s.unit()),
        s.from(),
        s.to(),
        s.count(),
        Double.isNaN(s.expected()) ? null : s.expected(),
        Double.isNaN(s.chance()) ? null : s.chance(),
        s.explanation());
  }
}

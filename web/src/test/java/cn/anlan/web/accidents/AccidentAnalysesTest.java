package cn.anlan.web.accidents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.snapshot.Disclosure;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotBuilder;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.web.print.Language;
import cn.anlan.web.sheet.SheetPage;
import cn.anlan.web.snapshot.Columns;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A city whose county 701 was split into 702 and 703 in September 2020; 99 accidents after 131. */
class AccidentAnalysesTest {
  private static final Scope ALL = Scope.wholeProvince("test");
  private static final LocalDate SPLIT = LocalDate.of(2020, 9, 1);

  private final AccidentAnalyses analyses = new AccidentAnalyses(Catalog.load(null));

  @Test
  void aRealFallIsCalledSoAndNoiseIsNot() {
    Comparisons.Answer answer = (Comparisons.Answer) run("compare", "city", "2021-11-30").answer();

    Comparisons.Row accidents = answer.rows().get(0);
    assertThat(accidents.current()).isEqualTo(99);
    assertThat(accidents.previous()).isEqualTo(131);
    assertThat(accidents.verdict()).isEqualTo("real_fall");
    Comparisons.Row deaths = answer.rows().get(1);
    assertThat(deaths.current()).isEqualTo(104);
    assertThat(deaths.previous()).isEqualTo(112);
    assertThat(deaths.verdict()).isEqualTo("chance");
    assertThat(answer.manifest().isDemo()).isTrue();
    assertThat(answer.manifest().dataVersion()).isEqualTo(7);
  }

  @Test
  void aCountySplitBetweenThePeriodsIsComparedAsAWhole() {
    Comparisons.Answer answer =
        (Comparisons.Answer) run("compare", "county", "2021-11-30").answer();
    assertThat(answer.rows())
        .filteredOn(r -> r.qValue() != null && r.measure().equals("accidents"))
        .singleElement()
        .satisfies(
            r -> {
              assertThat(r.code()).isEqualTo("360702+360703");
              assertThat(r.current()).isEqualTo(99);
              assertThat(r.previous()).isEqualTo(131);
              assertThat(r.note().zh()).contains("拆分前的数据分不开");
            });
  }

  @Test
  void aYearNobodyKnowsIsNotAYearOfZeros() {
    assertThatThrownBy(() -> run("compare", "city", "2020-06-30"))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining("不是零");
  }

  @Test
  void targetsSayWhatMayStillHappen() {
    Targets.Answer answer = (Targets.Answer) run("targets", "city", "2021-11-30").answer();
    assertThat(answer.rows()).hasSize(1);
    Targets.Row row = answer.rows().get(0);
    assertThat(row.previousSameWindow()).isEqualTo(112);
    assertThat(row.sameWindowCeiling()).isEqualTo(94);
    assertThat(row.toDate()).isEqualTo(104);
    assertThat(row.state()).isEqualTo("exceeded");
    assertThat(row.probability()).isZero();
    assertThat(answer.notEvaluated()).hasSize(1);
  }

  @Test
  void aSummaryListsWhatRevisionsChanged() {
    Summary.Answer answer = (Summary.Answer) run("summary", "city", "2021-11-30").answer();
    assertThat(answer.reclassified()).isEqualTo(1);
    Summary.Revised grown = answer.revisions().get(0);
    assertThat(grown.severityTitleFirst().zh()).isEqualTo("一般");
    assertThat(grown.severityTitle().zh()).isEqualTo("较大");
    assertThat(grown.investigatorNow().zh()).contains("市");
    Summary.Answer before = (Summary.Answer) run("summary", "city", "2021-05-20").answer();
    assertThat(before.reclassified()).isZero(); // not known yet
  }

  @Test
  void everyAnswerPrintsInBothLanguages() {
    for (String name : AccidentAnalyses.NAMES) {
      var sheet = run(name, "city", "2021-11-30").sheet().get();
      for (Language language : Language.values()) {
        String page = SheetPage.document(sheet, language, "?lang=" + language.other().code());
        assertThat(page).as(name).contains("data-testid=\"demo-mark\"").contains("<table");
        assertThat(page).as(name).doesNotContain("NaN").doesNotContain("null");
      }
    }
  }

  @Test
  void wrongWordsAreRefusedWithWhatMayBeTaken() {
    assertThatThrownBy(() -> run("nonsense", "city", null)).isInstanceOf(UserFault.class);
    assertThatThrownBy(() -> run("compare", "village", null)).isInstanceOf(UserFault.class);
    assertThatThrownBy(() -> run("compare", "city", "yesterday"))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining("yesterday");
    assertThatThrownBy(() -> run("compare", "city", "1990-01-01")).isInstanceOf(UserFault.class);
    AccidentQuestion question = AccidentQuestion.of(null, null, null, "nosuch", null, null, null);
    assertThatThrownBy(() -> analyses.run("compare", generation(), ALL, question, 24))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining("nosuch");
  }

  private AccidentAnalyses.Result run(String name, String level, String asOf) {
    return analyses.run(
        name,
        generation(),
        ALL,
        AccidentQuestion.of(asOf, null, level, null, null, null, null),
        24);
  }

  private static Generation generation() {
    SnapshotBuilder rows =
        builder(
            "accident",
            "code",
            "occurred_on date",
            "sector code",
            "accident_type code",
            "deaths integer",
            "deaths_first_report integer",
            "deaths_day_7 integer",
            "deaths_day_30 integer",
            "serious_injuries integer",
            "acute_poisoned integer",
            "direct_loss_10k_yuan number",
            "is_production_related boolean",
            "is_traffic boolean",
            "enterprise_code",
            "county_code",
            "is_demo boolean");
    int id = 0;
    for (int year = 2020; year <= 2021; year++) {
      int accidents = year == 2020 ? 131 : 99;
      int deaths = year == 2020 ? 112 : 104;
      for (int i = 0; i < accidents; i++) {
        LocalDate day = LocalDate.of(year, 1, 1).plusDays(Math.round(i * 333.0 / accidents));
        String county = day.isBefore(SPLIT) ? "360701" : i % 2 == 0 ? "360702" : "360703";
        // In one accident of May 2021 somebody died later: 2 at first, 3 in the end. Those deaths
        // are taken from the accidents after it, so that the year's sum is the published one.
        long toll = deaths * (i + 1L) / accidents - deaths * (long) i / accidents;
        boolean grows = year == 2021 && i == 40;
        boolean spares = year == 2021 && (i == 41 || i == 42);
        long last = grows ? toll + 2 : spares ? toll - 1 : toll;
        long first = grows ? last - 1 : last;
        rows.add(
            ++id,
            null,
            "A" + id,
            day,
            "construction",
            "fall",
            last,
            first,
            first,
            last,
            0L,
            0L,
            1.0,
            true,
            false,
            null,
            county,
            true);
      }
    }
    return new Generation(
        7,
        Map.of(
            "accident",
            rows.build(),
            "enterprise",
            builder("enterprise", "code", "reporting_unit_code", "county_code").build(),
            "reporting_unit",
            units(),
            "region",
            regions(),
            "target",
            targets()));
  }

  private static LayerSnapshot units() {
    SnapshotBuilder units =
        builder(
            "reporting_unit",
            "code",
            "name",
            "kind code",
            "unit_level code",
            "parent_code",
            "valid_from date",
            "valid_to date",
            "successor_code",
            "predecessor_code",
            "is_functional_zone boolean");
    unit(units, 1, "360000", "province", null, null, null, null, null);
    unit(units, 2, "360700", "city", "360000", null, null, null, null);
    unit(units, 3, "360701", "county", "360700", null, SPLIT, "360702", null);
    unit(units, 4, "360702", "county", "360700", SPLIT, null, null, "360701");
    unit(units, 5, "360703", "county", "360700", SPLIT, null, null, "360701");
    return units.build();
  }

  private static void unit(
      SnapshotBuilder units,
      long id,
      String code,
      String level,
      String parent,
      LocalDate from,
      LocalDate to,
      String successor,
      String predecessor) {
    units.add(
        id,
        null,
        code,
        "单位" + code,
        "statutory",
        level,
        parent,
        from,
        to,
        successor,
        predecessor,
        false);
  }

  private static LayerSnapshot regions() {
    SnapshotBuilder regions =
        builder("region", "code", "admin_level code", "population integer", "valid_to date");
    regions.add(1, null, "360702", "county", 500_000L, null);
    regions.add(2, null, "360703", "county", 300_000L, null);
    return regions.build();
  }

  private static LayerSnapshot targets() {
    SnapshotBuilder targets =
        builder(
            "target",
            "code",
            "name",
            "document",
            "indicator code",
            "year integer",
            "region_code",
            "value_pct number",
            "limit_count integer");
    targets.add(1, null, "T1", "死亡人数", "002", "deaths", 2021L, "360700", -16.0, null);
    targets.add(
        2, null, "T2", "万台事故率", "000", "equipment_accident_rate", 2021L, "360000", null, 1L);
    targets.add(3, null, "T3", "死亡人数", "002", "deaths", 2020L, "360700", -15.0, null);
    return targets.build();
  }

  private static SnapshotBuilder builder(String layer, String... columns) {
    return new SnapshotBuilder(layer, 7, Columns.of(columns)).disclosure(Disclosure.PUBLIC);
  }
}

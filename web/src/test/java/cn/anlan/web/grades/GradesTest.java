package cn.anlan.web.grades;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anlan.analytics.grade.GradingTables;
import cn.anlan.analytics.grade.explain.GradeExplanation;
import cn.anlan.analytics.grade.explain.Ungradable;
import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.catalog.Field;
import cn.anlan.data.catalog.Layer;
import cn.anlan.geo.snapshot.ColumnKind;
import cn.anlan.geo.snapshot.ColumnSpec;
import cn.anlan.geo.snapshot.Disclosure;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotBuilder;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.web.print.Language;
import cn.anlan.web.problem.NotFound;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rows of the catalogue's own layers, graded from what they hold. */
class GradesTest {
  private static final Catalog CATALOG = Catalog.load(null);
  private static final Scope ALL = Scope.wholeProvince("test");
  private static final LocalDate DAY = LocalDate.of(2021, 12, 31);

  private final Grades grades = new Grades(CATALOG, GradingTables.ours());
  private final Map<String, List<Map<String, Object>>> rows = new HashMap<>();

  @Test
  void aRiskPointIsGradedByItsFactorsUnderItsKeyAndItsId() {
    add("risk_point", point("RP1", "E1", 2, "6", "6", "15"));

    GradeAnswer answer = explain("risk_point", "RP1");

    assertThat(answer.grades()).singleElement();
    assertThat(answer.grades().get(0).grade()).isEqualTo("red");
    assertThat(answer.grades().get(0).stored().agrees()).isFalse();
    assertThat(answer.subject().code()).isEqualTo("RP1");
    assertThat(answer.manifest().dataVersion()).isEqualTo(7);
    assertThat(explain("risk_point", Long.toString(answer.subject().id()))).isEqualTo(answer);
  }

  @Test
  void aChemicalEnterpriseIsGradedByItsScoreAndItsRiskPointsStandBeside() {
    add("enterprise", enterprise("E1", "hazardous_chemicals", 93.5, 4));
    add("risk_point", point("RP1", "E1", 2, "6", "3", "15"));
    add("risk_point", point("RP2", "E2", 1, "6", "6", "15"));
    add("accident", accident("A1", "E1", LocalDate.of(2020, 2, 2), "major", 11));
    add("accident", accident("A2", "E2", LocalDate.of(2020, 2, 2), "major", 11));

    GradeAnswer answer = explain("enterprise", "E1");

    assertThat(answer.grades())
        .extracting(GradeExplanation::grade)
        .containsExactly("red", "orange");
    assertThat(answer.grades().get(0).table().id()).isEqualTo("chemical_enterprise");
    assertThat(answer.grades().get(0).steps().get(1).zh()).contains("A1").doesNotContain("A2");
    assertThat(answer.grades().get(0).stored().agrees()).isFalse();
    assertThat(answer.grades().get(1).stored()).isNull();
    assertThat(answer.grades().get(1).toNextBetter().get(0).zh()).contains("RP1");
  }

  @Test
  void anotherEnterpriseIsGradedByItsRiskPointsAlone() {
    add("enterprise", enterprise("E'1", "industry_trade", null, 3));
    add("risk_point", point("RP1", "E'1", 3, "3", "3", "15"));

    GradeAnswer answer = explain("enterprise", "E'1");

    assertThat(answer.grades()).singleElement();
    assertThat(answer.grades().get(0).grade()).isEqualTo("yellow");
    assertThat(answer.grades().get(0).stored().agrees()).isTrue();
  }

  @Test
  void installationsPondsMinesAndParksAreGradedFromTheirColumns() {
    Map<String, Object> unit = row("MH1");
    unit.putAll(Map.of("substances", List.of("氯 30 t", "氨 40 t"), "exposed_500m", 100L));
    unit.putAll(Map.of("hazard_level", 2L, "r_value", 64.0));
    add("major_hazard_installation", unit);
    Map<String, Object> pond = row("TP1");
    pond.putAll(Map.of("capacity_10k_m3", 1200.0, "dam_height_m", 25.0, "pond_class", "four"));
    add("tailings_pond", pond);
    Map<String, Object> mine = row("MS1");
    mine.putAll(Map.of("kind", "metal", "owner_kind", "central", "standard_level", "none"));
    mine.putAll(Map.of("tier", "province", "max_shift_persons", 31L));
    add("mine_system", mine);
    Map<String, Object> park = row("PK1");
    park.putAll(Map.of("safety_score", 69.9, "grade", "b"));
    add("chemical_park", park);

    Map<String, String> expected = new HashMap<>();
    expected.put("major_hazard_installation/MH1", "2");
    expected.put("tailings_pond/TP1", "four");
    expected.put("mine_system/MS1", "province");
    expected.put("chemical_park/PK1", "b");
    expected.forEach(
        (place, grade) -> {
          GradeAnswer answer = explain(place.split("/")[0], place.split("/")[1]);
          assertThat(answer.grades()).as(place).singleElement();
          assertThat(answer.grades().get(0).grade()).as(place).isEqualTo(grade);
          assertThat(answer.grades().get(0).stored().agrees()).as(place).isTrue();
        });
    assertThat(explain("mine_system", "MS1").grades().get(0).steps().get(0).zh())
        .isEqualTo("隶属为央企 ⇒ 省级监管");
  }

  @Test
  void whatIsNotThereOrNotSeenOrNotGradedIsNotFound() {
    add("risk_point", point("RP1", "E1", 2, "6", "6", "15"));
    Scope elsewhere = Scope.regions("other", List.of("360702"), EnumSet.allOf(Disclosure.class));

    assertThatThrownBy(() -> explain("water_body", "W1"))
        .isInstanceOf(NotFound.class)
        .hasMessageContaining("water_body");
    assertThatThrownBy(() -> explain("risk_point", "RP9")).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> grades.explain(generation(), elsewhere, "risk_point", "RP1", DAY))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void faultyFactorsAreRefusedWithFieldValueAndRemedy() {
    add("risk_point", point("RP1", "E1", 2, "4", "6", "15"));

    assertThatThrownBy(() -> explain("risk_point", "RP1"))
        .isInstanceOfSatisfying(
            Ungradable.class,
            refused -> {
              assertThat(refused.faults()).singleElement();
              assertThat(refused.faults().get(0).field()).isEqualTo("factor_l");
              assertThat(refused.faults().get(0).value()).isEqualTo("4");
              assertThat(refused.remedies()).contains("10, 6, 3");
            });
  }

  @Test
  void theSheetSaysGradeTableAndWaysInBothLanguagesAndEscapesWhatComesFromData() {
    Map<String, Object> point = point("RP1", "E1", 2, "6", "6", "15");
    point.put("name", "<b>罐区</b>");
    point.put("is_demo", true);
    add("risk_point", point);
    GradeAnswer answer = explain("risk_point", "RP1");

    String zh = new GradeSheet(Language.ZH, answer).document();
    String en = new GradeSheet(Language.EN, answer).document();

    assertThat(zh)
        .contains("&lt;b&gt;罐区&lt;/b&gt;", "R · 重大风险（红）", "320 &lt; D", "lec v1", "示例数据")
        .contains("台账记为较大风险（橙）", answer.grades().get(0).table().sha256())
        .doesNotContain("<b>罐区</b>", "<script");
    assertThat(en).contains("R · major (red)", "What the next better grade needs");
  }

  private GradeAnswer explain(String layer, String key) {
    return grades.explain(generation(), ALL, layer, key, DAY);
  }

  private void add(String layer, Map<String, Object> values) {
    rows.computeIfAbsent(layer, k -> new ArrayList<>()).add(values);
  }

  private static Map<String, Object> row(String code) {
    return new HashMap<>(Map.of("code", code, "name", "示例", "county_code", "360102"));
  }

  private static Map<String, Object> point(
      String code, String enterprise, long level, String l, String e, String c) {
    Map<String, Object> values = row(code);
    values.putAll(Map.of("enterprise_code", enterprise, "method", "lec", "level", level));
    values.put("factor_l", Double.valueOf(l));
    values.put("factor_e", Double.valueOf(e));
    values.put("factor_c", Double.valueOf(c));
    return values;
  }

  private static Map<String, Object> enterprise(
      String code, String sector, Double score, long level) {
    Map<String, Object> values = row(code);
    values.putAll(Map.of("sector", sector, "risk_level", level));
    values.put("safety_score", score);
    return values;
  }

  private static Map<String, Object> accident(
      String code, String enterprise, LocalDate day, String severity, long deaths) {
    Map<String, Object> values = row(code);
    values.putAll(Map.of("enterprise_code", enterprise, "occurred_on", day));
    values.putAll(Map.of("severity", severity, "deaths", deaths));
    return values;
  }

  private Generation generation() {
    Map<String, LayerSnapshot> layers = new HashMap<>();
    for (String id : List.of("accident", "risk_point", "enterprise", "mine_system")) {
      layers.put(id, snapshot(CATALOG.getLayer(id)));
    }
    for (String id : List.of("major_hazard_installation", "tailings_pond", "chemical_park")) {
      layers.put(id, snapshot(CATALOG.getLayer(id)));
    }
    return new Generation(7, layers);
  }

  private LayerSnapshot snapshot(Layer layer) {
    List<ColumnSpec> columns = new ArrayList<>(List.of(new ColumnSpec("code", ColumnKind.TEXT)));
    for (Field field : layer.fields()) {
      columns.add(new ColumnSpec(field.name(), ColumnKind.valueOf(field.type().name())));
    }
    columns.add(new ColumnSpec("is_demo", ColumnKind.BOOLEAN));
    SnapshotBuilder builder =
        new SnapshotBuilder(layer.id(), 7, columns)
            .disclosure(layer.disclosure())
            .regionColumn(layer.regionField());
    int id = 100;
    for (Map<String, Object> row : rows.getOrDefault(layer.id(), List.of())) {
      builder.add(id++, null, columns.stream().map(c -> row.get(c.name())).toArray());
    }
    return builder.build();
  }
}

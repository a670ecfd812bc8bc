package cn.anlan.geo.rule;

import static cn.anlan.geo.rule.Samples.codes;
import static cn.anlan.geo.rule.TestRule.only;
import static cn.anlan.geo.rule.TestRule.quarry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.anlan.geo.snapshot.ColumnKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Distances from a standard's table: the first row that holds decides. */
class DistanceTableTest {
  private static final String RULE =
      """
      kind: reference
      standard: {zh: 示例标准, en: sample standard, edition: GB 0-2021}
      targets:
        - layer: place
          distance:
            unit: m
            table:
              - {subject: "station = 1", target: "crowd = 'big'", value: 50}
              - {subject: "station = 1", target: "crowd = 'small'", value: 20}
              - {subject: "dose > 1000", unknown: {zh: 表值未录入, en: value not held}, at_most: 500}
              - {subject: "station = 9", unknown: {zh: 无表, en: no table}}
              - {target: "crowd = 'own'", not_applicable: true}
              - {target: "crowd = 'tall'", field: height_m, times: 2, plus: 5}
              - {subject: "radius_m IS NOT NULL", subject_field: radius_m}
            otherwise: OTHERWISE
            source: 表 4.0.4
      """;

  private static Rule rule(String otherwise) {
    return TestRule.of(RULE.replace("OTHERWISE", otherwise));
  }

  private static TestGround places(Object crowd, Double heightM) {
    TestLayer places =
        new TestLayer("place").field("crowd", ColumnKind.CODE).field("height_m", ColumnKind.NUMBER);
    places.add(Plan.line(0, -900, 0, 900)).with("crowd", crowd).with("height_m", heightM);
    return TestGround.of(places.build());
  }

  private static Samples.SiteBuilder at(double eastM) {
    return quarry(Plan.point(eastM, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "49, big,   FAIL, 50",
    "50, big,   PASS, 50",
    "49, small, PASS, 20",
    "19, small, FAIL, 20",
  })
  void subjectAndTargetChooseTheRowTogether(double d, String crowd, Verdict verdict, double limit) {
    Finding f = only(rule("not_assessable"), at(d).attribute("station", 1L), places(crowd, null));
    assertThat(f.verdict()).isEqualTo(verdict);
    assertThat(f.thresholdM()).isEqualTo(limit);
    assertThat(f.thresholdSource()).isEqualTo("表 4.0.4");
  }

  @Test
  void anUnknownConditionLeavesItOpenUnlessItIsFarEnoughForEveryRow() {
    Finding near = only(rule("not_applicable"), at(30), places("big", null));
    assertThat(near.verdict()).isEqualTo(Verdict.NOT_ASSESSABLE);
    assertThat(codes(near)).containsExactly("attribute");
    assertThat(near.reasons().get(0).zh()).contains("station");
  }

  @Test
  void aValueThatIsNotHeldIsNotAssessableUpToWhatItCanBeAtMost() {
    Samples.SiteBuilder site = at(499).attribute("station", 2L).attribute("dose", 2000L);
    Finding near = only(rule("not_applicable"), site, places("big", null));
    assertThat(near.verdict()).isEqualTo(Verdict.NOT_ASSESSABLE);
    assertThat(near.reasons().get(0).zh()).contains("表值未录入");
    Finding far =
        only(rule("not_applicable"), site.geometry(Plan.point(501, 0)), places("big", null));
    assertThat(far.verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void withNoBoundAtAllTheNearestIsNotAssessableHoweverFar() {
    Samples.SiteBuilder site = at(80_000).attribute("station", 9L).attribute("dose", 1L);
    Finding f = only(rule("not_applicable"), site, places("big", null));
    assertThat(f.verdict()).isEqualTo(Verdict.NOT_ASSESSABLE);
    assertThat(codes(f)).containsExactly("table_value");
    assertThat(f.distanceM()).isCloseTo(80_000, within(200.0));
    assertThat(f.thresholdM()).isNull();
  }

  @Test
  void fieldsOfTargetAndSubjectGiveMetresAndSomePairsAreNotBound() {
    Samples.SiteBuilder site = at(20).attribute("station", 2L).attribute("dose", 1L);
    Finding tall = only(rule("not_applicable"), site, places("tall", 10.0));
    assertThat(tall.thresholdM()).isEqualTo(25);
    assertThat(tall.verdict()).isEqualTo(Verdict.FAIL);
    Finding unknown = only(rule("not_applicable"), site, places("tall", null));
    assertThat(codes(unknown)).containsExactly("target_attribute");
    assertThat(codes(only(rule("not_applicable"), site, places("own", null))))
        .containsExactly("none_there");
    Finding radius =
        only(rule("not_applicable"), site.attribute("radius_m", 21L), places("x", null));
    assertThat(radius.thresholdM()).isEqualTo(21);
    assertThat(radius.verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void whatNoRowNamesIsEitherNotBoundOrNotAssessable() {
    Samples.SiteBuilder site = at(20).attribute("station", 2L).attribute("dose", 1L);
    assertThat(only(rule("not_applicable"), site, places("x", null)).verdict())
        .isEqualTo(Verdict.PASS);
    Finding open = only(rule("not_assessable"), site, places("x", null));
    assertThat(open.verdict()).isEqualTo(Verdict.NOT_ASSESSABLE);
    assertThat(codes(open)).containsExactly("table_value");
  }
}

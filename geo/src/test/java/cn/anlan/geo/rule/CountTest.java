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

/** People and things within reach, in a circle and down a flow path. */
class CountTest {
  private static final String CIRCLE =
      """
      kind: count
      within: {value: 500, unit: m}
      limit: {max: 99}
      targets:
        - layer: resident_point
          count: {field: population}
      """;
  private static final String ALONG =
      """
      kind: count
      within: {value: 1000, unit: m}
      limit: {max: 0}
      along: {layer: flow_path, key: pond_code, lateral: {value: 300, unit: m}}
      targets:
        - layer: resident_point
          count: {field: population}
      """;

  private static TestLayer residents() {
    return new TestLayer("resident_point").field("population", ColumnKind.INTEGER);
  }

  private static TestLayer paths() {
    return new TestLayer("flow_path").field("pond_code", ColumnKind.TEXT);
  }

  private static Samples.SiteBuilder pond() {
    return quarry(Plan.point(0, 0)).attribute("code", "P1");
  }

  @Test
  void peopleWithinTheCircleAreAddedUp() {
    TestLayer residents = residents();
    residents.add(Plan.point(300, 0)).with("population", 60L);
    residents.add(Plan.point(0, 499)).with("population", 40L);
    residents.add(Plan.point(-501, 0)).with("population", 1000L);
    Finding f =
        only(TestRule.of(CIRCLE), quarry(Plan.point(0, 0)), TestGround.of(residents.build()));
    assertThat(f.count()).isEqualTo(new Finding.Count(100, 100, 99, 500, "population"));
    assertThat(f.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(codes(f)).contains("too_many");
    assertThat(f.targetCode()).isEqualTo("resident_point-1");
    assertThat(f.distanceM()).isCloseTo(300, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({
    "489, 100, 100, FAIL",
    "491,   0, 100, NEEDS_SURVEY",
    "509,   0, 100, NEEDS_SURVEY",
    "511,   0,   0, PASS",
  })
  void theEdgeOfTheCircleIsAsUncertainAsThePositions(
      double eastM, long certain, long possible, Verdict verdict) {
    TestLayer residents = residents();
    residents.add(Plan.point(eastM, 0)).with("population", 100L).with("sigma_m", 4.0);
    Finding f =
        only(
            TestRule.of(CIRCLE),
            quarry(Plan.point(0, 0)).sigmaM(3.0),
            TestGround.of(residents.build()));
    assertThat(f.count().certain()).isEqualTo(certain);
    assertThat(f.count().possible()).isEqualTo(possible);
    assertThat(f.verdict()).isEqualTo(verdict);
  }

  @Test
  void anUnknownNumberOfPeopleMayBeTooMany() {
    TestLayer residents = residents();
    residents.add(Plan.point(10, 0));
    Finding f =
        only(TestRule.of(CIRCLE), quarry(Plan.point(0, 0)), TestGround.of(residents.build()));
    assertThat(f.verdict()).isEqualTo(Verdict.NEEDS_SURVEY);
    assertThat(f.count().certain()).isZero();
  }

  /** The path leads 600 m east, then north: 1,000 m of way end 400 m up the second leg. */
  @ParameterizedTest
  @CsvSource({
    "600,  399, 7, FAIL", // on the way, 999 m down
    "600,  401, 0, PASS", // 1,001 m down
    "890,  200, 7, FAIL", // 290 m beside it
    "910,  200, 0, PASS", // 310 m beside it
    "-250,   0, 7, FAIL", // behind the dam's toe, but within 300 m of it
    "0,    900, 0, PASS", // 900 m from the dam as the crow flies, and far from the way
    "320,  420, 0, PASS", // its foot lies beyond the reach
  })
  void downTheFlowPathCountsWhoseFootLiesOnItsFirstKilometre(
      double eastM, double northM, long people, Verdict verdict) {
    TestLayer residents = residents();
    residents.add(Plan.point(eastM, northM)).with("population", 7L);
    TestLayer paths = paths();
    paths.add(Plan.line(0, 0, 300, 0, 600, 0, 600, 2000)).with("pond_code", "P1");
    TestGround ground = TestGround.of(residents.build(), paths.build());
    Finding f = only(TestRule.of(ALONG), pond(), ground);
    assertThat(f.count().certain()).isEqualTo(people);
    assertThat(f.verdict()).isEqualTo(verdict);
    if (people > 0) {
      assertThat(f.direction()).isEqualTo("downstream");
      assertThat(f.subjectPoint().get(0)).isCloseTo(116, within(1e-9));
    }
  }

  @Test
  void theDistanceIsThatAlongTheWay() {
    TestLayer residents = residents();
    residents.add(Plan.point(600, 300)).with("population", 7L);
    TestLayer paths = paths();
    paths.add(Plan.line(0, 0, 600, 0, 600, 2000)).with("pond_code", "P1");
    Finding f = only(TestRule.of(ALONG), pond(), TestGround.of(residents.build(), paths.build()));
    assertThat(f.distanceM()).isCloseTo(900, within(0.05));
    assertThat(f.thresholdM()).isEqualTo(1000);
  }

  @Test
  void withoutAPathNobodyIsCountedInACircleInstead() {
    TestLayer residents = residents();
    residents.add(Plan.point(10, 0)).with("population", 7L);
    TestLayer paths = paths();
    paths.add(Plan.line(0, 0, 600, 0, 600, 2000)).with("pond_code", "P2");
    Finding f = only(TestRule.of(ALONG), pond(), TestGround.of(residents.build(), paths.build()));
    assertThat(f.verdict()).isEqualTo(Verdict.NOT_ASSESSABLE);
    assertThat(codes(f)).containsExactly("no_path");
    assertThat(f.count()).isNull();
  }

  @Test
  void aPathThatEndsTooSoonProvesABreachButNoPass() {
    TestLayer paths = paths();
    paths.add(Plan.line(0, 0, 600, 0)).with("pond_code", "P1");
    TestLayer nobody = residents();
    Finding open = only(TestRule.of(ALONG), pond(), TestGround.of(nobody.build(), paths.build()));
    assertThat(open.verdict()).isEqualTo(Verdict.NOT_ASSESSABLE);
    assertThat(codes(open)).containsExactly("path_short");
    TestLayer residents = residents();
    residents.add(Plan.point(500, 10)).with("population", 7L);
    Finding f = only(TestRule.of(ALONG), pond(), TestGround.of(residents.build(), paths.build()));
    assertThat(f.verdict()).isEqualTo(Verdict.FAIL);
  }
}

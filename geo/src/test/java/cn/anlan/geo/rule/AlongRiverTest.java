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
import org.locationtech.jts.geom.Geometry;

/** Distances along the centre line of a river, up- and downstream of a bridge. */
class AlongRiverTest {
  private static final String RULE =
      """
      kind: along_river
      river:
        layer: water_body
        filter: "kind = 'river'"
        subject_key: river_code
        lateral: {value: 100, unit: m}
      targets:
        - layer: bridge
          reach: {upstream: 500, downstream: 2000, unit: m}
      """;

  private static TestLayer waters() {
    return new TestLayer("water_body")
        .field("kind", ColumnKind.CODE)
        .field("downstream", ColumnKind.BOOLEAN);
  }

  /** East for 3 km, then north: the bridge stands 1 km up the second leg, 4 km down the river. */
  private static TestGround ground(double sigmaM) {
    TestLayer waters = waters();
    waters
        .add(Plan.line(0, 0, 1000, 0, 2000, 0, 3000, 0, 3000, 3000, 3000, 9000))
        .with("code", "W1")
        .with("kind", "river")
        .with("sigma_m", sigmaM);
    return TestGround.of(waters.build(), bridges().build());
  }

  private static TestLayer bridges() {
    TestLayer bridges = new TestLayer("bridge");
    bridges.add(Plan.point(3020, 1000));
    return bridges;
  }

  private static Samples.SiteBuilder mining(Geometry at) {
    return quarry(at).attribute("river_code", "W1");
  }

  @ParameterizedTest
  @CsvSource({
    "3000, 499,  501, upstream,   PASS",
    "3000, 501,  499, upstream,   FAIL",
    "2600, 30,  1400, upstream,   PASS",
    "3010, 1500, 500, downstream, FAIL",
    "3010, 2999, 1999, downstream, FAIL",
    "3010, 3001, 2001, downstream, PASS",
  })
  void upAndDownstreamAreCountedAlongTheCentreLine(
      double eastM, double northM, double distanceM, String direction, Verdict verdict) {
    Finding f = only(TestRule.of(RULE), mining(Plan.point(eastM, northM)), ground(0));
    assertThat(f.distanceM()).isCloseTo(distanceM, within(0.6));
    assertThat(f.direction()).isEqualTo(direction);
    assertThat(f.thresholdM()).isEqualTo(direction.equals("upstream") ? 500 : 2000);
    assertThat(f.verdict()).isEqualTo(verdict);
  }

  @Test
  void anAreaCountsFromItsNearestEndAndBesideTheBridgeItIsNought() {
    Finding above = only(TestRule.of(RULE), mining(Plan.box(2980, 100, 3020, 400)), ground(0));
    assertThat(above.distanceM()).isCloseTo(600, within(0.1));
    assertThat(above.verdict()).isEqualTo(Verdict.PASS);
    Finding beside = only(TestRule.of(RULE), mining(Plan.box(2980, 800, 3020, 1400)), ground(0));
    assertThat(beside.distanceM()).isZero();
    assertThat(beside.verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void theAccuraciesOfSiteBridgeAndLineCount() {
    Finding f = only(TestRule.of(RULE), mining(Plan.point(3000, 490)).sigmaM(3.0), ground(4));
    assertThat(f.uncertaintyM()).isCloseTo(10, within(1e-9));
    assertThat(f.verdict()).isEqualTo(Verdict.NEEDS_SURVEY);
  }

  @Test
  void aRiverThatIsOnlyASurfaceHasNoCentreLine() {
    TestLayer waters = waters();
    waters.add(Plan.box(0, 0, 3000, 100)).with("code", "W1").with("kind", "river");
    TestGround ground = TestGround.of(waters.build(), bridges().build());
    Finding f = only(TestRule.of(RULE), mining(Plan.point(10, 10)), ground);
    assertThat(f.verdict()).isEqualTo(Verdict.NOT_ASSESSABLE);
    assertThat(codes(f)).containsExactly("no_centre_line");
  }

  @Test
  void whatIsNotOnTheRiverItNamesIsNotAssessable() {
    assertThat(codes(only(TestRule.of(RULE), mining(Plan.point(1500, 150)), ground(0))))
        .containsExactly("off_river");
    assertThat(codes(only(TestRule.of(RULE), quarry(Plan.point(1500, 0)), ground(0))))
        .containsExactly("attribute");
  }

  @Test
  void withoutAKeyTheNearestRiverWithinReachIsMeant() {
    Rule rule = TestRule.of(RULE.replace("  subject_key: river_code\n", ""));
    assertThat(only(rule, quarry(Plan.point(3050, 600)), ground(0)).verdict())
        .isEqualTo(Verdict.FAIL);
    Finding away = only(rule, quarry(Plan.point(3150, 600)), ground(0));
    assertThat(away.verdict()).isEqualTo(Verdict.PASS);
    assertThat(away.targetId()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"true, downstream, FAIL", "false, upstream, PASS", ", , NOT_ASSESSABLE"})
  void theFlowFieldTurnsTheLineRound(Boolean downstream, String direction, Verdict verdict) {
    TestLayer waters = waters();
    waters
        .add(Plan.line(3000, -3000, 3000, 9000))
        .with("code", "W1")
        .with("kind", "river")
        .with("downstream", downstream);
    TestGround ground = TestGround.of(waters.build(), bridges().build());
    Rule rule = TestRule.of(RULE.replace("lateral:", "flow_field: downstream\n  lateral:"));
    Finding f = only(rule, mining(Plan.point(3000, 1600)), ground);
    assertThat(f.verdict()).isEqualTo(verdict);
    assertThat(f.direction()).isEqualTo(direction);
  }

  @Test
  void aBridgeOnAnotherRiverIsNoConcern() {
    TestLayer bridges = bridges();
    bridges.add(Plan.point(1500, 900));
    TestLayer waters = waters();
    waters.add(Plan.line(0, 0, 3000, 0)).with("code", "W1").with("kind", "river");
    Finding f =
        only(
            TestRule.of(RULE),
            mining(Plan.point(1500, 0)),
            TestGround.of(waters.build(), bridges.build()));
    assertThat(f.verdict()).isEqualTo(Verdict.PASS);
    assertThat(f.targetId()).isNull();
  }

  @Test
  void aBrokenLineProvesNoPassNearTheGap() {
    TestLayer waters = waters();
    Geometry broken =
        Samples.FACTORY.createMultiLineString(
            new org.locationtech.jts.geom.LineString[] {
              Plan.line(0, 0, 3000, 0), Plan.line(3500, 0, 9000, 0)
            });
    waters.add(broken).with("code", "W1").with("kind", "river");
    TestGround ground = TestGround.of(waters.build(), new TestLayer("bridge").build());
    assertThat(codes(only(TestRule.of(RULE), mining(Plan.point(2600, 0)), ground)))
        .containsExactly("river_broken");
    assertThat(only(TestRule.of(RULE), mining(Plan.point(2400, 0)), ground).verdict())
        .isEqualTo(Verdict.PASS);
  }
}

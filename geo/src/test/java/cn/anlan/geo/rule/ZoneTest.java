package cn.anlan.geo.rule;

import static cn.anlan.geo.rule.Samples.codes;
import static cn.anlan.geo.rule.TestRule.only;
import static cn.anlan.geo.rule.TestRule.quarry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;

/** Zones that must not be met: outside counts positive, inside the negative depth. */
class ZoneTest {
  private static final String INSIDE =
      """
      kind: inside
      targets:
        - layer: zone
      """;

  /** West of the meridian, 2 km deep: a point x metres east is x outside, west −x deep. */
  private static TestGround west(double sigmaM) {
    TestLayer zones = new TestLayer("zone");
    zones.add(Plan.box(-4000, -4000, 0, 4000)).with("sigma_m", sigmaM);
    return TestGround.of(zones.build());
  }

  @ParameterizedTest
  @CsvSource({
    "1,    0, false, PASS",
    "0,    0, false, PASS",
    "0,    0, true,  FAIL",
    "-1,   0, false, FAIL",
    "11,   5, false, PASS",
    "9,    5, false, NEEDS_SURVEY",
    "-9,   5, false, NEEDS_SURVEY",
    "-11,  5, false, FAIL",
    "-1500, 5, false, FAIL",
  })
  void theDepthIsTakenIntoAccount(double eastM, double sigmaM, boolean inclusive, Verdict verdict) {
    Rule rule = TestRule.of(INSIDE + "inclusive: " + inclusive + "\n");
    Finding f = only(rule, quarry(Plan.point(eastM, 0)), west(sigmaM));
    assertThat(f.verdict()).isEqualTo(verdict);
    assertThat(f.distanceM()).isCloseTo(eastM, within(1e-5));
    assertThat(f.marginM()).isEqualTo(f.distanceM());
  }

  @Test
  void aZoneMayBeWidened() {
    Rule rule = TestRule.of(INSIDE + "      distance: {value: 20, unit: m}\n".indent(-2));
    assertThat(only(rule, quarry(Plan.point(19, 0)), west(0)).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(only(rule, quarry(Plan.point(21, 0)), west(0)).verdict()).isEqualTo(Verdict.PASS);
    Finding within = only(rule, quarry(Plan.point(-5, 0)), west(5));
    assertThat(within.marginM()).isCloseTo(-25, within(1e-5));
    assertThat(within.verdict()).isEqualTo(Verdict.FAIL);
  }

  @ParameterizedTest
  @CsvSource({"-30, 70, -30", "-100, 0, -100", "-200, -100, -200", "0, 100, 0"})
  void aSiteReachesAsDeepAsItsDeepestPoint(double westM, double eastM, double distanceM) {
    Finding f = only(TestRule.of(INSIDE), quarry(Plan.box(westM, -50, eastM, 50)), west(0));
    assertThat(f.distanceM()).isCloseTo(distanceM, within(0.1 + 0.02 * Math.abs(distanceM)));
  }

  @Test
  void aPipeUnderABuildingIsMetAndOneBesideItIsNot() {
    Rule rule = TestRule.of(INSIDE.replace("inside", "overlap"));
    TestLayer pipes = new TestLayer("zone");
    pipes.add(Plan.line(0, -1000, 0, 1000)).with("sigma_m", 1.0);
    TestGround ground = TestGround.of(pipes.build());
    Finding under = only(rule, quarry(Plan.box(-10, -10, 10, 10)), ground);
    assertThat(under.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(under.distanceM()).isCloseTo(-10, within(0.3));
    Finding edge = only(rule, quarry(Plan.box(-1, -10, 20, 10)), ground);
    assertThat(edge.verdict()).isEqualTo(Verdict.NEEDS_SURVEY);
    assertThat(only(rule, quarry(Plan.box(3, -10, 20, 10)), ground).verdict())
        .isEqualTo(Verdict.PASS);
  }

  @Test
  void linesThatCrossMeet() {
    TestLayer pipes = new TestLayer("zone");
    pipes.add(Plan.line(0, -1000, 0, 1000));
    Geometry road = Plan.line(-50, 0, 50, 3);
    Finding f =
        only(
            TestRule.of(INSIDE.replace("inside", "overlap")),
            quarry(road),
            TestGround.of(pipes.build()));
    assertThat(f.verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void aCorridorIsKeptRoundALine() {
    Rule rule =
        TestRule.of(
            """
            kind: corridor
            targets:
              - layer: zone
                distance: {value: 5, unit: m}
            """);
    TestLayer pipes = new TestLayer("zone");
    pipes.add(Plan.line(0, -1000, 0, 1000));
    TestGround ground = TestGround.of(pipes.build());
    assertThat(only(rule, quarry(Plan.point(4, 0)), ground).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(only(rule, quarry(Plan.point(6, 0)), ground).verdict()).isEqualTo(Verdict.PASS);
    assertThat(only(rule, quarry(Plan.box(-50, -50, 50, 50)), ground).distanceM()).isZero();
  }

  @Test
  void aBreachWithoutTheApprovalFailsAndWithItIsExempt() {
    Rule rule =
        TestRule.of(
            """
            kind: approval
            approval: {field: permit_no}
            targets:
              - layer: zone
                distance: {value: 1000, unit: m}
            """);
    Finding without = only(rule, quarry(Plan.point(999, 0)), west(0));
    assertThat(without.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(codes(without)).contains("too_near", "needs_approval");
    Finding with =
        only(rule, quarry(Plan.point(999, 0)).attribute("permit_no", "铁〔2020〕1号"), west(0));
    assertThat(with.verdict()).isEqualTo(Verdict.EXEMPT);
    assertThat(with.underlyingVerdict()).isEqualTo(Verdict.FAIL);
    assertThat(
            only(rule, quarry(Plan.point(999, 0)).attribute("permit_no", " "), west(0)).verdict())
        .isEqualTo(Verdict.FAIL);
    Finding far = only(rule, quarry(Plan.point(1001, 0)).attribute("permit_no", "1"), west(0));
    assertThat(far.verdict()).isEqualTo(Verdict.PASS);
  }
}

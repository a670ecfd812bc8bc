package cn.anlan.geo.rule;

import static cn.anlan.geo.rule.Samples.codes;
import static cn.anlan.geo.rule.TestRule.only;
import static cn.anlan.geo.rule.TestRule.quarry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.anlan.geo.rule.ground.Coverage;
import cn.anlan.geo.rule.ground.TargetLayer;
import cn.anlan.geo.snapshot.ColumnKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Distances to the features of any layer: filters, limits, tables, proxies, owners. */
class KeepAwayTest {
  private static final String MIN_100 =
      """
      kind: min
      targets:
        - layer: road
          distance: {value: 100, unit: m}
      """;

  private static TestLayer roads() {
    return new TestLayer("road")
        .field("admin_class", ColumnKind.CODE)
        .field("owner", ColumnKind.TEXT)
        .field("width_m", ColumnKind.NUMBER);
  }

  /** A road along the meridian, so that a point x metres east is exactly x metres away. */
  private static TargetLayer meridian(double sigmaM) {
    TestLayer roads = roads();
    roads.add(Plan.line(0, -5000, 0, 5000)).with("sigma_m", sigmaM);
    return roads.build();
  }

  @ParameterizedTest
  @CsvSource({
    "99,  0, 0, false, FAIL",
    "100, 0, 0, false, PASS",
    "100, 0, 0, true,  FAIL",
    "101, 0, 0, true,  PASS",
    "89,  3, 4, false, FAIL",
    "91,  3, 4, false, NEEDS_SURVEY",
    "109, 3, 4, false, NEEDS_SURVEY",
    "111, 3, 4, false, PASS",
  })
  void theVerdictAtTheLimit(
      double eastM, double sigmaM, double targetSigmaM, boolean inclusive, Verdict verdict) {
    Rule rule = TestRule.of(MIN_100 + "inclusive: " + inclusive + "\n");
    Finding f =
        only(
            rule,
            quarry(Plan.point(eastM, 0)).sigmaM(sigmaM),
            TestGround.of(meridian(targetSigmaM)));
    assertThat(f.verdict()).isEqualTo(verdict);
    assertThat(f.distanceM()).isCloseTo(eastM, within(1e-6));
    assertThat(f.marginM()).isCloseTo(eastM - 100, within(1e-6));
    assertThat(f.uncertaintyM()).isEqualTo(2 * Math.hypot(sigmaM, targetSigmaM));
    assertThat(f.targetLayer()).isEqualTo("road");
    assertThat(f.kind()).isEqualTo("min");
  }

  @Test
  void eachTargetHasItsOwnDistanceAndTheWorstDecides() {
    Rule rule =
        TestRule.of(
            """
            kind: min
            targets:
              - layer: road
                filter: "admin_class IN ('national', 'county')"
                distance: {value: 100, unit: m}
              - layer: road
                filter: "admin_class = 'township'"
                distance: {value: 50, unit: m}
            """);
    TestLayer roads = roads();
    roads.add(Plan.line(0, -500, 0, 500)).with("admin_class", "township");
    roads.add(Plan.line(160, -500, 160, 500)).with("admin_class", "national");
    Finding f = only(rule, quarry(Plan.point(70, 0)), TestGround.of(roads.build()));
    assertThat(f.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(f.targetCode()).isEqualTo("road-2");
    assertThat(f.thresholdM()).isEqualTo(100);
    assertThat(f.distanceM()).isCloseTo(90, within(0.01));
    assertThat(f.secondary()).extracting(Finding.Secondary::targetCode).containsExactly("road-1");
    assertThat(f.secondary().get(0).verdict()).isEqualTo(Verdict.PASS);
    assertThat(f.secondary().get(0).marginM()).isCloseTo(20, within(0.01));
  }

  @Test
  void amongBreachesTheSmallestMarginDecides() {
    Rule rule =
        TestRule.of(
            """
            kind: min
            targets:
              - layer: road
                filter: "admin_class = 'national'"
                distance: {value: 300, unit: m}
              - layer: road
                filter: "admin_class = 'township'"
                distance: {value: 100, unit: m}
            """);
    TestLayer roads = roads();
    roads.add(Plan.line(0, -500, 0, 500)).with("admin_class", "township");
    roads.add(Plan.line(150, -500, 150, 500)).with("admin_class", "national");
    Finding f = only(rule, quarry(Plan.point(60, 0)), TestGround.of(roads.build()));
    assertThat(f.targetCode()).isEqualTo("road-2");
    assertThat(f.marginM()).isCloseTo(-210, within(0.01));
  }

  @Test
  void anUnknownAttributeMattersOnlyWhereTheRuleCouldBreak() {
    Rule rule =
        TestRule.of(
            """
            kind: min
            targets:
              - layer: road
                filter: "admin_class = 'national'"
                distance: {value: 100, unit: m}
            """);
    TestLayer roads = roads();
    roads.add(Plan.line(0, -500, 0, 500));
    Finding near = only(rule, quarry(Plan.point(90, 0)), TestGround.of(roads.build()));
    assertThat(near.verdict()).isEqualTo(Verdict.NOT_ASSESSABLE);
    assertThat(codes(near)).containsExactly("target_attribute");
    assertThat(near.reasons().get(0).en()).contains("admin_class");
    Finding far = only(rule, quarry(Plan.point(101, 0)), TestGround.of(roads.build()));
    assertThat(far.verdict()).isEqualTo(Verdict.PASS);
    assertThat(far.targetId()).isNull();
  }

  @Test
  void anUnknownAccuracyNearbyForbidsAPass() {
    TestLayer roads = roads();
    roads.add(Plan.line(0, -500, 0, 500)).with("sigma_m", null);
    TestGround ground = TestGround.of(roads.build());
    Rule rule = TestRule.of(MIN_100);
    assertThat(codes(only(rule, quarry(Plan.point(250, 0)), ground)))
        .containsExactly("target_accuracy");
    assertThat(only(rule, quarry(Plan.point(301, 0)), ground).verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void aProxyIsNamedShortensTheDistanceAndWidensU() {
    Rule rule =
        TestRule.of(
            """
            kind: min
            targets:
              - layer: road
                distance: {value: 100, unit: m}
                proxy:
                  stands_for: {zh: 公路用地外缘, en: outer edge of road land}
                  offset: {field: width_m, times: 0.5, plus: 1, missing: 13, unit: m}
                  sigma: {value: 3, unit: m}
                  source: design
            """);
    TestLayer roads = roads();
    roads.add(Plan.line(0, -500, 0, 500)).with("width_m", 24.0).with("sigma_m", 4.0);
    Finding f = only(rule, quarry(Plan.point(105, 0)), TestGround.of(roads.build()));
    assertThat(f.proxy().standsFor().en()).isEqualTo("outer edge of road land");
    assertThat(f.proxy().measuredM()).isCloseTo(105, within(1e-6));
    assertThat(f.proxy().offsetM()).isEqualTo(13);
    assertThat(f.distanceM()).isCloseTo(92, within(1e-6));
    assertThat(f.uncertaintyM()).isEqualTo(10);
    assertThat(f.verdict()).isEqualTo(Verdict.NEEDS_SURVEY);
    roads = roads();
    roads.add(Plan.line(0, -500, 0, 500));
    Finding missing = only(rule, quarry(Plan.point(5, 0)), TestGround.of(roads.build()));
    assertThat(missing.distanceM()).isZero();
    assertThat(missing.proxy().offsetM()).isEqualTo(13);
  }

  @Test
  void ownPlantsAreNoNeighboursAndAFeatureIsNotItsOwn() {
    Rule rule =
        TestRule.of(
            """
            kind: min
            targets:
              - layer: quarry
                same: {subject: owner, target: owner, is: different}
                distance: {value: 300, unit: m}
            """);
    TestLayer quarries = new TestLayer("quarry").field("owner", ColumnKind.TEXT);
    for (int i = 0; i < 6; i++) {
      quarries.add(Plan.point(5000 + 1000 * i, 0)).with("owner", "C");
    }
    quarries.add(Plan.point(0, 0)).with("owner", "A"); // id 7 is the site itself
    quarries.add(Plan.point(100, 0)).with("owner", "A");
    quarries.add(Plan.point(250, 0)).with("owner", "B");
    TestGround ground = TestGround.of(quarries.build());
    Finding f = only(rule, quarry(Plan.point(0, 0)).attribute("owner", "A"), ground);
    assertThat(f.targetCode()).isEqualTo("quarry-9");
    assertThat(f.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(f.secondary()).isEmpty();
    Finding unknown = only(rule, quarry(Plan.point(0, 0)), ground);
    assertThat(unknown.verdict()).isEqualTo(Verdict.NOT_ASSESSABLE);
    assertThat(codes(unknown)).containsExactly("attribute");
  }

  @Test
  void aStoredRealSiteIsNeverJudgedOnAnInventedTarget() {
    TestLayer roads = roads();
    roads.add(Plan.line(0, -500, 0, 500)).with("is_demo", true);
    roads.add(Plan.line(500, -500, 500, 500));
    TestGround ground = TestGround.of(roads.build());
    Finding real = only(TestRule.of(MIN_100), quarry(Plan.point(50, 0)), ground);
    assertThat(real.verdict()).isEqualTo(Verdict.PASS);
    assertThat(real.targetCode()).isEqualTo("road-2");
    assertThat(real.isDemo()).isFalse();
    assertThat(real.secondary()).extracting(Finding.Secondary::isDemo).containsExactly(true);
    Finding demo = only(TestRule.of(MIN_100), quarry(Plan.point(50, 0)).demo(), ground);
    assertThat(demo.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(demo.isDemo()).isTrue();
    assertThat(codes(demo)).contains("demo_target");
  }

  @Test
  void aPassNeedsTheTargetLayerToBeCompleteAndThenNothingThereIsAPass() {
    TestGround empty = TestGround.of(roads().build());
    Finding none = only(TestRule.of(MIN_100), quarry(Plan.point(0, 0)), empty);
    assertThat(none.verdict()).isEqualTo(Verdict.PASS);
    assertThat(codes(none)).containsExactly("none_there");
    assertThat(none.thresholdM()).isEqualTo(100);
    Finding uncovered =
        only(TestRule.of(MIN_100), quarry(Plan.point(0, 0)), empty.covered(Coverage.none()));
    assertThat(uncovered.verdict()).isEqualTo(Verdict.NOT_ASSESSABLE);
    assertThat(codes(uncovered)).contains("coverage");
    assertThat(uncovered.reasons()).anyMatch(r -> r.zh().contains("road"));
  }

  @Test
  void theSubjectsFilterIsAskedFirst() {
    Rule rule = TestRule.of("subject: {layer: quarry, filter: \"blasting = TRUE\"}\n" + MIN_100);
    TestGround ground = TestGround.of(meridian(0));
    Samples.SiteBuilder site = quarry(Plan.point(50, 0)).sigmaM(null);
    assertThat(TestRule.evaluate(rule, site.attribute("blasting", false), ground).notApplicable())
        .isEqualTo(1);
    assertThat(codes(only(rule, site.attribute("blasting", null), ground)))
        .containsExactly("attribute", "subject_accuracy");
    assertThat(only(rule, site.attribute("blasting", true).sigmaM(0.0), ground).verdict())
        .isEqualTo(Verdict.FAIL);
  }

  @Test
  void manyTargetsKeepOnlyTheNearestAsSecondary() {
    TestLayer roads = roads();
    for (int i = 0; i < 60; i++) {
      roads.add(Plan.point(i, 0));
    }
    Finding f = only(TestRule.of(MIN_100), quarry(Plan.point(-1, 0)), TestGround.of(roads.build()));
    assertThat(f.distanceM()).isCloseTo(1, within(1e-6));
    assertThat(f.secondary()).hasSize(20);
    assertThat(List.copyOf(f.secondary()))
        .isSortedAccordingTo((a, b) -> Double.compare(a.distanceM(), b.distanceM()));
  }
}

package cn.anlan.geo.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anlan.geo.distance.GeodesicTarget;
import cn.anlan.geo.rule.ground.TargetLayer;
import cn.anlan.geo.rule.measure.Limits;
import cn.anlan.geo.snapshot.ColumnKind;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** What a rule keeps sites away from, held against the engine's own verdicts on random points. */
class LimitsTest {
  private static final double HALF_M = 1_500;
  private static final Envelope FRAME =
      Plan.box(-HALF_M, -HALF_M, HALF_M, HALF_M).getEnvelopeInternal();

  @Test
  void tablesAndProxiesGiveTheVerdictsOfTheEngine() {
    Rule rule =
        TestRule.of(
            """
            kind: min
            targets:
              - layer: road
                filter: "admin_class <> 'village'"
                distance:
                  unit: m
                  table:
                    - {target: "admin_class = 'national'", value: 400}
                    - {target: "admin_class = 'county'", value: 200}
                    - {target: "admin_class = 'township'", value: 5}
                  otherwise: not_applicable
                  source: test
                proxy:
                  stands_for: {zh: 边, en: edge}
                  offset: {value: 15, unit: m}
                  sigma: {value: 6, unit: m}
                  source: test
            """);
    String[] classes = {"national", "county", "township", "village"};
    long seed = System.nanoTime();
    Random random = new Random(seed);
    TestLayer roads = new TestLayer("road").field("admin_class", ColumnKind.CODE);
    for (int i = 0; i < 12; i++) {
      roads
          .add(Plan.line(east(random), east(random), east(random), east(random)))
          .with("admin_class", classes[i % classes.length])
          .with("sigma_m", (double) (i % 5));
    }
    agree(rule, roads.build(), random, seed);
  }

  @Test
  void zonesGiveTheVerdictsOfTheEngine() {
    Rule rule =
        TestRule.of(
            """
            kind: inside
            targets:
              - layer: zone
                distance: {value: 20, unit: m}
            """);
    long seed = System.nanoTime();
    Random random = new Random(seed);
    TestLayer zones = new TestLayer("zone");
    zones.add(Plan.box(-900, -900, -200, -100)).with("sigma_m", 25.0);
    zones.add(Plan.polygon(100, 100, 1_200, 300, 600, 1_300)).with("sigma_m", 5.0);
    agree(rule, zones.build(), random, seed);
  }

  @Test
  void aTargetOfUnknownAccuracyIsNoLimitThatAnybodyCanJudgeBy() {
    Rule rule =
        TestRule.of(
            """
            kind: min
            targets:
              - layer: road
                distance: {value: 100, unit: m}
            """);
    TestLayer roads = new TestLayer("road");
    roads.add(Plan.line(0, -500, 0, 500)).with("sigma_m", null);
    roads.add(Plan.line(90_000, -500, 90_000, 500));
    Limits limits = limits(rule, roads.build());
    assertThat(limits.limits()).hasSize(1);
    assertThat(limits.limits().get(0).assessable()).isFalse();
    assertThat(limits.open()).isNull();
  }

  @Test
  void aDistanceThatNobodyHoldsIsSaidToBeOpen() {
    Rule rule =
        TestRule.of(
            """
            kind: min
            targets:
              - layer: road
                distance:
                  unit: m
                  table:
                    - {target: "admin_class = 'national'", unknown: {zh: 表值未录入, en: not held}}
                  otherwise: not_applicable
                  source: test
            """);
    TestLayer roads = new TestLayer("road").field("admin_class", ColumnKind.CODE);
    roads.add(Plan.line(0, -500, 0, 500)).with("admin_class", "national");
    Limits limits = limits(rule, roads.build());
    assertThat(limits.limits()).isEmpty();
    assertThat(limits.open().zh()).contains("表值未录入");
  }

  @Test
  void rulesThatAreNoDistancesAreNotDrawn() {
    Rule rule =
        TestRule.of(
            """
            kind: attribute
            requires: [{field: approval, title: {zh: 批文, en: approval}}]
            """);
    assertThat(Limits.isDrawable(rule)).isFalse();
    assertThatThrownBy(() -> limits(rule, new TestLayer("road").build()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void agree(Rule rule, TargetLayer layer, Random random, long seed) {
    List<Limits.Limit> limits = limits(rule, layer).limits();
    assertThat(limits).isNotEmpty().allMatch(Limits.Limit::assessable);
    TestGround ground = TestGround.of(layer);
    int compared = 0;
    for (int i = 0; i < 1_500; i++) {
      Geometry at = Plan.point(east(random), east(random));
      Verdict drawn = drawn(limits, at);
      List<Finding> findings =
          TestRule.evaluate(rule, TestRule.quarry(at).sigmaM(0.0), ground).findings();
      Verdict judged = findings.isEmpty() ? Verdict.PASS : findings.get(0).verdict();
      if (drawn != null) {
        compared++;
        assertThat(judged).as("seed %d, %s", seed, at).isEqualTo(drawn);
      }
    }
    assertThat(compared).as("seed %d", seed).isGreaterThan(1_000);
  }

  /** Null within a millimetre of a line. */
  private static Verdict drawn(List<Limits.Limit> limits, Geometry at) {
    Verdict verdict = Verdict.PASS;
    for (Limits.Limit limit : limits) {
      double d = GeodesicTarget.of(limit.shape()).nearest(at).distanceM();
      if (limit.signed() && d == 0) {
        d = -GeodesicTarget.of(limit.shape().getBoundary()).nearest(at).distanceM();
      }
      double inner = limit.innerM();
      double outer = limit.outerM();
      if (Math.abs(d - inner) < 1e-3 || Math.abs(d - outer) < 1e-3) {
        return null;
      }
      if (d < inner) {
        verdict = Verdict.FAIL;
      } else if (d < outer && verdict == Verdict.PASS) {
        verdict = Verdict.NEEDS_SURVEY;
      }
    }
    return verdict;
  }

  private static Limits limits(Rule rule, TargetLayer layer) {
    Site site = TestRule.quarry(Plan.point(0, 0)).sigmaM(0.0).build();
    return Limits.of(rule, TestGround.of(layer), site, FRAME);
  }

  private static double east(Random random) {
    return (random.nextDouble() * 2 - 1) * HALF_M;
  }
}

package cn.anlan.geo.rule;

import static cn.anlan.geo.rule.Samples.codes;
import static cn.anlan.geo.rule.TestRule.only;
import static cn.anlan.geo.rule.TestRule.quarry;
import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.geo.rule.ground.Coverage;
import org.junit.jupiter.api.Test;

/** Duties: what a subject must have, and must not be. */
class CompleteTest {
  private static final String REQUIRES =
      """
      kind: attribute
      requires:
        - {field: approval_project, title: {zh: 立项, en: project approval}}
        - {field: approval_land, title: {zh: 用地, en: land approval}}
      """;
  private static final String NEAR =
      """
      targets:
        - layer: road
          distance: {value: 1000, unit: m}
      """;

  private static TestGround road(double sigmaM) {
    TestLayer roads = new TestLayer("road");
    roads.add(Plan.line(0, -5000, 0, 5000)).with("sigma_m", sigmaM);
    return TestGround.of(roads.build());
  }

  private static Samples.SiteBuilder complete(double eastM) {
    return quarry(Plan.point(eastM, 0))
        .attribute("approval_project", "1")
        .attribute("approval_land", "2");
  }

  @Test
  void whatIsLackingIsNamed() {
    Rule rule = TestRule.of(REQUIRES);
    Finding f = only(rule, quarry(Plan.point(0, 0)).attribute("approval_project", "1"), road(0));
    assertThat(f.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(codes(f)).containsExactly("lacking");
    assertThat(f.reasons().get(0).zh()).contains("用地");
    assertThat(f.thresholdM()).isNull();
    assertThat(only(rule, complete(0), road(0)).verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void withoutTargetsNeitherPlaceNorAccuracyIsNeeded() {
    Finding f = only(TestRule.of(REQUIRES), complete(0).geometry(null).sigmaM(null), road(0));
    assertThat(f.verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void withTargetsItBindsOnlyNearThem() {
    Rule rule = TestRule.of(REQUIRES + NEAR);
    Finding near = only(rule, quarry(Plan.point(999, 0)), road(0));
    assertThat(near.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(codes(near)).containsExactly("near_target", "lacking", "lacking");
    assertThat(TestRule.evaluate(rule, quarry(Plan.point(1001, 0)), road(0)).notApplicable())
        .isEqualTo(1);
    assertThat(only(rule, complete(999), road(0)).verdict()).isEqualTo(Verdict.PASS);
    assertThat(only(rule, quarry(Plan.point(999, 0)), road(5)).verdict())
        .isEqualTo(Verdict.NEEDS_SURVEY);
    Finding open = only(rule, quarry(Plan.point(1001, 0)), road(0).covered(Coverage.none()));
    assertThat(open.verdict()).isEqualTo(Verdict.NOT_ASSESSABLE);
  }

  @Test
  void whatIsForbiddenFailsAndWhatIsNotKnownIsNotAssessable() {
    Rule rule = TestRule.of("kind: attribute\nforbids: shop_below_home = TRUE\n");
    Samples.SiteBuilder shop = quarry(Plan.point(0, 0));
    assertThat(only(rule, shop.attribute("shop_below_home", true), road(0)).verdict())
        .isEqualTo(Verdict.FAIL);
    assertThat(only(rule, shop.attribute("shop_below_home", false), road(0)).verdict())
        .isEqualTo(Verdict.PASS);
    Finding open = only(rule, shop.attribute("shop_below_home", null), road(0));
    assertThat(open.verdict()).isEqualTo(Verdict.NOT_ASSESSABLE);
    assertThat(codes(open)).containsExactly("attribute");
  }
}

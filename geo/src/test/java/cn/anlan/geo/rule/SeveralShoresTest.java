package cn.anlan.geo.rule;

import static cn.anlan.geo.rule.Samples.AS_OF;
import static cn.anlan.geo.rule.Samples.R01;
import static cn.anlan.geo.rule.Samples.check;
import static cn.anlan.geo.rule.Samples.codes;
import static cn.anlan.geo.rule.Samples.evaluate;
import static cn.anlan.geo.rule.Samples.everywhere;
import static cn.anlan.geo.rule.Samples.only;
import static cn.anlan.geo.rule.Samples.shore;
import static cn.anlan.geo.rule.Samples.site;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.anlan.geo.rule.ground.Coverage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;

/**
 * Which of several waters and shores decides, and that invented ones never decide on real sites.
 */
class SeveralShoresTest {
  @Test
  void theBestRankedShoreOfAWaterDecidesAndTheOthersAreSecondary() {
    Finding f =
        check(
            site("A").eastM(1500),
            shore("W").id(1).definition("mapped").eastM(1400),
            shore("W").id(2).definition("surveyed").eastM(900),
            shore("W").id(3).definition("legal").eastM(0));
    assertThat(f.verdict()).isEqualTo(Verdict.PASS);
    assertThat(f.targetDefinition()).isEqualTo("legal");
    assertThat(f.secondary()).extracting(Finding.Secondary::targetId).containsExactly(1L, 2L);
    assertThat(f.secondary().get(0).distanceM()).isCloseTo(100, within(0.01));
    assertThat(f.secondary().get(0).verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void aSurveyedReachFarAwayLeavesTheMappedShoreInForceHere() {
    Finding f =
        check(
            site("A").eastM(200),
            shore("W").id(1).definition("mapped").sigmaM(300.0),
            shore("W").id(2).definition("surveyed").reach(28.5, 28.6));
    assertThat(f.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(f.targetDefinition()).isEqualTo("mapped");
    assertThat(f.secondary()).extracting(Finding.Secondary::targetId).doesNotContain(1L);
  }

  @Test
  void allShoresOfTheBestDefinitionAreMeasured() {
    Finding f =
        check(
            site("A").eastM(1500),
            shore("W").id(1).definition("legal").eastM(0),
            shore("W").id(2).definition("legal").eastM(1000));
    assertThat(f.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(f.targetId()).isEqualTo(2);
  }

  @Test
  void amongWatersTheWorstVerdictDecidesThenTheNearest() {
    // 980 m from W1 with U = 60 m needs a survey; 990 m from W2 with U = 0 fails.
    Finding f =
        check(
            site("A").eastM(1000),
            shore("W1").id(1).eastM(20).sigmaM(30.0),
            shore("W2").id(2).eastM(10),
            shore("W3").id(3).eastM(5),
            shore("W4").id(4).eastM(-5000));
    assertThat(f.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(f.targetId()).isEqualTo(2);
    assertThat(f.secondary()).extracting(Finding.Secondary::targetId).containsExactly(1L, 3L);
    assertThat(f.secondary())
        .extracting(Finding.Secondary::verdict)
        .containsExactly(Verdict.NEEDS_SURVEY, Verdict.FAIL);
  }

  @Test
  void whereAllPassTheNearestIsNamed() {
    Finding f =
        check(
            site("A").eastM(9000),
            shore("W1").id(1),
            shore("W2").id(2).eastM(4000),
            shore("W3").id(3).eastM(-8000));
    assertThat(f.verdict()).isEqualTo(Verdict.PASS);
    assertThat(f.targetId()).isEqualTo(2);
    assertThat(f.distanceM()).isCloseTo(5000, within(0.1));
    assertThat(f.secondary()).isEmpty();
  }

  @Test
  void aWaterThatTheRuleDoesNotBindIsNotMeasured() {
    Finding f =
        check(
            site("A").eastM(1500),
            shore("W1").id(1),
            shore("W2").id(2).eastM(1400).attribute("yangtze_basin", false));
    assertThat(f.targetId()).isEqualTo(1);
    assertThat(f.secondary()).isEmpty();
  }

  @Test
  void noBoundShoreAtAllIsNotAssessable() {
    Finding f = check(site("A"), shore("W").attribute("yangtze_basin", false));
    assertThat(f.verdict()).isEqualTo(Verdict.NOT_ASSESSABLE);
    assertThat(codes(f)).containsExactly("target");
    assertThat(f.targetId()).isNull();
  }

  @Test
  void aShoreWithoutAccuracyNearbyForbidsAPassButNotAFail() {
    Finding near = check(site("A").eastM(1500), shore("W1").id(1), unknown().eastM(-300));
    assertThat(near.verdict()).isEqualTo(Verdict.NOT_ASSESSABLE);
    assertThat(codes(near)).containsExactly("target_accuracy");
    assertThat(near.uncertaintyM()).isNull();
    assertThat(check(site("A").eastM(999), shore("W1").id(1), unknown().eastM(500)).verdict())
        .isEqualTo(Verdict.FAIL);
    assertThat(check(site("A").eastM(1500), shore("W1").id(1), unknown().eastM(-800)).verdict())
        .isEqualTo(Verdict.PASS);
    assertThat(check(site("A").eastM(9000), shore("W1").id(1), unknown().eastM(4000)).verdict())
        .isEqualTo(Verdict.NOT_ASSESSABLE);
  }

  private static Samples.ShoreBuilder unknown() {
    return shore("W2").id(2).sigmaM(null);
  }

  @Test
  void aWaterOfUnknownBasinNearbyForbidsAPass() {
    Finding f =
        check(
            site("A").eastM(1500),
            shore("W1").id(1),
            shore("W2").id(2).eastM(1000).attribute("yangtze_basin", null));
    assertThat(f.verdict()).isEqualTo(Verdict.NOT_ASSESSABLE);
    assertThat(codes(f)).containsExactly("target_attribute");
  }

  @Test
  void theDefinitionsOwnUncertaintyCounts() {
    Finding f =
        check(
            site("A").eastM(1050).sigmaM(3.0),
            shore("W").definition("mapped").sigmaM(4.0).sigmaDefinitionM(12.0));
    assertThat(f.uncertaintyM()).isCloseTo(26, within(1e-12));
    assertThat(f.verdict()).isEqualTo(Verdict.PASS);
    Finding unsaid = check(site("A"), shore("W").definition("mapped").sigmaDefinitionM(null));
    assertThat(codes(unsaid)).contains("assumed_definition_accuracy");
  }

  @Test
  void aStoredRealSiteIsNeverJudgedOnAnInventedShore() {
    Finding f =
        check(
            site("A").eastM(1000),
            shore("W").id(1).definition("mapped").eastM(-2000),
            shore("W").id(2).demo().eastM(900));
    assertThat(f.verdict()).isEqualTo(Verdict.PASS);
    assertThat(f.targetId()).isEqualTo(1);
    assertThat(f.isDemo()).isFalse();
    assertThat(f.secondary()).hasSize(1);
    assertThat(f.secondary().get(0).isDemo()).isTrue();

    Finding alone = check(site("A"), shore("W").id(2).demo());
    assertThat(alone.verdict()).isEqualTo(Verdict.NOT_ASSESSABLE);
    assertThat(codes(alone)).containsExactly("target");
    assertThat(alone.secondary()).extracting(Finding.Secondary::isDemo).containsExactly(true);
  }

  @Test
  void inventedSitesAndProposalsMayBeJudgedOnAnInventedShoreAndSaySo() {
    for (Samples.SiteBuilder s : List.of(site("A").demo(), site("A").proposal())) {
      Finding f =
          check(
              s.eastM(1000),
              shore("W").id(1).definition("mapped").eastM(-2000),
              shore("W").id(2).demo().eastM(900));
      assertThat(f.verdict()).isEqualTo(Verdict.FAIL);
      assertThat(f.targetId()).isEqualTo(2);
      assertThat(f.isDemo()).isTrue();
      assertThat(f.reasons()).anyMatch(r -> r.zh().contains("示例岸线，不得作为依据"));
    }
  }

  @Test
  void aSurveyedShoreOutranksAnInventedOneForInventedSitesToo() {
    Finding f =
        check(
            site("A").proposal().eastM(1500),
            shore("W").id(1).definition("surveyed"),
            shore("W").id(2).demo().eastM(1400));
    assertThat(f.targetId()).isEqualTo(1);
    assertThat(f.verdict()).isEqualTo(Verdict.PASS);
    assertThat(f.isDemo()).isFalse();
  }

  @Test
  void inventedCoverageVouchesForInventedSitesOnly() {
    Coverage demo =
        Coverage.of(
            List.of(
                new Coverage.Area(
                    Samples.FACTORY.toGeometry(new Envelope(113, 119, 24, 31)), true)));
    Finding real = only(evaluate(R01, site("A").eastM(5000), demo, AS_OF, shore("W")));
    assertThat(real.verdict()).isEqualTo(Verdict.NOT_ASSESSABLE);
    Finding proposal =
        only(evaluate(R01, site("A").eastM(5000).proposal(), demo, AS_OF, shore("W")));
    assertThat(proposal.verdict()).isEqualTo(Verdict.PASS);
    assertThat(proposal.isDemo()).isTrue();
    assertThat(codes(proposal)).contains("demo_coverage");
    assertThat(
            only(evaluate(R01, site("A").eastM(5000).proposal(), everywhere(), AS_OF, shore("W")))
                .isDemo())
        .isFalse();
  }
}

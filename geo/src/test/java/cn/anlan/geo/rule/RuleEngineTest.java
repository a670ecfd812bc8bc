package cn.anlan.geo.rule;

import static cn.anlan.geo.rule.Samples.AS_OF;
import static cn.anlan.geo.rule.Samples.R01;
import static cn.anlan.geo.rule.Samples.R02;
import static cn.anlan.geo.rule.Samples.check;
import static cn.anlan.geo.rule.Samples.codes;
import static cn.anlan.geo.rule.Samples.evaluate;
import static cn.anlan.geo.rule.Samples.everywhere;
import static cn.anlan.geo.rule.Samples.only;
import static cn.anlan.geo.rule.Samples.shore;
import static cn.anlan.geo.rule.Samples.site;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.anlan.geo.rule.check.RuleEngine;
import cn.anlan.geo.rule.ground.Coverage;
import cn.anlan.geo.rule.ground.Shores;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;

/** Who is reached by a rule, and what becomes of what cannot be judged. */
class RuleEngineTest {
  @Test
  void aFindingCarriesItsEvidence() {
    Finding f = check(site("A"), shore("W"));
    assertThat(f.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(f.rule()).isEqualTo("R01");
    assertThat(f.ruleVersion()).isEqualTo(R01.version());
    assertThat(f.subjectId()).isEqualTo(7);
    assertThat(f.targetLayer()).isEqualTo("shoreline");
    assertThat(f.targetId()).isEqualTo(1);
    assertThat(f.targetName()).isEqualTo("水体W");
    assertThat(f.distanceM()).isCloseTo(999, within(1e-5));
    assertThat(f.marginM()).isCloseTo(-1, within(1e-5));
    assertThat(f.uncertaintyM()).isZero();
    assertThat(f.subjectPoint().get(0)).isCloseTo(116.01025257790518, within(1e-12));
    assertThat(f.targetPoint().get(0)).isCloseTo(116, within(1e-12));
    assertThat(f.targetPoint().get(1)).isCloseTo(29, within(1e-8));
    assertThat(f.isDemo()).isFalse();
    assertThat(f.reasons().get(0).zh()).contains("999.00 m").contains("1000.00 m");
    assertThat(f.reasons().get(0).en()).contains("999.00 m").contains("1000.00 m");
  }

  /** The bitemporal cases: type, approval, as-of, and what R01 (from 2021-03-01) says at 999 m. */
  @ParameterizedTest
  @CsvSource({
    "new,       2021-06-01, 2021-12-31, FAIL,",
    "expansion, 2021-03-01, 2021-12-31, FAIL,",
    "new,       2021-02-28, 2021-12-31, GRANDFATHERED, FAIL",
    "existing,  2005-01-01, 2021-12-31, GRANDFATHERED, FAIL",
    "existing,  2021-03-01, 2021-12-31, FAIL,",
    "existing,  2021-06-02, 2021-06-01, none,",
    "new,       2021-06-02, 2021-06-01, none,",
    "new,       2021-06-01, 2021-06-01, FAIL,",
    "new,       2020-06-01, 2021-02-28, none,",
    "new,       2020-06-01, 2021-03-01, GRANDFATHERED, FAIL",
    "new,       ,           2021-03-01, FAIL,",
    "expansion, ,           2021-02-28, none,",
    "rebuild,   2021-06-01, 2021-12-31, none,",
    "rebuild,   ,           2021-12-31, none,",
    "existing,  ,           2021-12-31, NOT_ASSESSABLE,",
    ",          2021-06-01, 2021-12-31, NOT_ASSESSABLE,",
    "renewal,   2021-06-01, 2021-12-31, NOT_ASSESSABLE,",
  })
  void whenAndWhatWasApprovedDecidesWhetherR01Reaches(
      String type, String approved, LocalDate asOf, String verdict, Verdict underlying) {
    Evaluation e =
        evaluate(R01, site("A").type(type).approved(approved), everywhere(), asOf, shore("W"));
    if (verdict.equals("none")) {
      assertThat(e.findings()).isEmpty();
      assertThat(e.notApplicable()).isEqualTo(1);
    } else {
      assertThat(only(e).verdict()).isEqualTo(Verdict.valueOf(verdict));
      assertThat(only(e).underlyingVerdict()).isEqualTo(underlying);
      assertThat(e.notApplicable()).isZero();
    }
  }

  @Test
  void whatStoodBeforeTheRuleAndIsFarEnoughSimplyPasses() {
    Finding f = check(site("A").approved("2005-01-01").type("existing").eastM(1500), shore("W"));
    assertThat(f.verdict()).isEqualTo(Verdict.PASS);
    assertThat(f.underlyingVerdict()).isNull();
  }

  @Test
  void whatStoodBeforeTheRuleAndNeedsASurveyKeepsThatBesideIt() {
    Finding f = check(site("A").approved("2005-01-01").sigmaM(5.0), shore("W"));
    assertThat(f.verdict()).isEqualTo(Verdict.GRANDFATHERED);
    assertThat(f.underlyingVerdict()).isEqualTo(Verdict.NEEDS_SURVEY);
    assertThat(codes(f)).contains("near_limit", "grandfathered");
  }

  @Test
  void theOtherTwoPoliciesOnEarlierProjectsAreKept() {
    for (String policy : List.of("not_applicable", "judged")) {
      Rule rule =
          RuleFileTest.readR01(y -> y.replace("policy: grandfathered", "policy: " + policy));
      Evaluation e =
          evaluate(rule, site("A").approved("2005-01-01"), everywhere(), AS_OF, shore("W"));
      assertThat(e.counts().get(Verdict.FAIL)).isEqualTo(policy.equals("judged") ? 1 : 0);
      assertThat(e.notApplicable()).isEqualTo(policy.equals("judged") ? 0 : 1);
    }
  }

  @Test
  void anExceptionThatIsProvenExempts() {
    Rule rule =
        RuleFileTest.readR01(
            y -> y + "\nexceptions:\n  - {title: {zh: 例, en: x}, filter: relocation = TRUE}\n");
    assertThat(
            only(evaluate(
                    rule, site("A").attribute("relocation", true), everywhere(), AS_OF, shore("W")))
                .verdict())
        .isEqualTo(Verdict.EXEMPT);
    assertThat(only(evaluate(rule, site("A"), everywhere(), AS_OF, shore("W"))).verdict())
        .isEqualTo(Verdict.FAIL);
  }

  @Test
  void r02ReachesRebuildingOfHazardousProducersOnly() {
    Samples.SiteBuilder rebuild = site("A").type("rebuild");
    assertThat(only(evaluate(R02, rebuild, everywhere(), AS_OF, shore("W"))).verdict())
        .isEqualTo(Verdict.FAIL);
    rebuild.attribute("hazardous_producer", false);
    assertThat(evaluate(R02, rebuild, everywhere(), AS_OF, shore("W")).notApplicable())
        .isEqualTo(1);
    rebuild.attribute("hazardous_producer", null);
    Finding open = only(evaluate(R02, rebuild, everywhere(), AS_OF, shore("W")));
    assertThat(open.verdict()).isEqualTo(Verdict.NOT_ASSESSABLE);
    assertThat(codes(open)).containsExactly("attribute");
  }

  @Test
  void aSiteOfAnotherLayerIsNotReached() {
    Evaluation e = evaluate(R01, site("A").layer("enterprise"), everywhere(), AS_OF, shore("W"));
    assertThat(e.findings()).isEmpty();
    assertThat(e.notApplicable()).isEqualTo(1);
  }

  @Test
  void anUnknownDatumIsNotEvenMeasured() {
    Finding f = check(site("A").datumUnknown(), shore("W"));
    assertThat(f.verdict()).isEqualTo(Verdict.NOT_ASSESSABLE);
    assertThat(codes(f)).containsExactly("datum");
    assertThat(f.distanceM()).isNull();
    assertThat(f.targetId()).isNull();
  }

  @Test
  void brokenGeometryIsNotAssessable() throws Exception {
    var wkt = new org.locationtech.jts.io.WKTReader();
    for (String bad :
        List.of(
            "POINT EMPTY",
            "POINT (29 116)",
            "POLYGON ((116 29, 116.1 29.1, 116.1 29, 116 29.1, 116 29))")) {
      Finding f = check(site("A").geometry(wkt.read(bad)), shore("W"));
      assertThat(f.verdict()).as(bad).isEqualTo(Verdict.NOT_ASSESSABLE);
      assertThat(codes(f)).as(bad).containsExactly("geometry");
      assertThat(f.distanceM()).as(bad).isNull();
    }
    assertThat(codes(check(site("A").geometry(null), shore("W")))).containsExactly("geometry");
  }

  @Test
  void outsideTheProvinceIsMeasuredFlaggedAndNotJudged() {
    Finding f = check(site("A").outsideProvince(), shore("W"));
    assertThat(f.verdict()).isEqualTo(Verdict.NOT_ASSESSABLE);
    assertThat(f.outsideProvince()).isTrue();
    assertThat(f.distanceM()).isCloseTo(999, within(1e-5));
    assertThat(codes(f)).containsExactly("outside_province");
  }

  @Test
  void aStoredSiteWithoutAccuracyIsNotAssessableAndAProposalIsTakenAsExact() {
    Finding stored = check(site("A").sigmaM(null), shore("W"));
    assertThat(stored.verdict()).isEqualTo(Verdict.NOT_ASSESSABLE);
    assertThat(codes(stored)).containsExactly("subject_accuracy");
    Finding drawn = check(site("A").sigmaM(null).proposal().approved(null), shore("W"));
    assertThat(drawn.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(drawn.uncertaintyM()).isZero();
    assertThat(codes(drawn)).containsExactly("too_near", "proposal", "assumed_accuracy");
  }

  @Test
  void aPassNeedsCoverageAndABreachDoesNot() {
    Coverage elsewhere =
        Coverage.of(
            List.of(
                new Coverage.Area(
                    Samples.FACTORY.toGeometry(new Envelope(117, 118, 28, 30)), false)));
    for (Coverage c : List.of(elsewhere, Coverage.none())) {
      Finding far = only(evaluate(R01, site("A").eastM(5000), c, AS_OF, shore("W")));
      assertThat(far.verdict()).isEqualTo(Verdict.NOT_ASSESSABLE);
      assertThat(codes(far)).contains("far_enough", "coverage");
      assertThat(far.distanceM()).isCloseTo(5000, within(1e-5));
      assertThat(only(evaluate(R01, site("A"), c, AS_OF, shore("W"))).verdict())
          .isEqualTo(Verdict.FAIL);
    }
  }

  @Test
  void countsAddUpAndTheOrderIsThatOfCodesHoweverTheSitesCome() {
    List<Site> sites =
        new java.util.ArrayList<>(
            IntStream.range(0, 500)
                .mapToObj(i -> site("C%03d".formatted(i)).eastM(10 * i + 5).build())
                .toList());
    Shores shores = Shores.of(List.of(shore("W").build()));
    TestGround ground = TestGround.shores(shores, everywhere());
    Evaluation inOrder = RuleEngine.evaluate(R01, sites, ground, AS_OF);
    Collections.shuffle(sites, new java.util.Random(3));
    Evaluation shuffled = RuleEngine.evaluate(R01, sites, ground, AS_OF);
    assertThat(shuffled).isEqualTo(inOrder);
    assertThat(inOrder.findings()).extracting(Finding::subjectCode).isSorted();
    assertThat(inOrder.counts()).containsEntry(Verdict.FAIL, 100).containsEntry(Verdict.PASS, 400);
    assertThat(inOrder.counts()).containsOnlyKeys(Verdict.values());
  }
}

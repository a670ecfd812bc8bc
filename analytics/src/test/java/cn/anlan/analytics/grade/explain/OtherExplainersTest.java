package cn.anlan.analytics.grade.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.anlan.analytics.accident.Severity;
import cn.anlan.analytics.grade.GradingTables;
import cn.anlan.analytics.grade.SafetyScoreTable.EnterpriseAccident;
import cn.anlan.analytics.grade.explain.EnterpriseExplainer.Points;
import cn.anlan.analytics.grade.explain.MineExplainer.Coded;
import cn.anlan.analytics.grade.explain.MineExplainer.Mine;
import cn.anlan.analytics.grade.explain.PondExplainer.Pond;
import cn.anlan.analytics.grade.explain.SafetyScoreExplainer.Scored;
import cn.anlan.analytics.grade.explain.Ungradable.Fault;
import cn.anlan.geo.text.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Ponds, mines, safety scores, and enterprises from their risk points. */
class OtherExplainersTest {
  private static final GradingTables TABLES = GradingTables.ours();
  private static final LocalDate DAY = LocalDate.of(2021, 12, 31);

  private final PondExplainer ponds = new PondExplainer(TABLES);
  private final MineExplainer mines = new MineExplainer(TABLES);
  private final SafetyScoreExplainer scores = new SafetyScoreExplainer(TABLES);
  private final EnterpriseExplainer enterprises = new EnterpriseExplainer(TABLES);

  @Test
  void aPondWhoseTwoClassesLieFarApartIsOneBelowTheHigher() {
    GradeExplanation grade = ponds.explain(pond("1200", "25", "three"));

    assertThat(grade.grade()).isEqualTo("four");
    assertThat(grade.level()).isNull();
    assertThat(zh(grade.steps()))
        .containsExactly("按库容 V = 1200 万m³：三等库", "按坝高 H = 25 m：五等库", "两者相差2等，按高者降一等 ⇒ 四等库");
    assertThat(grade.stored().agrees()).isFalse();
    // Below 1000 both classes differ by one only and the pond stays a fourth; below 100 it does
    // not.
    assertThat(zh(grade.toNextBetter())).containsExactly("全库容低于 100 万m³：五等库");
    assertThat(zh(ponds.explain(pond("150", "25", "four")).toNextBetter()))
        .containsExactly("全库容低于 100 万m³：五等库");
  }

  @Test
  void aPondWithoutHeightIsNotGraded() {
    assertThat(faults(() -> ponds.explain(new Pond(new BigDecimal("-1"), null, "five"))))
        .extracting(Fault::field)
        .containsExactly("capacity_10k_m3", "dam_height_m");
  }

  @Test
  void thirtyOnePersonsOnAShiftAreFlaggedAndThirtyAreNot() {
    GradeExplanation crowded = mines.explain(mine("other", "two", 31L, 10L, "city"));
    GradeExplanation allowed = mines.explain(mine("other", "two", 30L, 11L, "county"));

    assertThat(crowded.grade()).isEqualTo("city");
    assertThat(zh(crowded.notes())).singleElement().asString().contains("31 人，超过 30");
    assertThat(zh(allowed.notes())).singleElement().asString().contains("11 人，超过 10");
    assertThat(allowed.stored().agrees()).isFalse();
    assertThat(zh(crowded.steps())).containsExactly("标准化为two ⇒ 市级监管");
  }

  @Test
  void aMineWithoutOwnerIsNotGradedAndACoalMineIsOnlyForInformation() {
    assertThat(faults(() -> mines.explain(new Mine(null, null, coded("two"), Map.of(), "city"))))
        .extracting(Fault::field)
        .containsExactly("owner_kind");
    Mine coal = new Mine(coded("coal"), coded("city"), coded("two"), Map.of(), null);
    assertThat(zh(mines.explain(coal).notes())).singleElement().asString().contains("非煤矿山");
  }

  @Test
  void aScoreSaysHowManyPointsTheNextBetterGradeNeeds() {
    GradeExplanation grade = scores.explain(TABLES.chemicalEnterprise(), scored("62.4", 2), DAY);

    assertThat(grade.grade()).isEqualTo("orange");
    assertThat(grade.score().higherIsSafer()).isTrue();
    assertThat(grade.band().range().zh()).isEqualTo("60 ≤ 得分 < 75");
    assertThat(zh(grade.toNextBetter())).containsExactly("得分再提高 12.6 分，达到 75：一般风险（黄）");
    assertThat(zh(grade.notes()).get(0)).contains("未作判断").contains("未经正规设计");
  }

  @Test
  void accidentsMakeAnEnterpriseRedWhateverItsScoreAndTheDayOfTheEndIsSaid() {
    GradeExplanation grade =
        scores.explain(
            TABLES.chemicalEnterprise(),
            scored(
                "95",
                4,
                new EnterpriseAccident("A1", LocalDate.of(2019, 6, 1), Severity.LARGER, 3),
                new EnterpriseAccident("A2", LocalDate.of(2021, 3, 1), Severity.LARGER, 4)),
            DAY);

    assertThat(grade.grade()).isEqualTo("red");
    assertThat(grade.band().title().zh()).isEqualTo("低风险（蓝）");
    assertThat(zh(grade.steps()).get(1)).contains("2起较大事故").contains("A1 2019-06-01");
    assertThat(zh(grade.toNextBetter())).singleElement().asString().contains("2022-06-01");
    assertThat(grade.stored().agrees()).isFalse();
  }

  /** The window is open at its far end: an accident of the same day three years ago is past. */
  @Test
  void accidentsCountUntilTheSameDayYearsLaterAndNotBeforeTheyHappen() {
    EnterpriseAccident major =
        new EnterpriseAccident("A1", LocalDate.of(2018, 12, 31), Severity.MAJOR, 12);

    assertThat(chemical(major, LocalDate.of(2021, 12, 30))).isEqualTo("red");
    assertThat(chemical(major, LocalDate.of(2021, 12, 31))).isEqualTo("blue");
    assertThat(chemical(major, LocalDate.of(2018, 12, 30))).isEqualTo("blue");
  }

  @Test
  void ordinaryAccidentsCountOnlyWithDeathsAndOnlyOfTheLastYear() {
    EnterpriseAccident one =
        new EnterpriseAccident("A1", LocalDate.of(2021, 2, 1), Severity.ORDINARY, 1);
    EnterpriseAccident hurt =
        new EnterpriseAccident("A2", LocalDate.of(2021, 5, 1), Severity.ORDINARY, 0);
    EnterpriseAccident two =
        new EnterpriseAccident("A3", LocalDate.of(2021, 5, 1), Severity.ORDINARY, 1);

    assertThat(scores.explain(TABLES.chemicalEnterprise(), scored("95", 4, one, hurt), DAY).grade())
        .isEqualTo("blue");
    assertThat(scores.explain(TABLES.chemicalEnterprise(), scored("95", 4, one, two), DAY).grade())
        .isEqualTo("red");
  }

  @Test
  void aParkIsGradedInItsOwnScaleAndNeedsAScore() {
    Scored park = new Scored(new BigDecimal("69.9"), "grade", "c", List.of());
    GradeExplanation grade = scores.explain(TABLES.chemicalPark(), park, DAY);

    assertThat(grade.grade()).isEqualTo("b");
    assertThat(grade.scale()).isEqualTo("chemical_park_grade");
    assertThat(grade.stored().text().zh()).contains("C 级");
    Scored none = new Scored(new BigDecimal("100.1"), "grade", null, List.of());
    assertThat(faults(() -> scores.explain(TABLES.chemicalPark(), none, DAY)))
        .extracting(Fault::field, Fault::value)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("safety_score", "100.1"));
  }

  @Test
  void anEnterpriseIsAsBadAsItsWorstRiskPoint() {
    GradeExplanation grade =
        enterprises.explain(new Points(new int[] {0, 3, 1, 9}, List.of("RP1", "RP2"), 1));

    assertThat(grade.grade()).isEqualTo("orange");
    assertThat(grade.stored().agrees()).isFalse();
    assertThat(zh(grade.toNextBetter())).containsExactly("把 3 个较大风险（橙）的风险点降级（RP1、RP2…）");
    assertThat(zh(grade.notes())).singleElement().asString().contains("未启用");
  }

  @Test
  void anEnterpriseWithoutRiskPointsHasNoLevel() {
    GradeExplanation grade = enterprises.explain(new Points(new int[4], List.of(), null));

    assertThat(grade.level()).isNull();
    assertThat(grade.gradeTitle().zh()).contains("没有风险点");
  }

  private String chemical(EnterpriseAccident accident, LocalDate day) {
    return scores.explain(TABLES.chemicalEnterprise(), scored("95", 4, accident), day).grade();
  }

  private static Scored scored(String score, int stored, EnterpriseAccident... accidents) {
    return new Scored(new BigDecimal(score), "risk_level", stored, List.of(accidents));
  }

  private static Pond pond(String capacity, String height, String stored) {
    return new Pond(new BigDecimal(capacity), new BigDecimal(height), stored);
  }

  private static Mine mine(String owner, String level, long shift, long hoist, String tier) {
    Map<String, Long> persons = Map.of("max_shift_persons", shift, "hoist_persons", hoist);
    return new Mine(coded("metal"), coded(owner), coded(level), persons, tier);
  }

  private static Coded coded(String code) {
    return new Coded(code, new Text(code, code));
  }

  private static List<Fault> faults(org.assertj.core.api.ThrowableAssert.ThrowingCallable asked) {
    return catchThrowableOfType(Ungradable.class, asked).faults();
  }

  private static List<String> zh(List<Text> texts) {
    return texts.stream().map(Text::zh).toList();
  }
}

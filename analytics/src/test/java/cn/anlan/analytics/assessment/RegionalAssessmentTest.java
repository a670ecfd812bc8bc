package cn.anlan.analytics.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class RegionalAssessmentTest {
  private final RegionalAssessment assessment = new RegionalAssessment(RegionalModel.shipped());

  @Test
  void anExcessIsRedAndAShortfallIsBlue() {
    List<RegionalGrade> grades =
        assessment.grade(
            List.of(
                region("a", 1_000_000, 20), region("b", 1_000_000, 4), region("c", 2_000_000, 16)));
    assertThat(grades).extracting(RegionalGrade::grade).containsExactly("red", "blue", "blue");
    assertThat(grades.get(0).expected()).isEqualTo(10.0, within(1e-12));
    // P(X >= 20 | 10) = 0.0034543 (Poisson table)
    assertThat(grades.get(0).chance()).isEqualTo(0.0034543, within(1e-6));
    assertThat(grades.get(0).explanationZh())
        .contains("20 处")
        .contains("100.0 万人")
        .contains("0.3%");
  }

  @Test
  void asManyAsExpectedIsAboutFifty() {
    List<RegionalGrade> grades =
        assessment.grade(List.of(region("a", 500_000, 50), region("b", 500_000, 50)));
    assertThat(grades).allSatisfy(g -> assertThat(g.score()).isBetween(49.0, 53.0));
  }

  @Test
  void moreRiskPointsNeverLowerTheScore() {
    double before = -1;
    for (int x = 0; x < 40; x++) {
      double score =
          assessment
              .grade(List.of(region("a", 100_000, x), region("b", 900_000, 40)))
              .get(0)
              .score();
      assertThat(score).as("x=%d", x).isGreaterThan(before);
      before = score;
    }
  }

  @Test
  void aRegionWithoutPopulationOrAProvinceWithoutPointsIsNotGraded() {
    assertThat(assessment.grade(List.of(region("a", 0, 3), region("b", 10, 3))).get(0))
        .satisfies(g -> assertThat(g.level()).isZero())
        .satisfies(g -> assertThat(g.explanationEn()).contains("no population"));
    assertThat(assessment.grade(List.of(region("a", 10, 0))).get(0).grade()).isEqualTo("none");
  }

  private static RegionCounts region(String code, long population, int major) {
    return new RegionCounts(code, population, new int[] {major, 5, 9, 100});
  }
}

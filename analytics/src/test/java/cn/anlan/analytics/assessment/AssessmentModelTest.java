package cn.anlan.analytics.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anlan.analytics.assessment.RegionGrade.Fired;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.yaml.DefinitionException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssessmentModelTest {
  private static final ModelFiles SHIPPED = ModelFiles.load(null);
  private static final AssessmentModel MODEL = SHIPPED.model();

  @Test
  void theShippedModelIsConsistentAndItsBaselineFits() {
    assertThat(MODEL.weighing().consistencyRatio()).isLessThan(PairwiseJudgements.LIMIT);
    assertThat(SHIPPED.assessor().baseline().isDemo()).isTrue();
    assertThat(SHIPPED.baseline().provenance()).contains("示例数据");
    assertThat(MODEL.basis()).contains("[design]");
  }

  @Test
  void aColourGetsWorseAtTheCutPointAndBetterOnlyBelowTheBand() {
    assertThat(MODEL.level(80, 2)).isEqualTo(1);
    assertThat(MODEL.level(79.99, 0)).isEqualTo(2);
    assertThat(MODEL.level(79.99, 1)).isEqualTo(1);
    assertThat(MODEL.level(78, 1)).isEqualTo(1);
    assertThat(MODEL.level(77.99, 1)).isEqualTo(2);
    assertThat(MODEL.level(39, 2)).isEqualTo(3);
    assertThat(MODEL.level(37.99, 2)).isEqualTo(4);
    assertThat(MODEL.level(40, 4)).isEqualTo(3);
  }

  @Test
  void bestLevelsSpeakBeforeALevelIsRaised() {
    Fired larger = fired("larger_accident");
    Fired overdue = fired("listing_overdue");
    assertThat(Assessor.vetoed(4, List.of(larger))).isEqualTo(2);
    assertThat(Assessor.vetoed(1, List.of(larger))).isEqualTo(1);
    assertThat(Assessor.vetoed(4, List.of(overdue))).isEqualTo(3);
    assertThat(Assessor.vetoed(1, List.of(overdue))).isEqualTo(1);
    assertThat(Assessor.vetoed(4, List.of(overdue, larger))).isEqualTo(1);
    assertThat(Assessor.vetoed(4, List.of(fired("major_accident")))).isEqualTo(1);
  }

  @Test
  void theDaysAreMonthEndsAndTheDayItself() {
    Assessor assessor = SHIPPED.assessor();
    assertThat(assessor.days(LocalDate.of(2020, 2, 10)))
        .containsExactly(
            LocalDate.of(2019, 12, 31), LocalDate.of(2020, 1, 31), LocalDate.of(2020, 2, 10));
    assertThat(assessor.days(LocalDate.of(2020, 1, 31))).hasSize(2);
    assertThatThrownBy(() -> assessor.days(LocalDate.of(2019, 12, 30)))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining("2019-12-30");
  }

  @Test
  void aModelThatCannotBeUsedIsRefusedWithItsPlace() {
    for (String[] each :
        new String[][] {
          {"[80, 60, 40]", "[60, 80, 40]", "cut_points"},
          {
            "[\"1\",   \"1/2\", \"1\",   \"1\",   \"2\",   \"3\"]",
            "[\"1\",   \"9\", \"1\",   \"1\",   \"2\",   \"3\"]",
            "reciprocal"
          },
          {"window_months: 12", "window_months: 0", "window_months"},
          {"ordinary: 1,", "ordinary: -1,", "ordinary"},
          {"overdue_rate,", "overdue,", "overdue"},
          {"id: regional", "id: regional\nversoin: 1", "versoin"},
          {"runs: 200", "runs: 0", "sensitivity"}
        }) {
      String text = SHIPPED.modelText().replace(each[0], each[1]);
      assertThat(text).as(each[0]).isNotEqualTo(SHIPPED.modelText());
      assertThatThrownBy(() -> ModelFiles.of(text, SHIPPED.baselineText()))
          .as(each[1])
          .isInstanceOf(DefinitionException.class)
          .hasMessageContaining(each[2]);
    }
  }

  @Test
  void aBaselineOfOtherIndicatorsIsRefused() {
    String text =
        SHIPPED
            .baselineText()
            .replace("[accident_rate, death_rate,", "[death_rate, accident_rate,");
    assertThatThrownBy(() -> ModelFiles.of(SHIPPED.modelText(), text).assessor())
        .isInstanceOf(UserFault.class)
        .hasMessageContaining("demo 1");
  }

  @Test
  void aBaselineIsReadAsItWasWritten() {
    Baseline baseline = SHIPPED.baseline();
    assertThat(ModelFiles.of(SHIPPED.modelText(), BaselineYaml.write(baseline)).baseline())
        .isEqualTo(baseline);
  }

  private static Fired fired(String id) {
    return new Fired(
        MODEL.vetoes().stream().filter(v -> v.id().equals(id)).findFirst().orElseThrow(), 1);
  }
}

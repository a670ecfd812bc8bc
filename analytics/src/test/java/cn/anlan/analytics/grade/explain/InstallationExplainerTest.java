package cn.anlan.analytics.grade.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.anlan.analytics.grade.GradingTables;
import cn.anlan.analytics.grade.explain.InstallationExplainer.Installation;
import cn.anlan.analytics.grade.explain.Ungradable.Fault;
import cn.anlan.geo.text.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstallationExplainerTest {
  private static final Pattern LESS = Pattern.compile("减到 ([0-9.]+) t 以下");
  private final InstallationExplainer explainer = new InstallationExplainer(GradingTables.ours());

  @ParameterizedTest
  @CsvSource({"氯 20 t,60,24,3", "氨 50t,100,20,3", "氟化氢 8 吨,40,48,3"})
  void theWorkedCasesAreExplained(String stock, long residents, String rValue, int level) {
    GradeExplanation grade = explainer.explain(of(residents, level, rValue, stock));

    assertThat(grade.level()).isEqualTo(level);
    assertThat(grade.score().value()).isEqualByComparingTo(rValue);
    assertThat(grade.stored().agrees()).isTrue();
    assertThat(grade.notes()).isEmpty();
  }

  @Test
  void eachSubstanceStandsWithItsThresholdAndFactor() {
    GradeExplanation grade = explainer.explain(of(100, 2, "64", "氯 30 t", "氨 40 t"));

    assertThat(zh(grade.steps()))
        .containsExactly(
            "氯：q/Q = 30/5 = 6，β·q/Q = 4 × 6 = 24",
            "氨：q/Q = 40/10 = 4，β·q/Q = 2 × 4 = 8",
            "S = Σq/Q = 10 ≥ 1：构成重大危险源",
            "R = α·Σβ·q/Q = 2 × 32 = 64");
    assertThat(grade.factors().get(0).note().zh()).isEqualTo("Q = 5 t，β = 4");
    assertThat(grade.factors().get(2).note().zh()).isEqualTo("α = 2");
    assertThat(grade.band().range().zh()).isEqualTo("50 ≤ R < 100");
    assertThat(zh(grade.toNextBetter()))
        .containsExactly(
            "要降一级，须 R < 50（现为 64）",
            "氯由 30 t 减到 21.2 t 以下：R < 50",
            "氨由 40 t 减到 5 t 以下：R < 50",
            "厂界外 500 m 内由 100 人减到不多于 99 人：α = 1.5，R = 48");
  }

  @Test
  void whatIsNotConfirmedIsMarkedAtItsNumber() {
    GradeExplanation grade = explainer.explain(of(0, 4, null, "甲醇 600 t"));

    assertThat(grade.factors().get(0).note().zh()).endsWith("[verify Q, β]");
    assertThat(grade.table().unconfirmed()).isTrue();
  }

  /** At the quantity named the level is still the same, a tenth of a tonne below it is better. */
  @Test
  void justBelowTheNamedQuantityTheLevelIsBetter() {
    GradeExplanation now = explainer.explain(of(60, 3, null, "氯 47.3 t"));
    Matcher less = LESS.matcher(now.toNextBetter().get(1).zh());
    assertThat(less.find()).isTrue();
    BigDecimal limit = new BigDecimal(less.group(1));

    GradeExplanation below =
        explainer.explain(of(60, 3, null, "氯 " + limit.subtract(new BigDecimal("0.1")) + " t"));
    GradeExplanation above =
        explainer.explain(of(60, 3, null, "氯 " + limit.add(new BigDecimal("0.1")) + " t"));

    assertThat(below.level()).isEqualTo(now.level() + 1);
    assertThat(above.level()).isEqualTo(now.level());
  }

  @Test
  void belowTheThresholdItIsNoInstallationAndTheStoredLevelIsSaidToDiffer() {
    GradeExplanation grade = explainer.explain(of(10, 4, "3.992", "氯 4.99 t"));

    assertThat(grade.level()).isNull();
    assertThat(grade.grade()).isNull();
    assertThat(grade.gradeTitle().zh()).isEqualTo("不构成重大危险源");
    assertThat(grade.stored().agrees()).isFalse();
  }

  @Test
  void theLowestLevelSaysWhenItWouldBeNoInstallation() {
    assertThat(zh(explainer.explain(of(0, 4, null, "氯 6 t")).toNextBetter()))
        .containsExactly("已是最低一级；S < 1 时不再构成重大危险源（现为 1.2）", "氯由 6 t 减到 5 t 以下：S < 1");
  }

  @Test
  void anotherStoredRIsNoted() {
    assertThat(explainer.explain(of(60, 3, "23", "氯 20 t")).notes().get(0).zh())
        .contains("23")
        .contains("24");
  }

  @Test
  void unknownSubstancesUnreadableStocksAndMissingResidentsAreAllNamed() {
    Ungradable refused =
        catchThrowableOfType(
            Ungradable.class,
            () ->
                explainer.explain(
                    new Installation(List.of("某液 20 t", "氯 若干", "氯 5 t"), null, 3, null)));

    assertThat(refused.faults())
        .extracting(Fault::field, Fault::value)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("substances", "某液 20 t"),
            org.assertj.core.groups.Tuple.tuple("substances", "氯 若干"),
            org.assertj.core.groups.Tuple.tuple("exposed_500m", null));
    assertThat(refused.faults().get(0).remedy()).contains("液化石油气");
  }

  private static Installation of(long residents, Integer level, String rValue, String... stocks) {
    return new Installation(
        List.of(stocks), residents, level, rValue == null ? null : new BigDecimal(rValue));
  }

  private static List<String> zh(List<Text> texts) {
    return texts.stream().map(Text::zh).toList();
  }
}

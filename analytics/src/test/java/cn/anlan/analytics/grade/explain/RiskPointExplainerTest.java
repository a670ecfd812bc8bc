package cn.anlan.analytics.grade.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.anlan.analytics.grade.Combinations;
import cn.anlan.analytics.grade.GradingTable;
import cn.anlan.analytics.grade.GradingTables;
import cn.anlan.analytics.grade.explain.RiskPointExplainer.RiskPoint;
import cn.anlan.analytics.grade.explain.Ungradable.Fault;
import cn.anlan.geo.text.Text;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RiskPointExplainerTest {
  private static final GradingTables TABLES = GradingTables.ours();
  private static final Pattern STEP = Pattern.compile("([LECMS]) ([0-9.]+) → ([0-9.]+)");

  private final RiskPointExplainer explainer = new RiskPointExplainer(TABLES);

  @Test
  void aGradeNamesItsTableFactorsBandAndTheNextBetterOne() {
    GradeExplanation grade = explainer.explain(lec("6", "6", "15", 1));

    assertThat(grade.level()).isEqualTo(1);
    assertThat(grade.grade()).isEqualTo("red");
    assertThat(grade.scale()).isEqualTo("risk_level");
    assertThat(grade.score().value()).isEqualByComparingTo("540");
    assertThat(grade.table().id()).isEqualTo("lec");
    assertThat(grade.table().version()).isEqualTo(1);
    assertThat(grade.table().unconfirmed()).isTrue();
    assertThat(grade.factors())
        .extracting(GradeExplanation.FactorValue::name)
        .containsExactly("factor_l", "factor_e", "factor_c");
    assertThat(grade.band().range().zh()).isEqualTo("320 < D");
    assertThat(zh(grade.steps()))
        .containsExactly("D = L·E·C = 6 × 6 × 15 = 540", "320 < D ⇒ 极其危险 ⇒ 重大风险（红）");
    assertThat(zh(grade.toNextBetter()))
        .containsExactly(
            "要降为较大风险（橙），须 D ≤ 320（现为 540）",
            "可能性 L 6 → 3：D = 270，较大风险（橙）",
            "暴露 E 6 → 3：D = 270，较大风险（橙）",
            "后果 C 15 → 7：D = 252，较大风险（橙）");
    assertThat(grade.stored().agrees()).isTrue();
  }

  @Test
  void theComputedLevelStandsAndAnotherStoredOneIsSaid() {
    GradeExplanation grade = explainer.explain(lec("3", "2", "3", 1));

    assertThat(grade.level()).isEqualTo(4);
    assertThat(grade.stored().agrees()).isFalse();
    assertThat(grade.stored().text().zh()).contains("重大风险（红）").contains("低风险（蓝）");
    assertThat(grade.toNextBetter()).isEmpty();
  }

  @Test
  void rangesSayWhichEndBelongsToThem() {
    assertThat(explainer.explain(lec("6", "3", "15", 2)).band().range().zh())
        .isEqualTo("160 ≤ D ≤ 320");
    assertThat(explainer.explain(lec("10", "1", "7", 3)).band().range().zh())
        .isEqualTo("70 ≤ D < 160");
  }

  @Test
  void whereOneFactorIsNotEnoughTheFewestThatAreAreNamed() {
    GradeExplanation grade = explainer.explain(lec("10", "10", "100", 1));

    assertThat(zh(grade.toNextBetter()).get(1)).contains("L 10 → ");
    GradeExplanation matrix =
        explainer.explain(new RiskPoint("ls", Map.of("l", decimal("5"), "s", decimal("5")), 1));
    assertThat(zh(matrix.toNextBetter()))
        .containsExactly(
            "要降为较大风险（橙），须 R < 20（现为 25）",
            "可能性 L 5 → 3：R = 15，较大风险（橙）",
            "严重性 S 5 → 3：R = 15，较大风险（橙）");
  }

  /** Whatever is proposed really gives a better level, and one step less of it does not. */
  @Test
  void everyWayToABetterGradeIsOneAndTheSmallest() {
    for (String method : List.of("lec", "ls", "mes")) {
      GradingTable table = TABLES.findMethod(method).orElseThrow();
      for (List<BigDecimal> scores : Combinations.of(table)) {
        Map<String, BigDecimal> factors = new HashMap<>();
        for (int i = 0; i < scores.size(); i++) {
          factors.put(table.factors().get(i).name(), scores.get(i));
        }
        GradeExplanation now = explainer.explain(new RiskPoint(method, factors, null));
        assertThat(now.toNextBetter().isEmpty()).as(method + scores).isEqualTo(now.level() == 4);
        for (Text way : now.toNextBetter().stream().skip(1).toList()) {
          assertThat(level(table, changed(factors, way)))
              .as(method + scores + way.zh())
              .isGreaterThan(now.level());
        }
        if (now.level() < 4) {
          assertThat(now.toNextBetter()).as(method + scores).hasSizeGreaterThan(1);
        }
      }
    }
  }

  @Test
  void everyMissingOrOffListFactorIsNamedWithItsRemedy() {
    Ungradable refused =
        catchThrowableOfType(
            Ungradable.class,
            () -> explainer.explain(new RiskPoint("lec", Map.of("l", decimal("4")), 2)));

    assertThat(refused.faults())
        .extracting(Fault::field)
        .containsExactly("factor_l", "factor_e", "factor_c");
    assertThat(refused.faults().get(0).value()).isEqualTo("4");
    assertThat(refused.faults().get(0).remedy()).contains("10, 6, 3, 1, 0.5, 0.2, 0.1");
    assertThat(refused.faults().get(1).value()).isNull();
    assertThat(
            catchThrowableOfType(
                    Ungradable.class,
                    () -> explainer.explain(new RiskPoint("hazop", Map.of("l", decimal("1")), 2)))
                .faults())
        .singleElement()
        .satisfies(f -> assertThat(f.value()).isEqualTo("hazop"));
  }

  @Test
  void withoutFactorsTheReportedLevelIsSaidToBeReported() {
    GradeExplanation grade = explainer.explain(new RiskPoint(null, Map.of(), 2));

    assertThat(grade.grade()).isEqualTo("orange");
    assertThat(grade.table()).isNull();
    assertThat(grade.notes().get(0).zh()).contains("照申报");
  }

  private static RiskPoint lec(String l, String e, String c, Integer level) {
    return new RiskPoint("lec", Map.of("l", decimal(l), "e", decimal(e), "c", decimal(c)), level);
  }

  private static BigDecimal decimal(String text) {
    return new BigDecimal(text);
  }

  private static List<String> zh(List<Text> texts) {
    return texts.stream().map(Text::zh).toList();
  }

  private static Map<String, BigDecimal> changed(Map<String, BigDecimal> factors, Text way) {
    Map<String, BigDecimal> changed = new HashMap<>(factors);
    Matcher step = STEP.matcher(way.zh());
    while (step.find()) {
      assertThat(changed.get(step.group(1).toLowerCase(java.util.Locale.ROOT)))
          .isEqualByComparingTo(step.group(2));
      changed.put(step.group(1).toLowerCase(java.util.Locale.ROOT), decimal(step.group(3)));
    }
    assertThat(changed).isNotEqualTo(factors);
    return changed;
  }

  private static int level(GradingTable table, Map<String, BigDecimal> factors) {
    return table.grade(table.factors().stream().map(f -> factors.get(f.name())).toList()).level();
  }
}

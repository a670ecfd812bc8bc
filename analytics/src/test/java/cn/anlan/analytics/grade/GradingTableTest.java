package cn.anlan.analytics.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GradingTableTest {
  private static final GradingTables METHODS = GradingTables.ours();

  @Test
  void the252CombinationsOfLecFallIntoTheFiveBandsAsPublished() {
    GradingTable lec = METHODS.findMethod("lec").orElseThrow();

    assertThat(countsByBand(lec))
        .containsExactly(
            Map.entry("极其危险", 40),
            Map.entry("高度危险", 21),
            Map.entry("显著危险", 30),
            Map.entry("一般危险", 50),
            Map.entry("稍有危险", 111));
  }

  @Test
  void the25CellsOfTheMatrixFallIntoTheFourLevelsAsPublished() {
    GradingTable ls = METHODS.findMethod("ls").orElseThrow();

    assertThat(countsByBand(ls).values()).containsExactly(3, 3, 5, 14);
  }

  @Test
  void theProductsOfTheMatrixAreThoseAttainable() {
    assertThat(products("ls")).containsExactly(1, 2, 3, 4, 5, 6, 8, 9, 10, 12, 15, 16, 20, 25);
  }

  @Test
  void theProductsOfMesHaveGapsJustWhereItsBandsMeet() {
    List<Double> all =
        Combinations.of(METHODS.findMethod("mes").orElseThrow()).stream()
            .map(c -> c.stream().reduce(BigDecimal.ONE, BigDecimal::multiply).doubleValue())
            .distinct()
            .sorted()
            .toList();

    assertThat(all).contains(18.0, 20.0, 48.0, 50.0, 80.0, 90.0, 150.0, 180.0);
    for (double[] gap : new double[][] {{18, 20}, {48, 50}, {80, 90}, {150, 180}}) {
      assertThat(all.indexOf(gap[1]) - all.indexOf(gap[0])).isEqualTo(1);
    }
  }

  @Test
  void theBandsOfMesBeginWhereItsProductsDo() {
    GradingTable mes = METHODS.findMethod("mes").orElseThrow();

    assertThat(mes.grade(scores("3", "6", "10")).level()).isEqualTo(1);
    assertThat(mes.grade(scores("5", "3", "10")).level()).isEqualTo(2);
    assertThat(mes.grade(scores("3", "3", "10")).level()).isEqualTo(2);
    assertThat(mes.grade(scores("5", "1", "10")).level()).isEqualTo(3);
    assertThat(mes.grade(scores("3", "2", "8")).level()).isEqualTo(4);
    for (List<BigDecimal> combination : Combinations.of(mes)) {
      double score = mes.grade(combination).score().doubleValue();
      assertThat(score > 150 && score < 180 || score > 80 && score < 90).isFalse();
      assertThat(score > 48 && score < 50 || score > 18 && score < 20).isFalse();
    }
  }

  @Test
  void seventyIsYellowAndTwentyIsOrdinary() {
    GradingTable lec = METHODS.findMethod("lec").orElseThrow();

    assertThat(lec.grade(scores("10", "1", "7")).score()).isEqualByComparingTo("70");
    assertThat(lec.grade(scores("10", "1", "7")).level()).isEqualTo(3);
    // Every listed product of 20 has C = 40 or 100 and a factor below one: binary doubles would
    // miss.
    assertThat(lec.grade(scores("0.2", "1", "100")).score()).isEqualByComparingTo("20");
    assertThat(lec.grade(scores("0.2", "1", "100")).band().title().zh()).isEqualTo("一般危险");
  }

  @Test
  void noProductOfListedScoresStandsOnTheBoundaries160And320() {
    GradingTable lec = METHODS.findMethod("lec").orElseThrow();

    for (List<BigDecimal> combination : Combinations.of(lec)) {
      assertThat(lec.grade(combination).score())
          .isNotEqualByComparingTo("160")
          .isNotEqualByComparingTo("320");
    }
  }

  @Test
  void aScoreThatIsNotOnTheScaleIsNamedAndNotGraded() {
    GradingTable lec = METHODS.findMethod("lec").orElseThrow();
    List<BigDecimal> scores = scores("4", "6", "15");

    assertThat(lec.findOffList(scores)).extracting(GradingTable.Factor::name).containsExactly("l");
    assertThat(lec.findOffList(scores).get(0).allowed()).isEqualTo("10, 6, 3, 1, 0.5, 0.2, 0.1");
    assertThatIllegalArgumentException().isThrownBy(() -> lec.grade(scores));
  }

  @Test
  void anUnknownMethodHasNoTable() {
    assertThat(METHODS.findMethod("hazop")).isEmpty();
  }

  private static List<Integer> products(String method) {
    return Combinations.of(METHODS.findMethod(method).orElseThrow()).stream()
        .map(c -> c.stream().reduce(BigDecimal.ONE, BigDecimal::multiply).intValueExact())
        .distinct()
        .sorted()
        .toList();
  }

  private static Map<String, Integer> countsByBand(GradingTable table) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    table.bands().forEach(b -> counts.put(b.title().zh(), 0));
    Combinations.of(table)
        .forEach(c -> counts.merge(table.grade(c).band().title().zh(), 1, Integer::sum));
    return counts;
  }

  private static List<BigDecimal> scores(String... values) {
    return java.util.Arrays.stream(values).map(BigDecimal::new).toList();
  }
}

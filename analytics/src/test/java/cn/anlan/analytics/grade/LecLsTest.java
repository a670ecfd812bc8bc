package cn.anlan.analytics.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LecLsTest {
  private static final LecLs METHODS = LecLs.load();

  @Test
  void the252CombinationsOfLecFallIntoTheFiveBandsAsPublished() {
    GradingTable lec = METHODS.find("lec").orElseThrow();

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
    GradingTable ls = METHODS.find("ls").orElseThrow();

    assertThat(countsByBand(ls).values()).containsExactly(3, 3, 5, 14);
  }

  @Test
  void theBandsOfMesBeginWhereItsProductsDo() {
    GradingTable mes = METHODS.find("mes").orElseThrow();

    assertThat(mes.grade(scores("3", "6", "10")).level()).isEqualTo(1);
    assertThat(mes.grade(scores("5", "3", "10")).level()).isEqualTo(2);
    assertThat(mes.grade(scores("3", "3", "10")).level()).isEqualTo(2);
    assertThat(mes.grade(scores("5", "1", "10")).level()).isEqualTo(3);
    assertThat(mes.grade(scores("3", "2", "8")).level()).isEqualTo(4);
    for (List<BigDecimal> combination : combinations(mes)) {
      double score = mes.grade(combination).score().doubleValue();
      assertThat(score > 150 && score < 180 || score > 80 && score < 90).isFalse();
      assertThat(score > 48 && score < 50 || score > 18 && score < 20).isFalse();
    }
  }

  @Test
  void seventyIsYellowAndTwentyIsOrdinary() {
    GradingTable lec = METHODS.find("lec").orElseThrow();

    assertThat(lec.grade(scores("10", "1", "7")).score()).isEqualByComparingTo("70");
    assertThat(lec.grade(scores("10", "1", "7")).level()).isEqualTo(3);
    // Every listed product of 20 has C = 40 or 100 and a factor below one: binary doubles would
    // miss.
    assertThat(lec.grade(scores("0.2", "1", "100")).score()).isEqualByComparingTo("20");
    assertThat(lec.grade(scores("0.2", "1", "100")).band().title().zh()).isEqualTo("一般危险");
  }

  @Test
  void noProductOfListedScoresStandsOnTheBoundaries160And320() {
    GradingTable lec = METHODS.find("lec").orElseThrow();

    for (List<BigDecimal> combination : combinations(lec)) {
      assertThat(lec.grade(combination).score())
          .isNotEqualByComparingTo("160")
          .isNotEqualByComparingTo("320");
    }
  }

  @Test
  void aScoreThatIsNotOnTheScaleIsNamedAndNotGraded() {
    GradingTable lec = METHODS.find("lec").orElseThrow();
    List<BigDecimal> scores = scores("4", "6", "15");

    assertThat(lec.findOffList(scores)).extracting(GradingTable.Factor::name).containsExactly("l");
    assertThat(lec.findOffList(scores).get(0).allowed()).isEqualTo("10, 6, 3, 1, 0.5, 0.2, 0.1");
    assertThatIllegalArgumentException().isThrownBy(() -> lec.grade(scores));
  }

  @Test
  void anUnknownMethodHasNoTable() {
    assertThat(METHODS.find("hazop")).isEmpty();
  }

  private static Map<String, Integer> countsByBand(GradingTable table) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    table.bands().forEach(b -> counts.put(b.title().zh(), 0));
    combinations(table)
        .forEach(c -> counts.merge(table.grade(c).band().title().zh(), 1, Integer::sum));
    return counts;
  }

  private static List<List<BigDecimal>> combinations(GradingTable table) {
    List<List<BigDecimal>> all = List.of(List.of());
    for (GradingTable.Factor factor : table.factors()) {
      List<List<BigDecimal>> longer = new ArrayList<>();
      for (List<BigDecimal> start : all) {
        for (BigDecimal value : factor.values()) {
          List<BigDecimal> next = new ArrayList<>(start);
          next.add(value);
          longer.add(next);
        }
      }
      all = longer;
    }
    return all;
  }

  private static List<BigDecimal> scores(String... values) {
    return java.util.Arrays.stream(values).map(BigDecimal::new).toList();
  }
}

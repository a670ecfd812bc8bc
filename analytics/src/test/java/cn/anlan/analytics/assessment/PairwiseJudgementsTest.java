package cn.anlan.analytics.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class PairwiseJudgementsTest {
  private static final List<String> THREE = List.of("a", "b", "c");

  /** The specification's vector: [1,3,5; 1/3,1,3; 1/5,1/3,1]. */
  @Test
  void weightsAreThePrincipalEigenvector() {
    PairwiseJudgements judged =
        PairwiseJudgements.of(
            THREE,
            List.of(List.of("1", "3", "5"), List.of("1/3", "1", "3"), List.of("1/5", "1/3", "1")));
    assertThat(judged.weights().get(0)).isCloseTo(.6370, within(5e-5));
    assertThat(judged.weights().get(1)).isCloseTo(.2583, within(5e-5));
    assertThat(judged.weights().get(2)).isCloseTo(.1047, within(5e-5));
    assertThat(judged.lambda()).isCloseTo(3.03851, within(5e-6));
    assertThat(judged.consistencyRatio()).isCloseTo(.0332, within(5e-5));
  }

  @Test
  void consistentJudgementsGiveBackTheWeightsTheyWereMadeOf() {
    double[] weights = {.4, .3, .2, .1};
    List<List<String>> matrix =
        java.util.Arrays.stream(weights)
            .mapToObj(
                row ->
                    java.util.Arrays.stream(weights).mapToObj(column -> row / column + "").toList())
            .toList();
    PairwiseJudgements judged = PairwiseJudgements.of(List.of("a", "b", "c", "d"), matrix);
    for (int i = 0; i < weights.length; i++) {
      assertThat(judged.weights().get(i)).isCloseTo(weights[i], within(1e-12));
    }
    assertThat(judged.consistencyRatio()).isCloseTo(0, within(1e-12));
  }

  @Test
  void contradictingJudgementsAreRefusedAndTheWorstIsNamed() {
    assertThatThrownBy(
            () ->
                PairwiseJudgements.of(
                    List.of("a", "b", "c", "d"),
                    List.of(
                        List.of("1", "2", "4", "8"),
                        List.of("1/2", "1", "2", "4"),
                        List.of("1/4", "1/2", "1", "1/9"),
                        List.of("1/8", "1/4", "9", "1"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("CR = ")
        .hasMessageContaining("c : d = 1/9");
  }

  /** Of three criteria each judgement contradicts the two others equally. */
  @Test
  void ofEqualContradictionsTheFirstIsNamed() {
    assertThatThrownBy(
            () ->
                PairwiseJudgements.of(
                    THREE,
                    List.of(
                        List.of("1", "2", "1/9"),
                        List.of("1/2", "1", "2"),
                        List.of("9", "1/2", "1"))))
        .hasMessageContaining("a : b = 2");
  }

  @Test
  void whatIsNoReciprocalMatrixIsRefusedWithThePlace() {
    assertThatThrownBy(
            () ->
                PairwiseJudgements.of(
                    List.of("a", "b"), List.of(List.of("1", "3"), List.of("1/2", "1"))))
        .hasMessageContaining("a : b = 3")
        .hasMessageContaining("b : a = 1/2");
    assertThatThrownBy(
            () ->
                PairwiseJudgements.of(
                    List.of("a", "b"), List.of(List.of("1", "many"), List.of("1/2", "1"))))
        .hasMessageContaining("many");
    assertThatThrownBy(() -> PairwiseJudgements.of(List.of("a", "b"), List.of(List.of("1", "3"))))
        .hasMessageContaining("2 rows");
  }
}

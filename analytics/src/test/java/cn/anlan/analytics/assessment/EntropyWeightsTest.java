package cn.anlan.analytics.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class EntropyWeightsTest {
  /**
   * By hand: column a is 1, 0 (entropy 0), column b is 1, 3 with p = ¼, ¾ (entropy .8112781): the
   * weights are 1/1.1887219 and .1887219/1.1887219.
   */
  @Test
  void aColumnWeighsByWhatItTells() {
    EntropyWeights weights = EntropyWeights.of(List.of(new double[] {1, 1}, new double[] {0, 3}));
    assertThat(weights.weights().get(0)).isCloseTo(.841239, within(1e-6));
    assertThat(weights.weights().get(1)).isCloseTo(.158761, within(1e-6));
    assertThat(weights.constantColumns()).isEmpty();
  }

  @Test
  void aConstantColumnWeighsNothingWhateverRoundingLeaves() {
    EntropyWeights weights =
        EntropyWeights.of(
            List.of(new double[] {.1, 1}, new double[] {.1, 2}, new double[] {.1, 4}));
    assertThat(weights.weights()).containsExactly(0.0, 1.0);
    assertThat(weights.constantColumns()).containsExactly(0);
  }

  @Test
  void allEqualColumnsWeighNothingAndAreNamed() {
    EntropyWeights weights = EntropyWeights.of(List.of(new double[] {2, 0}, new double[] {2, 0}));
    assertThat(weights.weights()).containsExactly(0.0, 0.0);
    assertThat(weights.constantColumns()).containsExactly(0, 1);
    assertThat(Scale.combined(List.of(.7, .3), weights.weights())).containsExactly(.7, .3);
  }

  @Test
  void negativeUndefinedAndMissingValuesAreRefused() {
    assertThatThrownBy(() -> EntropyWeights.of(List.of(new double[] {-1}, new double[] {1})))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> EntropyWeights.of(List.of(new double[] {Double.NaN})))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> EntropyWeights.of(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

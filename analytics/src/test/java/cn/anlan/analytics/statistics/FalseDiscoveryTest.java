package cn.anlan.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FalseDiscoveryTest {
  /** The fifteen p-values of Benjamini and Hochberg (1995), 4.1: four findings at q = 0.05. */
  @Test
  void falseDiscoveryFindsWhatItsAuthorsFound() {
    double[] p = {
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
      0.5719, 0.6528, 0.7590, 1.0000
    };
    double[] q = FalseDiscovery.adjusted(p);
    assertThat(Arrays.stream(q).filter(v -> v <= 0.05).count()).isEqualTo(4);
    assertThat(q[0]).isCloseTo(0.0015, within(1e-12));
    assertThat(q[3]).isCloseTo(0.035625, within(1e-12));
    assertThat(q[4]).as("made monotone by its successors").isCloseTo(0.0603, within(1e-12));
    assertThat(FalseDiscovery.adjusted(new double[] {0.02, Double.NaN, 0.04}))
        .containsExactly(0.04, Double.NaN, 0.04);
  }
}

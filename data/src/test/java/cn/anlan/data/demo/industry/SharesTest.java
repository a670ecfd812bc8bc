package cn.anlan.data.demo.industry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SharesTest {
  @Test
  void dividesByWeightToTheLastOne() {
    assertThat(Shares.divide(103, new double[] {1, 2, 7})).containsExactly(11, 21, 71);
  }

  @Test
  void givesNothingInAdvanceWhereThereIsTooLittle() {
    int[] parts = Shares.divide(2, new double[] {1, 1, 1, 1});

    assertThat(Arrays.stream(parts).sum()).isEqualTo(2);
    assertThat(parts).doesNotContain(-1);
  }

  @Test
  void picksExactlySoManyLikelierByWeight() {
    double[] weights = new double[1000];
    Arrays.fill(weights, 0, 500, 9);
    Arrays.fill(weights, 500, 1000, 1);

    boolean[] picked = Shares.pick(100, weights, 0.5);

    int heavy = 0;
    int light = 0;
    for (int i = 0; i < picked.length; i++) {
      heavy += picked[i] && i < 500 ? 1 : 0;
      light += picked[i] && i >= 500 ? 1 : 0;
    }
    assertThat(heavy).isEqualTo(90);
    assertThat(light).isEqualTo(10);
  }

  @Test
  void picksAllWhereAllAreWanted() {
    assertThat(Shares.pick(3, new double[] {5, 1, 1}, 0.9)).containsExactly(true, true, true);
  }
}

package cn.anlan.geo.road.height;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cn.anlan.geo.fault.UserFault;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CleaningTest {
  private static final int SIDE = 60;

  private interface Terrain {
    double at(int column, int row);
  }

  private static float[] heights(Terrain terrain) {
    float[] heights = new float[SIDE * SIDE];
    for (int i = 0; i < heights.length; i++) {
      heights[i] = (float) terrain.at(i % SIDE, i / SIDE);
    }
    return heights;
  }

  private static HeightGrid grid(float[] heights) {
    return new HeightGrid(115, 29, 1 / 1200.0, 1 / 1200.0, SIDE, SIDE, heights);
  }

  @Test
  void plantedSpikesAreFoundAllAndNothingElse() {
    for (int round = 0; round < 10; round++) {
      long seed = 77 + round;
      Random random = new Random(seed);
      float[] heights = heights((c, r) -> 300 + 12 * c + 5 * r + 4 * random.nextGaussian());
      float[] spoilt = heights.clone();
      Set<Integer> spikes = new HashSet<>();
      while (spikes.size() < 12) {
        int at = (2 + 5 * random.nextInt(11)) * SIDE + 2 + 5 * random.nextInt(11);
        if (spikes.add(at)) {
          spoilt[at] += (random.nextBoolean() ? 1 : -1) * (250 + 500 * random.nextFloat());
        }
      }
      Cleaning cleaned = Cleaning.of(grid(spoilt), HeightModel.shipped());
      assertThat(cleaned.spikes()).as("seed %d", seed).isEqualTo(spikes.size());
      for (int i = 0; i < heights.length; i++) {
        assertThat(cleaned.grid().at(i % SIDE, i / SIDE))
            .as("seed %d, point %d", seed, i)
            .isCloseTo(heights[i], within(spikes.contains(i) ? 25f : 0f));
      }
    }
  }

  @Test
  void aSummitAmongSteepSlopesStays() {
    HeightGrid cone = grid(heights((c, r) -> 4000 - 90 * Math.hypot(c - 30, r - 30)));
    assertThat(Cleaning.of(cone, HeightModel.shipped()).spikes()).isZero();
  }

  @Test
  void aSmallVoidIsFilledStraightAndALargeOneStaysUnknown() {
    float[] heights = heights((c, r) -> 100 + 3 * c + 7 * r);
    for (int r = 10; r < 13; r++) {
      for (int c = 20; c < 25; c++) {
        heights[r * SIDE + c] = Float.NaN;
      }
    }
    for (int r = 30; r < 36; r++) {
      for (int c = 30; c < 36; c++) {
        heights[r * SIDE + c] = Float.NaN;
      }
    }
    heights[0] = Float.NaN; // a corner has nothing on its other side
    Cleaning cleaned = Cleaning.of(grid(heights), HeightModel.shipped());
    assertThat(cleaned.filled()).isEqualTo(15);
    assertThat(cleaned.voids()).isEqualTo(37);
    assertThat(cleaned.spikes()).isZero();
    assertThat(cleaned.grid().at(22, 11)).isCloseTo(100 + 3 * 22 + 7 * 11, within(0.001f));
    assertThat(cleaned.grid().at(32, 32)).isNaN();
  }

  @Test
  void valuesThatNoLandHasAreUnknownAndAGridOfNothingIsRefused() {
    float[] heights = heights((c, r) -> 10);
    heights[5] = 32767;
    heights[6] = -9999;
    assertThat(grid(heights).voids()).isEqualTo(2);
    assertThatThrownBy(() -> new HeightGrid(115, 29, 1, 1, 1, 1, new float[1]))
        .isInstanceOf(UserFault.class);
  }
}

package cn.anlan.geo.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HilbertTest {
  @Test
  void theCurveVisitsEveryCellOfACornerOnceAndOnlyStepsToNeighbours() {
    int side = 64;
    int[] cellAt = new int[side * side];
    Arrays.fill(cellAt, -1);
    for (int x = 0; x < side; x++) {
      for (int y = 0; y < side; y++) {
        long place = Hilbert.place(x, y);
        assertThat(place).isBetween(0L, (long) side * side - 1);
        assertThat(cellAt[(int) place]).as("place %d twice", place).isEqualTo(-1);
        cellAt[(int) place] = x * side + y;
      }
    }
    for (int i = 1; i < cellAt.length; i++) {
      int dx = Math.abs(cellAt[i] / side - cellAt[i - 1] / side);
      int dy = Math.abs(cellAt[i] % side - cellAt[i - 1] % side);
      assertThat(dx + dy).as("step %d", i).isEqualTo(1);
    }
  }

  @Test
  void theFarCornersAreWithinUnsigned32Bits() {
    assertThat(Hilbert.place(0, 0)).isZero();
    assertThat(Hilbert.place(65535, 0)).isEqualTo(0xFFFF_FFFFL);
    assertThat(Hilbert.place(65535, 65535)).isBetween(0x8000_0000L, 0xFFFF_FFFFL);
  }

  @Test
  void rowsWithoutAPlaceComeLastInTheOrderTheyWereAdded() {
    DoubleChunks lon = new DoubleChunks();
    DoubleChunks lat = new DoubleChunks();
    for (double v : new double[] {Double.NaN, 116, Double.NaN, 114, 114}) {
      lon.add(v);
      lat.add(Double.isNaN(v) ? v : 27);
    }
    assertThat(Squares.sort(lon, lat, null).order()).containsExactly(3, 4, 1, 0, 2);
  }

  @Test
  void theOrderIsThatOfThePlacesForAMillionthOfTheGlobeAndForAllOfIt() {
    long seed = 20210301;
    for (double extent : new double[] {1e-6, 1, 180}) {
      Random random = new Random(seed);
      DoubleChunks lon = new DoubleChunks();
      DoubleChunks lat = new DoubleChunks();
      for (int i = 0; i < 40_000; i++) {
        lon.add(random.nextDouble() * extent);
        lat.add(random.nextDouble() * extent / 2);
      }
      int[] order = Squares.sort(lon, lat, null).order();
      double walked = 0;
      for (int i = 1; i < order.length; i++) {
        walked +=
            Math.hypot(
                lon.get(order[i]) - lon.get(order[i - 1]),
                lat.get(order[i]) - lat.get(order[i - 1]));
      }
      // n points in an area A along a good curve: about 0.92·√(n·A); in random order 0.4·n·√A.
      double expected = Math.sqrt(40_000 * extent * extent / 2);
      assertThat(walked).as("seed %d, extent %s", seed, extent).isLessThan(1.5 * expected);
      assertThat(Arrays.stream(order).distinct().count()).isEqualTo(40_000);
    }
  }
}

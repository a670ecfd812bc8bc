package cn.anlan.geo.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SquaresTest {
  /** Some extents lie across the equator, the first meridian or the ends of the world. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-7, 0.001, 5, 400})
  void everySquareHoldsItsOwnRowsAndNoOthers(double extentDeg) {
    for (double west : new double[] {-181, -0.3 * extentDeg, 113.5}) {
      long seed = 20211231;
      Random random = new Random(seed);
      DoubleChunks lon = new DoubleChunks();
      DoubleChunks lat = new DoubleChunks();
      for (int i = 0; i < 3_000; i++) {
        lon.add(random.nextInt(20) == 0 ? Double.NaN : west + random.nextDouble() * extentDeg);
        lat.add(random.nextDouble() * extentDeg - 0.4 * extentDeg);
      }
      Squares.Sorted sorted = Squares.sort(lon, lat, null);
      Squares squares = sorted.squares();
      int[] entered = new int[1];
      squares.walk(
          7,
          new SquareVisitor() {
            @Override
            public boolean enter(int zoom, long col, long row, int from, int end) {
              assertThat(from).isLessThan(end);
              double across = Math.pow(2, zoom);
              for (int r = from - 7; r < end - 7; r++) {
                String as = "seed %d, west %s, %d/%d/%d".formatted(seed, west, zoom, row, col);
                double x = WebMercator.x(lon.get(sorted.order()[r]));
                double y = WebMercator.y(lat.get(sorted.order()[r]));
                assertThat((long) Math.floor(within(x) * across)).as(as).isEqualTo(col);
                assertThat((long) Math.floor(within(y) * across)).as(as).isEqualTo(row);
              }
              return true;
            }

            @Override
            public void together(int from, int end) {
              assertThat(from).isEqualTo(entered[0] + 7);
              entered[0] += end - from;
            }
          });
      assertThat(entered[0]).as("rows in deepest squares").isEqualTo(squares.rows());
    }
  }

  private static double within(double share) {
    return Math.max(0, Math.min(1 - 0x1p-40, share));
  }

  @Test
  void whereNoRowHasAPlaceNothingIsEntered() {
    DoubleChunks nowhere = new DoubleChunks();
    nowhere.add(Double.NaN);
    Squares squares = Squares.sort(nowhere, nowhere, null).squares();
    assertThat(squares.rows()).isZero();
    assertThat(Squares.sort(new DoubleChunks(), new DoubleChunks(), null).order()).isEmpty();
  }
}

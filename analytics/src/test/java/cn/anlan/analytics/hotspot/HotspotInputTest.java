package cn.anlan.analytics.hotspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anlan.geo.fault.UserFault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.WKTReader;

/** Neighbours, and what cannot be answered. */
class HotspotInputTest {
  private static final GeometryFactory SHAPES = new GeometryFactory();

  private static List<Geometry> chessboard(int side) {
    List<Geometry> squares = new ArrayList<>();
    for (int row = 0; row < side; row++) {
      for (int col = 0; col < side; col++) {
        squares.add(SHAPES.toGeometry(new Envelope(col, col + 1, row, row + 1)));
      }
    }
    return squares;
  }

  @Test
  void aQueenSeesCornersARookDoesNot() {
    List<Geometry> squares = chessboard(3);
    assertThat(Contiguity.queen(squares).neighbours(4)).containsExactly(0, 1, 2, 3, 5, 6, 7, 8);
    assertThat(Contiguity.rook(squares).neighbours(4)).containsExactly(1, 3, 5, 7);
    assertThat(Contiguity.queen(squares).neighbours(0)).containsExactly(1, 3, 4);
  }

  @Test
  void bordersNeedNotHaveTheSameVertices() throws Exception {
    WKTReader wkt = new WKTReader();
    List<Geometry> shapes =
        List.of(
            wkt.read("POLYGON((0 0, 2 0, 2 2, 0 2, 0 0))"),
            wkt.read("POLYGON((2 0.5, 4 0.5, 4 1.5, 2 1.5, 2 0.5))"),
            wkt.read("POLYGON((9 9, 10 9, 10 10, 9 9))"));
    SpatialWeights rook = Contiguity.rook(shapes);
    assertThat(rook.neighbours(0)).containsExactly(1);
    assertThat(rook.isolates()).containsExactly(2);
  }

  @Test
  void bandAndNearestAreThoseOfEveryPairMeasured() {
    long seed = 20_211;
    Random random = new Random(seed);
    int n = 150;
    double[] x = random.doubles(n, 0, 100).toArray();
    double[] y = random.doubles(n, 0, 100).toArray();
    x[7] = x[3]; // two in one place are each other's neighbours
    y[7] = y[3];
    SpatialWeights band = Nearness.within(x, y, 12);
    SpatialWeights nearest = Nearness.nearest(x, y, 5);
    for (int i = 0; i < n; i++) {
      int at = i;
      int[] within =
          IntStream.range(0, n)
              .filter(j -> j != at && Math.hypot(x[j] - x[at], y[j] - y[at]) <= 12)
              .toArray();
      assertThat(band.neighbours(i)).as("seed " + seed + " unit " + i).containsExactly(within);
      double furthest = 0;
      for (int j : nearest.neighbours(i)) {
        furthest = Math.max(furthest, Math.hypot(x[j] - x[i], y[j] - y[i]));
      }
      double limit = furthest;
      Set<Integer> named = Arrays.stream(nearest.neighbours(i)).boxed().collect(Collectors.toSet());
      assertThat(named).hasSize(5);
      assertThat(IntStream.range(0, n).filter(j -> j != at && !named.contains(j)))
          .as("seed " + seed + " unit " + i)
          .allMatch(j -> Math.hypot(x[j] - x[at], y[j] - y[at]) >= limit);
    }
  }

  @Test
  void equalValuesHaveNoMoran() {
    SpatialWeights weights = Contiguity.queen(chessboard(3));
    assertThatThrownBy(() -> GlobalMoran.of(new double[9], weights, 99, 1))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining("all values are equal");
    assertThatThrownBy(() -> GetisOrd.giStar(new double[9], weights)).isInstanceOf(UserFault.class);
  }

  @Test
  void unitsWithoutNeighboursAreNoEvidence() {
    SpatialWeights islands = SpatialWeights.binary(new int[][] {{1}, {0}, {}, {}, {}});
    double[] values = {3, 1, 4, 1, 5};
    LocalMoran local = LocalMoran.of(values, islands.rowStandardised(), 99, 1);
    assertThat(local.p(2)).isNaN();
    assertThat(local.statistic(2)).isZero();
    assertThatThrownBy(() -> GlobalMoran.of(values, SpatialWeights.binary(new int[5][0]), 9, 1))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining("no unit has a neighbour");
  }

  @Test
  void whoHasNoPopulationHasNoRate() {
    assertThatThrownBy(() -> AssuncaoReis.standardised(new double[] {1, 2}, new double[] {10, 0}))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining("第 2 个单元");
    assertThatThrownBy(() -> Nearness.nearest(new double[3], new double[3], 3))
        .isInstanceOf(UserFault.class);
    assertThatThrownBy(() -> SpatialWeights.binary(new int[][] {{0}}))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

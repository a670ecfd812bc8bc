package cn.anlan.analytics.hotspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.grid.CellShape;
import cn.anlan.geo.grid.Cover;
import cn.anlan.geo.grid.Lattice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Densities and Gi* on lattices against sums over every pair. */
class GridStatisticsTest {
  private static final long SEED = 77;
  private static final Geometry LAND = land();

  private static Geometry land() {
    try {
      return new WKTReader()
          .read(
              "POLYGON((0 0, 60000 3000, 58000 50000, 33000 47000, 30000 22000, 26000 49000,"
                  + "2000 52000, 0 0),(40000 10000, 50000 10000, 50000 20000, 40000 10000))");
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Half of the points gather, half lie anywhere; all are on the land. */
  private static double[] points(int n) {
    Random random = new Random(SEED);
    GeometryFactory factory = new GeometryFactory();
    double[] xy = new double[2 * n];
    for (int i = 0; i < n; ) {
      double x = i % 2 == 0 ? 15_000 + 2_500 * random.nextGaussian() : 60_000 * random.nextDouble();
      double y = i % 2 == 0 ? 30_000 + 2_500 * random.nextGaussian() : 52_000 * random.nextDouble();
      if (LAND.contains(factory.createPoint(new Coordinate(x, y)))) {
        xy[2 * i] = x;
        xy[2 * i + 1] = y;
        i++;
      }
    }
    return xy;
  }

  private static double x(Lattice lattice, int cell) {
    return lattice.firstX(cell / lattice.cols()) + cell % lattice.cols() * lattice.cellM();
  }

  private static double y(Lattice lattice, int cell) {
    return lattice.centreY(cell / lattice.cols());
  }

  private static double squareM2(Lattice lattice, int cell, double x, double y) {
    double dx = x(lattice, cell) - x;
    double dy = y(lattice, cell) - y;
    return dx * dx + dy * dy;
  }

  /** Far from the border nothing is corrected for: the sum over every event, to the last digits. */
  @ParameterizedTest
  @CsvSource({"HEX,QUARTIC", "HEX,GAUSSIAN", "SQUARE,QUARTIC", "SQUARE,GAUSSIAN"})
  void densityIsTheSumOfAllKernels(CellShape shape, Kernel kernel) {
    Geometry wide = LAND.buffer(20_000);
    Cover cover = Cover.of(shape, 1_000, wide);
    double[] xy = points(300);
    KernelDensity density =
        KernelDensity.of(cover, xy, null, new KernelDensity.Settings(kernel, 4_300, false));
    Lattice lattice = cover.lattice();
    double sum = 0;
    for (int cell = 0; cell < lattice.size(); cell++) {
      if (cover.inside(cell)) {
        double expected = 0;
        for (int i = 0; i < xy.length; i += 2) {
          expected += kernel.density(squareM2(lattice, cell, xy[i], xy[i + 1]), 4_300);
        }
        assertThat(density.perKm2(cell))
            .as("seed " + SEED + " cell " + cell)
            .isCloseTo(expected * 1e6, within(1e-9));
        sum += density.perKm2(cell) * lattice.cellKm2();
      }
    }
    assertThat(sum).isCloseTo(300, within(0.6));
  }

  /** At the border each event's kernel is divided by its share on land, found by a fine sum. */
  @ParameterizedTest
  @EnumSource(Kernel.class)
  void theBorderTakesNothingAway(Kernel kernel) {
    Cover cover = Cover.of(CellShape.SQUARE, 1_000, LAND);
    Cover fine = Cover.of(CellShape.SQUARE, 250, LAND);
    double[] xy = points(120);
    double h = 3_000;
    double[] shares = new double[xy.length / 2];
    for (int cell = 0; cell < fine.lattice().size(); cell++) {
      if (fine.inside(cell)) {
        for (int i = 0; i < shares.length; i++) {
          shares[i] +=
              kernel.density(squareM2(fine.lattice(), cell, xy[2 * i], xy[2 * i + 1]), h)
                  * 250
                  * 250;
        }
      }
    }
    KernelDensity density =
        KernelDensity.of(cover, xy, null, new KernelDensity.Settings(kernel, h, false));
    Lattice lattice = cover.lattice();
    double most = 0;
    double worst = 0;
    double sum = 0;
    for (int cell = 0; cell < lattice.size(); cell++) {
      if (!cover.inside(cell)) {
        assertThat(density.perKm2(cell)).isNaN();
        continue;
      }
      double expected = 0;
      for (int i = 0; i < shares.length; i++) {
        expected +=
            kernel.density(squareM2(lattice, cell, xy[2 * i], xy[2 * i + 1]), h) / shares[i] * 1e6;
      }
      most = Math.max(most, expected);
      worst = Math.max(worst, Math.abs(density.perKm2(cell) - expected));
      sum += density.perKm2(cell) * lattice.cellKm2();
    }
    assertThat(worst / most).as("seed " + SEED + ", worst by the peak").isLessThan(0.02);
    assertThat(sum).isCloseTo(120, within(2.4));
    assertThat(Arrays.stream(shares).min().orElseThrow()).as("some are cut").isLessThan(0.7);
  }

  /** Abramson's bandwidths from the density at the events themselves, not interpolated. */
  @Test
  void bandwidthsAdaptToTheDensity() {
    Geometry wide = LAND.buffer(20_000);
    Cover cover = Cover.of(CellShape.HEX, 1_000, wide);
    double[] xy = points(200);
    int n = xy.length / 2;
    double h = 4_000;
    double[] logs = new double[n];
    for (int i = 0; i < n; i++) {
      double f = 0;
      for (int j = 0; j < n; j++) {
        double dx = xy[2 * i] - xy[2 * j];
        double dy = xy[2 * i + 1] - xy[2 * j + 1];
        f += Kernel.QUARTIC.density(dx * dx + dy * dy, h);
      }
      logs[i] = Math.log(f);
    }
    double mean = Arrays.stream(logs).average().orElseThrow();
    double[] bandwidths =
        Arrays.stream(logs)
            .map(l -> Math.max(1_500, Math.min(3 * h, h * Math.exp((mean - l) / 2))))
            .toArray();
    assertThat(Arrays.stream(bandwidths).min().orElseThrow()).isLessThan(0.75 * h);
    assertThat(Arrays.stream(bandwidths).max().orElseThrow()).isGreaterThan(1.5 * h);
    KernelDensity density =
        KernelDensity.of(cover, xy, null, new KernelDensity.Settings(Kernel.QUARTIC, h, true));
    Lattice lattice = cover.lattice();
    double most = 0;
    double worst = 0;
    for (int cell = 0; cell < lattice.size(); cell++) {
      if (cover.inside(cell)) {
        double expected = 0;
        for (int i = 0; i < n; i++) {
          expected +=
              Kernel.QUARTIC.density(
                      squareM2(lattice, cell, xy[2 * i], xy[2 * i + 1]), bandwidths[i])
                  * 1e6;
        }
        most = Math.max(most, expected);
        worst = Math.max(worst, Math.abs(density.perKm2(cell) - expected));
      }
    }
    assertThat(worst / most).as("seed " + SEED + ", worst by the peak").isLessThan(0.02);
  }

  @Test
  void whatLiesFarOutsideIsLeftOutAndWeightsCount() {
    Cover cover = Cover.of(CellShape.HEX, 1_000, LAND);
    double[] xy = {15_000, 30_000, 200_000, 200_000};
    KernelDensity.Settings settings = new KernelDensity.Settings(Kernel.QUARTIC, 3_000, true);
    KernelDensity once = KernelDensity.of(cover, xy, null, settings);
    KernelDensity thrice = KernelDensity.of(cover, xy, new double[] {3, 3}, settings);
    int cell = cover.lattice().cellOf(15_000, 30_000);
    assertThat(once.leftOut()).isEqualTo(1);
    assertThat(thrice.perKm2(cell)).isCloseTo(3 * once.perKm2(cell), within(1e-12));
    assertThatThrownBy(
            () ->
                KernelDensity.of(
                    cover, xy, null, new KernelDensity.Settings(Kernel.QUARTIC, 1_400, false)))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining("too narrow");
  }

  /** Over lattice rows as over lists of neighbours, on land with a hole and a bay. */
  @ParameterizedTest
  @CsvSource({"HEX,1000", "HEX,3700", "SQUARE,1414.3", "SQUARE,1000", "SQUARE,4200"})
  void giStarOfCellsIsThatOfTheirNeighbours(CellShape shape, double bandM) {
    Cover cover = Cover.of(shape, 1_000, LAND);
    Lattice lattice = cover.lattice();
    Random random = new Random(SEED);
    double[] values =
        random.doubles(lattice.size()).map(u -> Math.floor(1 / (0.15 + u)) / 3).toArray();
    int[] cells = cover.touched();
    double[] xs = Arrays.stream(cells).mapToDouble(c -> x(lattice, c)).toArray();
    double[] ys = Arrays.stream(cells).mapToDouble(c -> y(lattice, c)).toArray();
    double[] own = Arrays.stream(cells).mapToDouble(c -> values[c]).toArray();
    SpatialWeights near = Nearness.within(xs, ys, bandM * (1 + 1e-9));
    double[] z = GetisOrd.giStar(own, near);
    GiStar grid = GiStar.of(cover, values, bandM, 999, 1);
    for (int k = 0; k < cells.length; k++) {
      assertThat(grid.z(k)).as("seed " + SEED + " cell " + cells[k]).isCloseTo(z[k], within(1e-9));
    }
  }

  /** One planted cluster is found, and little else; where nothing is planted, next to nothing. */
  @Test
  void aPlantedHotSpotIsFoundAndChanceIsNot() {
    Cover cover = Cover.of(CellShape.HEX, 1_000, LAND);
    Lattice lattice = cover.lattice();
    Random random = new Random(SEED);
    double[] flat = new double[lattice.size()];
    for (int cell : cover.touched()) {
      flat[cell] = random.nextDouble() < 0.1 ? 1 : 0; // rare events, as accidents on small cells
    }
    double[] planted = flat.clone();
    List<Integer> hot = new ArrayList<>();
    for (int cell : cover.touched()) {
      if (squareM2(lattice, cell, 15_000, 30_000) < 9e6) {
        planted[cell] += 2;
        if (squareM2(lattice, cell, 15_000, 30_000) < 4e6) {
          hot.add(cell); // those at the rim have neighbours that are not
        }
      }
    }
    GiStar none = GiStar.of(cover, flat, 1_000, 9_999, 5);
    assertThat(IntStream.range(0, none.size()).filter(k -> none.q(k) <= 0.05).count())
        .as("seed " + SEED)
        .isLessThanOrEqualTo(3);
    GiStar found = GiStar.of(cover, planted, 1_000, 9_999, 5);
    List<Integer> findings =
        IntStream.range(0, found.size())
            .filter(k -> found.q(k) <= 0.05 && found.z(k) > 0)
            .mapToObj(k -> cover.touched()[k])
            .toList();
    assertThat(findings).as("seed " + SEED).containsAll(hot);
    assertThat(findings.size()).isLessThan(5 * hot.size());
  }

  /** Over many maps of nothing but chance as many cells have a small p as is expected. */
  @Test
  void chanceIsExpectedAsItComes() {
    Cover cover = Cover.of(CellShape.HEX, 2_000, LAND);
    Random random = new Random(SEED);
    double below = 0;
    double expected = 0;
    for (int map = 0; map < 60; map++) {
      double[] values = new double[cover.lattice().size()];
      for (int cell : cover.touched()) {
        values[cell] = Math.floor(-Math.log(random.nextDouble()));
      }
      GiStar gi = GiStar.of(cover, values, 2_000, 99, map);
      assertThat(gi.isExact()).isTrue();
      below += IntStream.range(0, gi.size()).filter(k -> gi.p(k) < 0.05).count();
      expected += gi.expectedBelow(0.05);
    }
    assertThat(below / expected).as("seed " + SEED + ", of " + expected).isBetween(0.85, 1.15);
  }
}

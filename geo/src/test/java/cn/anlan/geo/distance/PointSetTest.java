package cn.anlan.geo.distance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anlan.geo.fault.UserFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** Many points at once, against {@link BruteForce} and against the search for one. */
class PointSetTest {
  private static final double[] LIMITS_M = {0, 3, 1_000, 20_000, Double.POSITIVE_INFINITY};

  @Test
  void manyPointsAtOnceAreWithinAMillimetreOfBruteForce() {
    long first = System.nanoTime() & 0xffffff;
    IntStream.range(0, 6)
        .parallel()
        .forEach(
            k -> {
              long seed = first + k;
              RandomShapes shapes = new RandomShapes(new Random(seed));
              Geometry shore = shapes.shore();
              List<Coordinate> at = points(shapes, List.of(shore), 300);
              BruteForce reference = new BruteForce(shore);
              PointDistances found =
                  TargetIndex.of(List.of(shore)).nearest(set(at), Double.POSITIVE_INFINITY);
              for (int i = 0; i < at.size(); i++) {
                double expected = reference.distanceM(point(at.get(i)));
                assertThat(Math.abs(found.distanceM(i) - expected))
                    .as("seed %d, %s: %s for %s", seed, at.get(i), found.distanceM(i), expected)
                    .isLessThan(Math.max(1e-3, 1e-6 * expected));
                assertThat(found.distanceM(i) == 0).as("%s", at.get(i)).isEqualTo(expected == 0);
              }
            });
  }

  @Test
  void withinAnyLimitTheBulkAndTheSingleSearchAgree() {
    long first = System.nanoTime() & 0xffffff;
    for (long seed = first; seed < first + 20; seed++) {
      RandomShapes shapes = new RandomShapes(new Random(seed));
      List<Geometry> layer = new ArrayList<>();
      layer.add(null);
      for (int i = 0; i < 1 + seed % 4; i++) {
        layer.add(shapes.shore());
      }
      List<Coordinate> at = points(shapes, layer.subList(1, layer.size()), 2_000);
      TargetIndex index = TargetIndex.of(layer);
      PointSet set = set(at);
      for (double maxM : LIMITS_M) {
        PointDistances found = index.nearest(set, maxM);
        for (int i = 0; i < at.size(); i++) {
          GeodesicTarget one = GeodesicTarget.of(point(at.get(i)));
          Hit hit = index.nearest(one, maxM, owner -> true).orElse(null);
          String what = "seed " + seed + ", within " + maxM + ", " + at.get(i) + ": " + hit;
          if (hit == null) {
            assertThat(found.owner(i)).as(what).isEqualTo(PointDistances.NONE);
            assertThat(found.distanceM(i)).as(what).isInfinite();
          } else {
            double tolerance = Math.max(1e-4, 1e-6 * hit.distanceM());
            assertThat(Math.abs(found.distanceM(i) - hit.distanceM()))
                .as("%s, but %s", what, found.distanceM(i))
                .isLessThan(tolerance);
            int owner = found.owner(i);
            double its = index.nearest(one, o -> o == owner).orElseThrow().distanceM();
            assertThat(Math.abs(its - hit.distanceM())).as(what).isLessThan(2 * tolerance);
          }
        }
      }
    }
  }

  @Test
  void farPointsAndFewPointsAndFewEdgesAreMeasuredToo() {
    TargetIndex rock = TargetIndex.of(List.of(point(new Coordinate(115.5, 28.5))));
    double[] lon = {115.5, 87.6, 2.3, -70, 115.5};
    double[] lat = {28.5, 43.8, 48.9, -33, 28.500001};
    for (int n = 0; n <= lon.length; n++) {
      PointSet set = PointSet.of(java.util.Arrays.copyOf(lon, n), java.util.Arrays.copyOf(lat, n));
      PointDistances found = rock.nearest(set, Double.POSITIVE_INFINITY);
      assertThat(found.size()).isEqualTo(n);
      for (int i = 0; i < n; i++) {
        double expected = Cgcs2000.distanceM(lon[i], lat[i], 115.5, 28.5);
        assertThat(Math.abs(found.distanceM(i) - expected)).isLessThan(1e-3);
        assertThat(found.owner(i)).isZero();
      }
    }
    assertThat(TargetIndex.of(List.of()).nearest(PointSet.of(lon, lat), 1).owner(0)).isEqualTo(-1);
  }

  @Test
  void badCoordinatesAreRefused() {
    for (double bad : new double[] {Double.NaN, 180, Double.NEGATIVE_INFINITY}) {
      assertThatThrownBy(() -> PointSet.of(new double[] {115, bad}, new double[] {28, 28}))
          .isInstanceOf(UserFault.class);
    }
    assertThatThrownBy(() -> PointSet.of(new double[2], new double[1]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Points near, on and in the shapes, and all of their vertices. */
  private static List<Coordinate> points(RandomShapes shapes, List<Geometry> layer, int count) {
    List<Coordinate> at = new ArrayList<>();
    for (Geometry shape : layer) {
      at.addAll(List.of(shape.getCoordinates()));
      for (int i = 0; i < count; i++) {
        at.add(shapes.site(shape).getCoordinate());
      }
    }
    return at;
  }

  private static PointSet set(List<Coordinate> at) {
    return PointSet.of(
        at.stream().mapToDouble(c -> c.x).toArray(), at.stream().mapToDouble(c -> c.y).toArray());
  }

  private static Geometry point(Coordinate at) {
    return RandomShapes.FACTORY.createPoint(at);
  }
}

package cn.anlan.geo.distance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anlan.geo.distance.PermissibleArea.KeepAway;
import cn.anlan.geo.fault.UserFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

class PermissibleAreaTest {
  private static final Coordinate MIDDLE = new Coordinate(115.5, 28.5);

  @Test
  void everyPointOfTheFrameIsWhereItBelongs() {
    long first = System.nanoTime() & 0xffffff;
    int free = 0;
    int points = 0;
    for (long seed = first; seed < first + 8; seed++) {
      Random random = new Random(seed);
      RandomShapes shapes = new RandomShapes(random);
      double radiusM = Math.pow(10, 3.3 + 1.5 * random.nextDouble());
      Geometry frame = shapes.polygon(shapes.near(MIDDLE, 30_000), radiusM / 2, radiusM, 7);
      List<KeepAway> all = keepAway(shapes, random, frame, radiusM);
      Geometry area = PermissibleArea.within(frame, all);
      assertThat(area.isValid()).as("seed %d", seed).isTrue();
      free += requireTrue(seed, shapes, frame, all, area, radiusM);
      points += 400;
    }
    assertThat(free).as("seed %d", first).isBetween(points / 20, points * 19 / 20);
  }

  private static List<KeepAway> keepAway(
      RandomShapes shapes, Random random, Geometry frame, double radiusM) {
    List<KeepAway> all = new ArrayList<>();
    all.add(new KeepAway(shapes.shore(), 0));
    for (int i = 0; i < 25; i++) {
      Coordinate at = shapes.near(frame.getCentroid().getCoordinate(), 1.3 * radiusM);
      Geometry shape =
          switch (i % 3) {
            case 0 -> RandomShapes.FACTORY.createPoint(at);
            case 1 -> shapes.polygon(at, radiusM * 0.01, radiusM * 0.05, 4 + random.nextInt(300));
            default -> shapes.line(RandomShapes.FACTORY.createPoint(at));
          };
      double mostM = Math.min(10_000, radiusM / 4);
      all.add(new KeepAway(shape, 0.5 + Math.pow(random.nextDouble(), 3) * (mostM - 0.5)));
    }
    return all;
  }

  /** How many of 400 random points of the frame are free. */
  private static int requireTrue(
      long seed,
      RandomShapes shapes,
      Geometry frame,
      List<KeepAway> all,
      Geometry area,
      double radiusM) {
    PreparedGeometry inArea = PreparedGeometryFactory.prepare(area);
    List<GeodesicTarget> targets =
        all.stream().map(each -> GeodesicTarget.of(each.shape())).toList();
    GeodesicTarget frameTarget = GeodesicTarget.of(frame);
    int free = 0;
    for (int i = 0; i < 400; ) {
      Point at =
          RandomShapes.FACTORY.createPoint(
              shapes.near(frame.getCentroid().getCoordinate(), radiusM));
      if (frameTarget.nearest(at).distanceM() > 0) {
        continue;
      }
      i++;
      boolean allowed = inArea.intersects(at);
      double leastMarginM = Double.POSITIVE_INFINITY;
      double itsTolerance = 0;
      for (int k = 0; k < all.size(); k++) {
        double limitM = all.get(k).distanceM();
        double marginM = targets.get(k).nearest(at).distanceM() - limitM;
        double toleranceM = Math.max(0.01, Math.min(1, 1e-2 * limitM));
        if (allowed) {
          assertThat(marginM)
              .as("seed %d, %s, %f m from %d", seed, at, limitM, k)
              .isGreaterThan(-toleranceM);
        }
        if (marginM - toleranceM < leastMarginM) {
          leastMarginM = marginM - toleranceM;
          itsTolerance = toleranceM;
        }
      }
      if (!allowed) {
        assertThat(leastMarginM)
            .as("seed %d, %s left out, tolerance %f", seed, at, itsTolerance)
            .isLessThanOrEqualTo(0);
      }
      free += allowed ? 1 : 0;
    }
    return free;
  }

  @Test
  void theEdgeOfACircleIsWithinAMetreAtAnyDistance() {
    Geometry frame = new RandomShapes(new Random(1)).polygon(MIDDLE, 30_000, 30_000, 40);
    for (double d : new double[] {0.5, 10, 1_000, 10_000}) {
      Geometry area =
          PermissibleArea.within(
              frame, List.of(new KeepAway(RandomShapes.FACTORY.createPoint(MIDDLE), d)));
      Coordinate[] edge =
          ((org.locationtech.jts.geom.Polygon) area).getInteriorRingN(0).getCoordinates();
      for (int i = 1; i < edge.length; i++) {
        for (double t : new double[] {0, 0.5}) {
          double lon = edge[i].x + t * (edge[i - 1].x - edge[i].x);
          double lat = edge[i].y + t * (edge[i - 1].y - edge[i].y);
          assertThat(Cgcs2000.distanceM(MIDDLE.x, MIDDLE.y, lon, lat))
              .isBetween(d - Math.min(1, 1e-2 * d), d + Math.min(1, 1e-2 * d));
        }
      }
    }
  }

  @Test
  void nothingIsLeftWhereEverythingIsTooNear() {
    Geometry frame = new RandomShapes(new Random(1)).polygon(MIDDLE, 500, 900, 9);
    Geometry lake = new RandomShapes(new Random(2)).polygon(MIDDLE, 20_000, 30_000, 99);
    assertThat(PermissibleArea.within(frame, List.of(new KeepAway(lake, 0))).isEmpty()).isTrue();
    assertThat(PermissibleArea.within(frame, List.of(new KeepAway(lake, 50))).isEmpty()).isTrue();
    Geometry alone = PermissibleArea.within(frame, List.of());
    assertThat(alone.getArea() / frame.getArea()).isBetween(0.999999, 1.000001);
  }

  @Test
  void threeThousandShapesTakeSecondsAtMost() {
    RandomShapes shapes = new RandomShapes(new Random(12));
    Geometry frame = shapes.polygon(MIDDLE, 10_000, 15_000, 12);
    List<KeepAway> all = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      Geometry plant = shapes.polygon(shapes.near(MIDDLE, 16_000), 20, 60, 12);
      all.add(new KeepAway(plant, 50 + i % 7 * 30));
    }
    long start = System.nanoTime();
    Geometry area = PermissibleArea.within(frame, all);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    assertThat(area.isEmpty()).isFalse();
    // Some 2 s of processor time were seen; the bound is for machines that do much else.
    assertThat(took).isLessThan(Duration.ofSeconds(60));
  }

  @Test
  void whatCannotBeDrawnIsRefused() {
    Geometry frame = new RandomShapes(new Random(1)).polygon(MIDDLE, 500, 900, 9);
    Geometry rock = RandomShapes.FACTORY.createPoint(MIDDLE);
    for (double bad : new double[] {-1, Double.NaN, 10_001}) {
      assertThatThrownBy(() -> PermissibleArea.within(frame, List.of(new KeepAway(rock, bad))))
          .isInstanceOf(UserFault.class);
    }
    assertThatThrownBy(() -> PermissibleArea.within(rock, List.of())).isInstanceOf(UserFault.class);
    Geometry province = new RandomShapes(new Random(1)).polygon(MIDDLE, 300e3, 300e3, 9);
    assertThatThrownBy(() -> PermissibleArea.within(province, List.of()))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining("too large");
  }
}

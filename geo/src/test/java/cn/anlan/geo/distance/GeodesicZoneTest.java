package cn.anlan.geo.distance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anlan.geo.fault.UserFault;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.LinearComponentExtracter;

class GeodesicZoneTest {
  private static final GeometryFactory FACTORY = RandomShapes.FACTORY;
  private static final double D = 1_000;

  @Test
  void theOuterEdgeIsWithinAMetreOfOneKilometre() {
    requireEdgeAtOneKilometre(9335660); // an island whose buffer once had a false hole
    long first = System.nanoTime() & 0xffffff;
    for (long seed = first; seed < first + 6; seed++) {
      requireEdgeAtOneKilometre(seed);
    }
  }

  private static void requireEdgeAtOneKilometre(long seed) {
    Geometry shore = new RandomShapes(new Random(seed)).shore();
    GeodesicTarget target = GeodesicTarget.of(shore);
    Geometry zone = GeodesicZone.around(shore, D);
    assertThat(zone.isValid()).as("seed %d", seed).isTrue();
    for (Object ring : LinearComponentExtracter.getLines(zone)) {
      Coordinate[] edge = ((Geometry) ring).getCoordinates();
      for (int i = 1; i < edge.length; i += 3) {
        Coordinate middle = LineSegment.midPoint(edge[i - 1], edge[i]);
        for (Coordinate c : new Coordinate[] {edge[i], middle}) {
          assertThat(target.nearest(FACTORY.createPoint(c)).distanceM())
              .as("seed %d, at %s", seed, c)
              .isBetween(D - 1, D + 1);
        }
      }
    }
  }

  @Test
  void theZoneAndTheEngineAgreeOnRandomPointsButForOneMetre() {
    long seed = System.nanoTime() & 0xffffff;
    RandomShapes shapes = new RandomShapes(new Random(seed));
    Geometry shore = shapes.shore();
    GeodesicTarget target = GeodesicTarget.of(shore);
    Geometry around = GeodesicZone.around(shore, D);
    Geometry strip = GeodesicZone.strip(shore, D);
    int inStrip = 0;
    for (int i = 0; i < 600; i++) {
      Geometry at = FACTORY.createPoint(shapes.site(shore).getCoordinate());
      double d = target.nearest(at).distanceM();
      if (Math.abs(d - D) > 1) {
        assertThat(around.intersects(at)).as("seed %d, %s, %f m", seed, at, d).isEqualTo(d < D);
      }
      if (d > 0.1 && Math.abs(d - D) > 1) {
        assertThat(strip.intersects(at)).as("seed %d, %s, %f m", seed, at, d).isEqualTo(d < D);
        inStrip += d < D ? 1 : 0;
      }
    }
    assertThat(inStrip).as("seed %d", seed).isPositive();
  }

  @Test
  void theStripLeavesTheWaterOut() {
    Polygon lake = new RandomShapes(new Random(7)).polygon(new Coordinate(115.5, 29), 8e3, 9e3, 60);
    Geometry strip = GeodesicZone.strip(lake, D);
    assertThat(strip.intersects(lake.getCentroid())).isFalse();
    assertThat(strip.intersection(lake).getArea()).isLessThan(1e-9 * lake.getArea());
    assertThat(GeodesicZone.around(lake, D).intersects(lake.getCentroid())).isTrue();
  }

  @Test
  void aPointsZoneIsACircle() {
    Geometry zone = GeodesicZone.around(FACTORY.createPoint(new Coordinate(115.5, 29)), D);
    for (Coordinate c : zone.getCoordinates()) {
      assertThat(Cgcs2000.distanceM(115.5, 29, c.x, c.y)).isBetween(D + 0.39, D + 0.41);
    }
  }

  @Test
  void aShorelineOfAHundredThousandVerticesDoesNotTakeMinutes() {
    Random random = new Random(11);
    Coordinate[] path = new Coordinate[100_000];
    Coordinate at = new Coordinate(113.6, 28);
    for (int i = 0; i < path.length; i++) {
      path[i] = at;
      at =
          RandomShapes.off(
              at, 90 + 70 * Math.sin(i / 900.0) + 60 * (random.nextDouble() - 0.5), 10);
    }
    long start = System.nanoTime();
    Geometry zone = GeodesicZone.around(FACTORY.createLineString(path), D);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    assertThat(zone.isValid()).isTrue();
    // 6 to 12 s of processor time were seen; the bound is for machines that do much else.
    assertThat(took).isLessThan(Duration.ofSeconds(120));
  }

  @Test
  void distancesThatCannotBeDrawnAreRefused() {
    Geometry rock = FACTORY.createPoint(new Coordinate(115.5, 29));
    for (double bad : new double[] {0, -1, Double.NaN, 50_000}) {
      assertThatThrownBy(() -> GeodesicZone.around(rock, bad)).isInstanceOf(UserFault.class);
    }
  }
}

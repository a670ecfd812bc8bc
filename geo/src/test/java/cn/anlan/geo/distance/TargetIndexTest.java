package cn.anlan.geo.distance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cn.anlan.geo.fault.UserFault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class TargetIndexTest {
  private static final Coordinate MIDDLE = new Coordinate(115.5, 28.5);

  @Test
  void aPointInSeveralOverlappingAreasMeetsAllOfThem() {
    TargetIndex index =
        index(
            "POLYGON ((115 28, 116 28, 116 29, 115 29, 115 28))",
            "MULTIPOLYGON (((110 20, 111 20, 110 21, 110 20)), ((115.4 28.4, 115.6 28.4, 115.6"
                + " 28.6, 115.4 28.6, 115.4 28.4)))",
            "POLYGON ((115 28, 116 28, 116 29, 115 29, 115 28), (115.4 28.4, 115.6 28.4, 115.6"
                + " 28.6, 115.4 28.6, 115.4 28.4))",
            "POINT (115.5 28.5)");
    List<Hit> hits = hits(index, "POINT (115.5 28.5)", 9_000);
    assertThat(hits).extracting(Hit::owner).containsExactlyInAnyOrder(0, 1, 3);
    assertThat(hits).extracting(Hit::distanceM).containsOnly(0.0);
  }

  @Test
  void everythingInASubjectsAreaMeetsItAndWhatIsInItsHoleDoesNot() {
    TargetIndex index =
        index("POINT (115.1 28.1)", "POINT (115.5 28.5)", "LINESTRING (115.2 28.2, 115.21 28.2)");
    String ring =
        "POLYGON ((115 28, 116 28, 116 29, 115 29, 115 28),"
            + " (115.4 28.4, 115.6 28.4, 115.6 28.6, 115.4 28.6, 115.4 28.4))";
    assertThat(hits(index, ring, 100)).extracting(Hit::owner).containsExactlyInAnyOrder(0, 2);
    assertThat(hits(index, ring, 10_000)).hasSize(3);
  }

  @Test
  void aShapeThatIsBothAroundAndAcrossIsToldOnce() {
    TargetIndex index = index("POLYGON ((115 28, 116 28, 116 29, 115 29, 115 28))");
    assertThat(hits(index, "LINESTRING (115.5 28.5, 117 28.5)", 1)).hasSize(1);
    assertThat(hits(index, "MULTIPOINT (115.5 28.5, 115.6 28.5, 118 28)", 1)).hasSize(1);
  }

  @Test
  void theCutOffIsExact() {
    TargetIndex index = index("LINESTRING (115.5 28, 115.5 29)");
    for (double d : new double[] {0.5, 100, 1_000, 9_999}) {
      Coordinate off = RandomShapes.off(MIDDLE, 90, d);
      GeodesicTarget site = GeodesicTarget.of(point(off));
      double found = index.nearest(site).orElseThrow().distanceM();
      assertThat(found).isCloseTo(d, within(1e-6));
      assertThat(count(index, site, found)).isEqualTo(1);
      assertThat(count(index, site, Math.nextDown(found))).isZero();
      assertThat(index.nearest(site, Math.nextDown(found), owner -> true)).isEmpty();
    }
  }

  @Test
  void thePredicateChoosesAmongShapes() {
    TargetIndex index = index("POINT (115.5 28.5)", "POINT (115.6 28.5)", null, "POINT EMPTY");
    GeodesicTarget site = GeodesicTarget.of(wkt("POINT (115.51 28.5)"));
    assertThat(index.nearest(site).orElseThrow().owner()).isZero();
    assertThat(index.nearest(site, owner -> owner != 0).orElseThrow().owner()).isEqualTo(1);
    assertThat(index.nearest(site, owner -> owner > 1)).isEmpty();
    assertThat(index.owners()).isEqualTo(4);
  }

  @Test
  void anIndexOfNothingFindsNothing() {
    for (TargetIndex index : List.of(index(), index("POLYGON EMPTY", null))) {
      GeodesicTarget site = GeodesicTarget.of(wkt("POINT (115.51 28.5)"));
      assertThat(index.nearest(site)).isEmpty();
      assertThat(count(index, site, 1e7)).isZero();
      assertThat(index.depthM(site, 0)).isZero();
    }
  }

  @Test
  void theBadShapeIsNamed() {
    for (String bad : List.of("LINESTRING (179 28, -179 28)", "POINT (28 115)", "POINT (NaN 1)")) {
      assertThatThrownBy(() -> index("POINT (115 28)", bad))
          .isInstanceOf(UserFault.class)
          .hasMessageContaining("shape 2: ");
    }
    GeodesicTarget site = GeodesicTarget.of(wkt("POINT (115.51 28.5)"));
    for (double bad : new double[] {-1, Double.NaN}) {
      assertThatThrownBy(() -> index("POINT (115 28)").within(site, bad, h -> {}))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void thousandsOfShapesAreToldOnceEach() {
    long seed = System.nanoTime() & 0xffffff;
    RandomShapes shapes = new RandomShapes(new Random(seed));
    List<Geometry> points = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      points.add(point(shapes.near(MIDDLE, 20_000)));
    }
    TargetIndex index = TargetIndex.of(points);
    Coordinate from = RandomShapes.off(MIDDLE, 200, 1234);
    boolean[] told = new boolean[points.size()];
    index.within(
        GeodesicTarget.of(point(from)),
        10_000,
        hit -> {
          assertThat(told[hit.owner()]).as("seed %d", seed).isFalse();
          told[hit.owner()] = true;
        });
    for (int i = 0; i < told.length; i++) {
      Coordinate c = points.get(i).getCoordinate();
      boolean near = Cgcs2000.distanceM(from.x, from.y, c.x, c.y) <= 10_000;
      assertThat(told[i]).as("seed %d, point %d", seed, i).isEqualTo(near);
    }
  }

  @Test
  void aPointsDepthIsItsDistanceToTheBoundary() {
    Polygon lake = new RandomShapes(new Random(3)).polygon(MIDDLE, 3_000, 9_000, 40);
    TargetIndex index = TargetIndex.of(List.of(point(MIDDLE), lake));
    GeodesicTarget boundary = GeodesicTarget.of(lake.getExteriorRing());
    RandomShapes shapes = new RandomShapes(new Random(4));
    int inside = 0;
    for (int i = 0; i < 500; i++) {
      Geometry site = point(shapes.near(MIDDLE, 10_000));
      boolean holds = GeodesicTarget.of(lake).nearest(site).distanceM() == 0;
      double expected = holds ? boundary.nearest(site).distanceM() : 0;
      assertThat(index.depthM(GeodesicTarget.of(site), 1)).isCloseTo(expected, within(1e-6));
      assertThat(index.depthM(GeodesicTarget.of(site), 0)).isZero();
      inside += holds ? 1 : 0;
    }
    assertThat(inside).isBetween(100, 400);
  }

  @Test
  void theDepthOfLinesAndAreasIsNearlyThatOfTheirDeepestPoint() {
    Geometry disc = new RandomShapes(new Random(5)).polygon(MIDDLE, 4_000, 4_000, 360);
    TargetIndex index = TargetIndex.of(List.of(disc));
    Coordinate west = RandomShapes.off(MIDDLE, 270, 6_000);
    Coordinate east = RandomShapes.off(MIDDLE, 90, 6_000);
    Coordinate middleWest = RandomShapes.off(MIDDLE, 270, 3_000);
    assertDepth(index, line(west, middleWest), 1_000);
    assertDepth(index, line(west, east), 4_000); // both ends outside
    assertDepth(index, disc, 4_000); // the same area
    assertDepth(index, new RandomShapes(new Random(6)).polygon(MIDDLE, 9e3, 9e3, 50), 4_000);
    Polygon small = new RandomShapes(new Random(7)).polygon(middleWest, 100, 100, 50);
    assertDepth(index, small, 1_100);
    assertDepth(index, line(west, RandomShapes.off(MIDDLE, 270, 4_100)), 0);
    assertDepth(index, new RandomShapes(new Random(8)).polygon(west, 1_900, 1_900, 30), 0);
  }

  private static void assertDepth(TargetIndex index, Geometry subject, double expectedM) {
    assertThat(index.depthM(GeodesicTarget.of(subject), 0))
        .isBetween(expectedM * 0.98 - 3, expectedM + 1e-3);
  }

  private static int count(TargetIndex index, GeodesicTarget site, double maxM) {
    List<Hit> hits = new ArrayList<>();
    index.within(site, maxM, hits::add);
    return hits.size();
  }

  private static List<Hit> hits(TargetIndex index, String subject, double maxM) {
    List<Hit> hits = new ArrayList<>();
    index.within(GeodesicTarget.of(wkt(subject)), maxM, hits::add);
    return hits;
  }

  private static TargetIndex index(String... shapes) {
    return TargetIndex.of(Arrays.stream(shapes).map(TargetIndexTest::wkt).toList());
  }

  private static Geometry line(Coordinate from, Coordinate to) {
    return new GeometryFactory().createLineString(new Coordinate[] {from, to});
  }

  private static Geometry point(Coordinate at) {
    return new GeometryFactory().createPoint(at);
  }

  private static Geometry wkt(String text) {
    try {
      return text == null ? null : new WKTReader().read(text);
    } catch (ParseException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}

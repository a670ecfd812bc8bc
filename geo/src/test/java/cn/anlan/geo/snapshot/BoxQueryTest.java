package cn.anlan.geo.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anlan.geo.fault.UserFault;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;

/** Box and shape queries against a look at every row. */
class BoxQueryTest {
  private static final Scope ALL = Scope.wholeProvince("test");
  private static final int ROWS = 800;

  @ParameterizedTest
  @ValueSource(strings = {"points", "lines", "polygons", "any"})
  void aBoxFindsExactlyWhatALookAtEveryRowFinds(String kind) {
    long seed = kind.hashCode();
    Random random = new Random(seed);
    LayerSnapshot snapshot = snapshot(kind, random);
    for (int i = 0; i < 120; i++) {
      Box box = box(random);
      Geometry area = Shapes.FACTORY.toGeometry(box.toEnvelope());
      String as = "seed " + seed + ", " + box;
      assertThat(Query.on(snapshot, ALL).bbox(box).rows().toArray())
          .as(as)
          .isEqualTo(rowsWhere(snapshot, g -> g.intersects(area)));
      assertThat(Query.on(snapshot, ALL).envelope(box).rows().toArray())
          .as(as)
          .isEqualTo(
              rowsWhere(snapshot, g -> g.getEnvelopeInternal().intersects(box.toEnvelope())));
      assertThat(Query.on(snapshot, ALL).filter(c -> c.intersects(box)).rows().toArray())
          .as(as)
          .isEqualTo(rowsWhere(snapshot, g -> g.intersects(area)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"points", "lines", "polygons", "any"})
  void aShapeFindsExactlyWhatALookAtEveryRowFinds(String kind) {
    long seed = 31L * kind.hashCode();
    Random random = new Random(seed);
    LayerSnapshot snapshot = snapshot(kind, random);
    for (int i = 0; i < 40; i++) {
      Geometry shape = shape(List.of("points", "lines", "polygons").get(i % 3), random);
      assertThat(Query.on(snapshot, ALL).filter(c -> c.intersects(shape)).rows().toArray())
          .as("seed %d, %s", seed, shape)
          .isEqualTo(rowsWhere(snapshot, g -> g.intersects(shape)));
      assertThat(Query.on(snapshot, ALL).filter(c -> c.intersects(shape).not()).rows().toArray())
          .as("seed %d, not %s", seed, shape)
          .isEqualTo(rowsWhere(snapshot, g -> !g.intersects(shape)));
    }
  }

  /** Large enough that whole blocks of rows lie within the polygon, and others beside it. */
  @ParameterizedTest
  @ValueSource(strings = {"points", "any"})
  void aLargePolygonWithHolesAndBaysFindsExactlyWhatALookAtEveryRowFinds(String kind) {
    long seed = 7L * kind.hashCode();
    Random random = new Random(seed);
    LayerSnapshot snapshot = snapshot(kind, random, 12_000);
    for (int i = 0; i < 8; i++) {
      Geometry area = star(random, 116, 27, 2.5);
      area = area.difference(star(random, 116, 27, 0.7)).difference(star(random, 117.5, 27.5, 0.8));
      Geometry shape = area;
      String as = "seed %d, %s".formatted(seed, shape);
      assertThat(Query.on(snapshot, ALL).filter(c -> c.intersects(shape)).rows().toArray())
          .as(as)
          .isEqualTo(rowsWhere(snapshot, g -> g.intersects(shape)))
          .isNotEmpty();
      RowPredicate within = c -> c.relates(SpatialRelation.WITHIN, shape);
      assertThat(Query.on(snapshot, ALL).filter(within).rows().toArray())
          .as(as)
          .isEqualTo(rowsWhere(snapshot, g -> g.within(shape)))
          .isNotEmpty();
    }
  }

  private static Geometry star(Random random, double lon, double lat, double radiusDeg) {
    Coordinate[] ring = new Coordinate[25];
    for (int k = 0; k < 24; k++) {
      double r = radiusDeg * (0.4 + 0.6 * random.nextDouble());
      double turn = k * Math.PI / 12;
      ring[k] = new Coordinate(lon + r * Math.cos(turn), lat + r * Math.sin(turn));
    }
    ring[24] = ring[0].copy();
    return Shapes.FACTORY.createPolygon(ring);
  }

  @Test
  void aPointOnTheEdgeOrCornerOfABoxIsWithinIt() {
    SnapshotBuilder builder = new SnapshotBuilder("risk_point", 1, List.of());
    builder.add(1, point(115, 28));
    LayerSnapshot snapshot = builder.build();
    for (Box box :
        List.of(new Box(115, 28, 115, 28), new Box(115, 27, 116, 29), new Box(114, 27, 115, 28))) {
      assertThat(Query.on(snapshot, ALL).bbox(box).count()).as("%s", box).isEqualTo(1);
    }
    assertThat(Query.on(snapshot, ALL).bbox(new Box(115.0000001, 28, 116, 29)).count()).isZero();
  }

  @Test
  void whatIsNoBoxIsRefused() {
    assertThatThrownBy(() -> new Box(116, 28, 115, 29)).isInstanceOf(UserFault.class);
    assertThatThrownBy(() -> new Box(115, 29, 116, 28)).isInstanceOf(UserFault.class);
    assertThatThrownBy(() -> new Box(Double.NaN, 28, 116, 29)).isInstanceOf(UserFault.class);
    assertThatThrownBy(() -> new Box(0, 0, Double.POSITIVE_INFINITY, 1))
        .isInstanceOf(UserFault.class);
  }

  private static int[] rowsWhere(
      LayerSnapshot snapshot, java.util.function.Predicate<Geometry> wanted) {
    return IntStream.range(0, snapshot.size())
        .filter(row -> snapshot.findGeometry(row).filter(wanted).isPresent())
        .toArray();
  }

  private static LayerSnapshot snapshot(String kind, Random random) {
    return snapshot(kind, random, ROWS);
  }

  private static LayerSnapshot snapshot(String kind, Random random, int rows) {
    SnapshotBuilder builder = new SnapshotBuilder("layer", 1, List.of());
    for (int i = 0; i < rows; i++) {
      boolean none = random.nextInt(20) == 0;
      builder.add(i, none ? null : new WKBWriter().write(shape(kind, random)));
    }
    return builder.build();
  }

  private static Geometry shape(String kind, Random random) {
    Coordinate at = new Coordinate(grid(random, 113, 6), grid(random, 24, 6));
    return switch (kind) {
      case "points" -> Shapes.FACTORY.createPoint(at);
      case "lines" ->
          Shapes.FACTORY.createLineString(
              new Coordinate[] {at, near(at, random), near(at, random)});
      case "polygons" -> {
        Geometry hull =
            Shapes.FACTORY
                .createMultiPointFromCoords(
                    new Coordinate[] {
                      at,
                      new Coordinate(at.x + 0.3, at.y),
                      near(at, random),
                      near(at, random),
                      near(at, random)
                    })
                .convexHull();
        yield hull.getDimension() == 2 ? hull : hull.buffer(0.1);
      }
      default -> shape(List.of("points", "lines", "polygons").get(random.nextInt(3)), random);
    };
  }

  private static Coordinate near(Coordinate at, Random random) {
    return new Coordinate(at.x + random.nextGaussian() * 0.2, at.y + random.nextGaussian() * 0.2);
  }

  /** Often a whole tenth, so that edges and corners meet. */
  private static double grid(Random random, double from, double width) {
    double value = from + random.nextDouble() * width;
    return random.nextBoolean() ? Math.rint(value * 10) / 10 : value;
  }

  private static Box box(Random random) {
    double w = grid(random, 112, 8);
    double s = grid(random, 23, 8);
    double size = Math.pow(10, -random.nextInt(4)) * 5;
    return switch (random.nextInt(8)) {
      case 0 -> new Box(w, s, w, s);
      case 1 -> new Box(w, s, w + size, s);
      default -> new Box(w, s, w + random.nextDouble() * size, s + random.nextDouble() * size);
    };
  }

  private static byte[] point(double lon, double lat) {
    return new WKBWriter().write(Shapes.FACTORY.createPoint(new Coordinate(lon, lat)));
  }
}

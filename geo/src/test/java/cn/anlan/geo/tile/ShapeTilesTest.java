package cn.anlan.geo.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.geo.snapshot.WebMercator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.CoverageUnion;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/** Tiles of lines and polygons: nothing lost, nothing torn, nothing too large. */
class ShapeTilesTest {
  private static final long SEED = 360000;

  @ParameterizedTest
  @CsvSource({
    "lines, 6",
    "lines, 9",
    "lines, 13",
    "areas, 5",
    "areas, 9",
    "areas, 12",
    "areas, 14"
  })
  void everyShapeIsDrawnOrCountedOnce(String kind, int zoom) {
    Random random = new Random(SEED);
    LayerSnapshot layer =
        TileSamples.layer(3_000, random, kind.equals("lines") ? lines(random) : areas(random));
    Query query = Query.on(layer, TileSamples.ALL);
    Set<Long> drawn = new HashSet<>();
    long[] inCells = new long[1];
    TileSamples.eachTile(
        query,
        TileSamples.BY_LEVEL,
        zoom,
        built -> {
          for (ReadTile feature : built.features()) {
            assertThat(feature.geometry().isEmpty()).isFalse();
            if (feature.id() == null) {
              inCells[0] += feature.n();
            } else {
              drawn.add(feature.id());
            }
          }
        });
    long located = query.rows().stream().filter(row -> !Double.isNaN(layer.lonDeg(row))).count();
    assertThat(drawn.size() + inCells[0]).as("seed %d", SEED).isEqualTo(located);
  }

  /** Cells of a Voronoi diagram share their vertices, as counties do. */
  @ParameterizedTest
  @ValueSource(ints = {7, 8, 10, 12})
  void neighboursLeaveNoSliverBetweenThem(int zoom) {
    Random random = new Random(SEED + zoom);
    List<Geometry> counties = voronoi(random, 900);
    LayerSnapshot layer = TileSamples.layer(counties.size(), new NoGaps(), counties::get);
    int[] compared = new int[1];
    TileSamples.eachTile(
        Query.on(layer, TileSamples.ALL),
        null,
        zoom,
        built -> {
          Coordinate[] corners = corners(built.tile());
          boolean covered = true;
          for (Coordinate corner : corners) {
            covered &= new Envelope(113.3, 118.7, 24.3, 30.2).contains(corner);
          }
          if (!covered || compared[0] >= 40) {
            return;
          }
          Geometry square = TileSamples.FACTORY.toGeometry(new Envelope(0, 4096, 0, 4096));
          List<Geometry> parts = new ArrayList<>();
          double sum = 0;
          for (ReadTile feature : built.features()) {
            Geometry inside = feature.area().intersection(square);
            sum += inside.getArea();
            parts.add(inside);
          }
          Geometry union = TileSamples.FACTORY.buildGeometry(parts).union();
          String as = "seed %d, %s".formatted(SEED + zoom, built.tile());
          assertThat(sum).as(as).isCloseTo(4096.0 * 4096, within(2.0));
          assertThat(union.getArea()).as(as).isCloseTo(4096.0 * 4096, within(2.0));
          compared[0]++;
        });
    assertThat(compared[0]).isPositive();
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 8, 11})
  void aTileNeverExceedsItsLimit(int zoom) {
    Random random = new Random(SEED);
    LayerSnapshot layer = TileSamples.layer(6_000, random, i -> jagged(random, 0.4, 90));
    int[] largest = new int[1];
    TileId heavy = tileOf(116, 27, zoom);
    byte[] tile =
        TileSamples.builder(Query.on(layer, TileSamples.ALL), TileSamples.BY_LEVEL).build(heavy);
    largest[0] = TileBuilder.gzip(tile).length;
    assertThat(largest[0]).as("seed %d", SEED).isBetween(1_000, TileBuilder.MAX_BYTES);
    assertThat(ReadTile.read(tile)).isNotEmpty();
  }

  @Test
  void aPolygonKeepsItsHoleAndItsPlace() {
    Geometry square = TileSamples.FACTORY.toGeometry(new Envelope(115.1, 115.3, 28.1, 28.3));
    Geometry hole = TileSamples.FACTORY.toGeometry(new Envelope(115.17, 115.22, 28.17, 28.22));
    Geometry ring = square.difference(hole);
    LayerSnapshot layer = TileSamples.layer(1, new NoGaps(), i -> ring);
    double[] area = new double[1];
    TileSamples.eachTile(
        Query.on(layer, TileSamples.ALL),
        null,
        11,
        built -> {
          Geometry core = TileSamples.FACTORY.toGeometry(new Envelope(0, 4096, 0, 4096));
          for (ReadTile feature : built.features()) {
            area[0] += feature.area().intersection(core).getArea();
          }
        });
    double scale = Math.pow(2048 * 4096, 2);
    double expected = (mercatorArea(square) - mercatorArea(hole)) * scale;
    assertThat(area[0]).isCloseTo(expected, within(expected * 0.01));
  }

  private static double mercatorArea(Geometry rectangle) {
    Envelope e = rectangle.getEnvelopeInternal();
    return (WebMercator.x(e.getMaxX()) - WebMercator.x(e.getMinX()))
        * (WebMercator.y(e.getMinY()) - WebMercator.y(e.getMaxY()));
  }

  private static TileId tileOf(double lonDeg, double latDeg, int zoom) {
    return new TileId(
        zoom,
        (int) (WebMercator.y(latDeg) * (1 << zoom)),
        (int) (WebMercator.x(lonDeg) * (1 << zoom)));
  }

  private static Coordinate[] corners(TileId tile) {
    double across = 1 << tile.zoom();
    return new Coordinate[] {
      new Coordinate(
          WebMercator.lonDeg((tile.col() - 0.05) / across),
          WebMercator.latDeg((tile.row() - 0.05) / across)),
      new Coordinate(
          WebMercator.lonDeg((tile.col() + 1.05) / across),
          WebMercator.latDeg((tile.row() + 1.05) / across))
    };
  }

  private static List<Geometry> voronoi(Random random, int sites) {
    List<Coordinate> places = new ArrayList<>();
    for (int i = 0; i < sites; i++) {
      places.add(TileSamples.anywhere(random));
    }
    VoronoiDiagramBuilder builder = new VoronoiDiagramBuilder();
    builder.setSites(places);
    builder.setClipEnvelope(new Envelope(113, 119, 24, 30.5));
    Geometry diagram = builder.getDiagram(TileSamples.FACTORY);
    List<Geometry> cells = new ArrayList<>();
    for (int i = 0; i < diagram.getNumGeometries(); i++) {
      cells.add(diagram.getGeometryN(i));
    }
    assertThat(CoverageUnion.union(diagram).getArea()).isPositive();
    return cells;
  }

  private static IntFunction<Geometry> lines(Random random) {
    return i -> {
      Coordinate[] places = new Coordinate[2 + random.nextInt(30)];
      places[0] = TileSamples.anywhere(random);
      double step = Math.pow(10, -1 - random.nextInt(4));
      for (int k = 1; k < places.length; k++) {
        places[k] =
            new Coordinate(
                places[k - 1].x + random.nextGaussian() * step,
                places[k - 1].y + random.nextGaussian() * step);
      }
      return TileSamples.FACTORY.createLineString(places);
    };
  }

  private static IntFunction<Geometry> areas(Random random) {
    return i -> jagged(random, Math.pow(10, -1 - random.nextInt(4)), 3 + random.nextInt(40));
  }

  /** A star-shaped polygon round some place. */
  private static Geometry jagged(Random random, double radiusDeg, int corners) {
    Coordinate middle = TileSamples.anywhere(random);
    Coordinate[] ring = new Coordinate[corners + 1];
    for (int k = 0; k < corners; k++) {
      double angle = 2 * Math.PI * k / corners;
      double radius = radiusDeg * (0.3 + 0.7 * random.nextDouble());
      ring[k] =
          new Coordinate(middle.x + radius * Math.cos(angle), middle.y + radius * Math.sin(angle));
    }
    ring[corners] = ring[0];
    return TileSamples.FACTORY.createPolygon(ring);
  }

  /** Never throws the dice that leaves a row without a place. */
  private static final class NoGaps extends Random {
    private static final long serialVersionUID = 1L;

    @Override
    public int nextInt(int bound) {
      return 1;
    }
  }
}

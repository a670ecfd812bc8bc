package cn.anlan.geo.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.anlan.geo.filter.Filter;
import cn.anlan.geo.snapshot.Disclosure;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.WebMercator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;

/** Tiles of points, read by another program, against a look at every row. */
class PointTilesTest {
  private static final long SEED = 20211231;
  private static final int ROWS = 40_000;
  private static final LayerSnapshot LAYER = layer();

  private static LayerSnapshot layer() {
    Random random = new Random(SEED);
    return TileSamples.layer(ROWS, random, TileSamples.points(random));
  }

  @ParameterizedTest
  @CsvSource({
    "WEB_MERCATOR_QUAD, 0, 16",
    "CGCS2000_QUAD, 0, 11",
  })
  void theCountsOfEveryZoomAreThoseOfTheLayer(TileGrid grid, int first, int last) {
    for (int zoom = first; zoom <= last; zoom++) {
      countsOfAZoom(grid, zoom);
    }
  }

  private static void countsOfAZoom(TileGrid grid, int zoom) {
    Map<String, Long> counts = new HashMap<>();
    Set<Long> ids = new HashSet<>();
    TileSamples.eachTile(
        Query.on(LAYER, TileSamples.ALL),
        TileSamples.BY_LEVEL,
        grid,
        zoom,
        built -> {
          assertThat(TileBuilder.gzip(built.bytes()).length)
              .as("seed %d, %s", SEED, built.tile())
              .isLessThanOrEqualTo(TileBuilder.MAX_BYTES);
          for (ReadTile feature : built.features()) {
            counts.merge("n", feature.n(), Long::sum);
            for (long level = 1; level <= 4; level++) {
              counts.merge("n" + level, feature.n(level), Long::sum);
            }
            if (feature.id() != null) {
              assertThat(ids.add(feature.id())).as("seed %d, twice %s", SEED, feature).isTrue();
            }
          }
        });
    Map<String, Long> expected = new HashMap<>();
    for (int row = 0; row < LAYER.size(); row++) {
      if (!Double.isNaN(LAYER.lonDeg(row))) {
        expected.merge("n", 1L, Long::sum);
        Object level = LAYER.value("level", row);
        if (level != null) {
          expected.merge("n" + level, 1L, Long::sum);
        }
      }
    }
    assertThat(counts).as("seed %d, zoom %d", SEED, zoom).isEqualTo(expected);
  }

  /** Rows are assigned one by one here, by the formula alone; the builder counts runs. */
  @ParameterizedTest
  @CsvSource({
    "WEB_MERCATOR_QUAD, 2",
    "WEB_MERCATOR_QUAD, 7",
    "WEB_MERCATOR_QUAD, 8",
    "WEB_MERCATOR_QUAD, 9",
    "WEB_MERCATOR_QUAD, 11",
    "CGCS2000_QUAD, 1",
    "CGCS2000_QUAD, 6",
    "CGCS2000_QUAD, 9",
  })
  void aCellHoldsExactlyTheRowsOfItsSquareAndStandsOnItsWorst(TileGrid grid, int zoom) {
    double across = 8 << zoom;
    Map<Long, long[]> expected = new HashMap<>();
    for (int row = 0; row < LAYER.size(); row++) {
      if (!Double.isNaN(LAYER.lonDeg(row))) {
        long column = (long) (grid.x(LAYER.lonDeg(row)) * across);
        long line = (long) (grid.y(LAYER.latDeg(row)) * across);
        long[] counts = expected.computeIfAbsent(line << 32 | column, k -> new long[5]);
        Object level = LAYER.value("level", row);
        counts[level == null ? 4 : (int) ((Long) level - 1)]++;
      }
    }
    int[] compared = new int[1];
    TileSamples.eachTile(
        Query.on(LAYER, TileSamples.ALL),
        TileSamples.BY_LEVEL,
        grid,
        zoom,
        built -> {
          for (ReadTile cell : built.features()) {
            if (cell.id() != null) {
              continue;
            }
            Coordinate at = cell.geometry().getCoordinate();
            long column = built.tile().col() * 8L + (long) at.x / 512;
            long line = built.tile().row() * 8L + (long) at.y / 512;
            String as = "seed %d, zoom %d, %s".formatted(SEED, zoom, cell);
            long[] counts = expected.get(line << 32 | column);
            assertThat(counts).as(as).isNotNull();
            for (int level = 1; level <= 4; level++) {
              assertThat(cell.n(level)).as(as).isEqualTo(counts[level - 1]);
            }
            long worst = counts[0] > 0 ? 1 : counts[1] > 0 ? 2 : counts[2] > 0 ? 3 : 4;
            if (cell.n() > counts[4]) {
              assertThat(cell.tags().get("level")).as(as).isEqualTo(worst);
            }
            compared[0]++;
          }
        });
    assertThat(compared[0]).isPositive();
  }

  @Test
  void aLoneFeatureLiesWhereItIsAndCarriesIdLevelAndName() {
    Random random = new Random(SEED);
    LayerSnapshot few = TileSamples.layer(300, random, TileSamples.points(random));
    for (int zoom : new int[] {12, 16}) {
      TileSamples.eachTile(
          Query.on(few, TileSamples.ALL),
          TileSamples.BY_LEVEL,
          zoom,
          built -> {
            for (ReadTile feature : built.features()) {
              int row = Query.on(few, TileSamples.ALL).findRow(feature.id()).orElseThrow();
              assertThat(feature.tags().get("name")).isEqualTo(few.text("name", row));
              assertThat(feature.tags().get("level")).isEqualTo(few.value("level", row));
              double x = WebMercator.x(few.lonDeg(row)) * (1 << built.tile().zoom());
              double y = WebMercator.y(few.latDeg(row)) * (1 << built.tile().zoom());
              Coordinate at = feature.geometry().getCoordinate();
              assertThat(at.x / 4096 + built.tile().col()).isCloseTo(x, within(1 / 4095.0));
              assertThat(at.y / 4096 + built.tile().row()).isCloseTo(y, within(1 / 4095.0));
            }
          });
    }
  }

  @Test
  void withoutAGradingTheCellsAreFineAndTheCountsStillAddUp() {
    long[] sum = new long[1];
    TileSamples.eachTile(
        Query.on(LAYER, TileSamples.ALL),
        null,
        7,
        built -> built.features().forEach(feature -> sum[0] += feature.n()));
    assertThat(sum[0]).isEqualTo(located(Query.on(LAYER, TileSamples.ALL)));
  }

  @Test
  void aFilterAndAScopeNarrowEveryTile() {
    Scope county = Scope.regions("one county", List.of("363100"), EnumSet.of(Disclosure.INTERNAL));
    Query query = Query.on(LAYER, county).filter(Filter.parse("level IN (1, 2)"));
    long[] sum = new long[1];
    TileSamples.eachTile(
        query,
        TileSamples.BY_LEVEL,
        8,
        built ->
            built
                .features()
                .forEach(
                    feature -> {
                      sum[0] += feature.n();
                      assertThat(feature.n(1) + feature.n(2)).isEqualTo(feature.n());
                    }));
    assertThat(sum[0]).isEqualTo(located(query)).isPositive();
    Query nothing = Query.on(LAYER, Scope.wholeProvince("public", EnumSet.of(Disclosure.PUBLIC)));
    assertThat(TileSamples.builder(nothing, TileSamples.BY_LEVEL).build(new TileId(0, 0, 0)))
        .isEmpty();
  }

  private static long located(Query query) {
    return query.rows().stream().filter(row -> !Double.isNaN(LAYER.lonDeg(row))).count();
  }
}

package cn.anlan.geo.tile;

import cn.anlan.geo.filter.Filter;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Not a test: the time to make one tile of two million points, uncached, in one thread. Run by
 * hand; prints for each zoom milliseconds per tile (p50, p95, largest) and the largest tile.
 */
public final class TileBenchmark {
  private static final int ROWS = 2_000_000;
  private static final int TILES = 200;

  private TileBenchmark() {}

  public static void main(String[] args) {
    Random random = new Random(1);
    LayerSnapshot layer = TileSamples.layer(ROWS, random, TileSamples.points(random));
    System.out.println("case,zoom,tiles,p50_ms,p95_ms,max_ms,max_kb_gzip");
    Query all = Query.on(layer, TileSamples.ALL);
    for (int warm = 0; warm < 2; warm++) {
      measure("warm-up", all, TileSamples.BY_LEVEL, 6, random);
      measure("warm-up", all, null, 9, random);
    }
    Query some = all.filter(Filter.parse("level IN (1, 2)"));
    for (int zoom = 6; zoom <= 14; zoom++) {
      measure("graded", all, TileSamples.BY_LEVEL, zoom, random);
      measure("ungraded", all, null, zoom, random);
      measure("filtered", some, TileSamples.BY_LEVEL, zoom, random);
    }
  }

  private static void measure(String name, Query query, Grading grading, int zoom, Random random) {
    List<TileId> tiles =
        new ArrayList<>(TileSamples.tiles(query.snapshot(), TileGrid.WEB_MERCATOR_QUAD, zoom));
    java.util.Collections.shuffle(tiles, random);
    tiles = tiles.subList(0, Math.min(TILES, tiles.size()));
    TileBuilder builder = TileSamples.builder(query, grading);
    double[] ms = new double[tiles.size()];
    int largest = 0;
    for (int i = 0; i < ms.length; i++) {
      long start = System.nanoTime();
      byte[] tile = builder.build(tiles.get(i));
      ms[i] = (System.nanoTime() - start) / 1e6;
      largest = Math.max(largest, TileBuilder.gzip(tile).length);
    }
    Arrays.sort(ms);
    System.out.printf(
        "%s,%d,%d,%.2f,%.2f,%.2f,%.1f%n",
        name,
        zoom,
        ms.length,
        ms[ms.length / 2],
        ms[Math.min(ms.length - 1, ms.length * 95 / 100)],
        ms[ms.length - 1],
        largest / 1000.0);
  }
}

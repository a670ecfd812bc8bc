package cn.anlan.geo.tile;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.geo.snapshot.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Several layers in one tile: whole where there is room, else all of them coarser, none lost. */
class JointTileTest {
  private static final long SEED = 360100;
  private static final int FINE = 30;

  @Test
  void manyLayersShareTheLimitAndEveryRowStillCounts() {
    Random random = new Random(SEED);
    var layer = TileSamples.layer(300_000, random, TileSamples.points(random));
    Query query = Query.on(layer, TileSamples.ALL);
    TileBuilder fine = TileSamples.builder(query, null);
    List<TileBuilder> layers = new ArrayList<>();
    for (int i = 0; i < FINE; i++) {
      layers.add(fine);
    }
    layers.add(TileSamples.builder(query, TileSamples.BY_LEVEL));
    TileId tile = new TileId(6, 26, 52);
    byte[] alone = fine.build(tile);
    assertThat(FINE * TileBuilder.gzip(alone).length).isGreaterThan(TileBuilder.MAX_BYTES);
    byte[] joint = JointTile.build(layers, tile);
    assertThat(TileBuilder.gzip(joint).length)
        .as("seed %d", SEED)
        .isBetween(TileBuilder.MAX_BYTES / 10, TileBuilder.MAX_BYTES);
    long all = ReadTile.read(alone).stream().mapToLong(ReadTile::n).sum();
    assertThat(ReadTile.read(joint).stream().mapToLong(ReadTile::n).sum())
        .isEqualTo((FINE + 1) * all);
    assertThat(ReadTile.read(joint).stream().mapToLong(f -> f.n(1)).sum()).isPositive();
  }

  @Test
  void whereThereIsRoomEveryLayerIsAsItIsAlone() {
    Random random = new Random(SEED);
    var layer = TileSamples.layer(2_000, random, TileSamples.points(random));
    Query query = Query.on(layer, TileSamples.ALL);
    TileBuilder one = TileSamples.builder(query, TileSamples.BY_LEVEL);
    TileId tile = new TileId(TileGrid.CGCS2000_QUAD, 5, 11, 52);
    byte[] joint = JointTile.build(List.of(one, one), tile);
    assertThat(ReadTile.read(joint)).hasSize(2 * ReadTile.read(one.build(tile)).size());
    assertThat(joint).hasSize(2 * one.build(tile).length).isNotEmpty();
  }
}

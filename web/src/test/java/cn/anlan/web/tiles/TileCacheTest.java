package cn.anlan.web.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.geo.tile.TileId;
import org.junit.jupiter.api.Test;

class TileCacheTest {
  private static final TileId TILE = new TileId(0, 0, 0);

  /** Else empty tiles under long filters, each different, would fill the memory. */
  @Test
  void anEntryWeighsWhatItHoldsItsFilterIncluded() {
    byte[] empty = new byte[0];
    int plain = TileCache.weight(new TileCache.Key(1, "*", null, TILE), empty);
    assertThat(TileCache.weight(new TileCache.Key(1, "*", null, TILE), new byte[1_000]))
        .isEqualTo(plain + 1_000);
    assertThat(TileCache.weight(new TileCache.Key(1, "*", "名".repeat(8_000), TILE), empty))
        .isEqualTo(plain + 16_000);
  }
}

package cn.anlan.web.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.SnapshotBuilder;
import cn.anlan.geo.snapshot.SnapshotStore;
import java.util.List;
import org.junit.jupiter.api.Test;

class TileCacheTest {
  /** Else empty tiles under long filters, each different, would fill the memory. */
  @Test
  void anEntryWeighsWhatItHoldsItsAddressIncluded() {
    TileCache.Tile empty = new TileCache.Tile(List.of("road"), new byte[0]);
    int plain = TileCache.weight(new TileCache.Key("", "*", 1), empty);
    TileCache.Tile full = new TileCache.Tile(List.of("road"), new byte[1_000]);
    assertThat(TileCache.weight(new TileCache.Key("", "*", 1), full)).isEqualTo(plain + 1_000);
    assertThat(TileCache.weight(new TileCache.Key("名".repeat(8_000), "*", 1), empty))
        .isEqualTo(plain + 16_000);
  }

  @Test
  void aNewVersionOfALayerDropsWhatLooksAtItAndNothingElse() {
    SnapshotStore store = new SnapshotStore();
    store.put(layer("road", 1));
    store.put(layer("bridge", 1));
    TileCache cache = new TileCache();
    TileCache.Key road = keep(cache, store, List.of("road"));
    TileCache.Key bridge = keep(cache, store, List.of("bridge"));
    TileCache.Key both = keep(cache, store, List.of("bridge", "road"));
    cache.follow(store.current());
    assertThat(List.of(cache.find(road), cache.find(bridge), cache.find(both)))
        .doesNotContainNull();
    store.put(layer("road", 2));
    cache.follow(store.current());
    assertThat(cache.find(bridge)).isNotNull();
    assertThat(cache.find(road)).isNull();
    assertThat(cache.find(both)).isNull();
  }

  private static TileCache.Key keep(TileCache cache, SnapshotStore store, List<String> layers) {
    long version = Versions.of(store.current(), layers);
    TileCache.Key key = new TileCache.Key(String.join("+", layers), "*", version);
    cache.get(key, () -> new TileCache.Tile(layers, new byte[] {1}));
    return key;
  }

  private static LayerSnapshot layer(String id, long dataVersion) {
    return new SnapshotBuilder(id, dataVersion, List.of()).build();
  }
}

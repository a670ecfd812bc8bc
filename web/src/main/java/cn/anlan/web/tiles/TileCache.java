package cn.anlan.web.tiles;

import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Tiles that were made, compressed, up to 64 MB of them, by the address that asked for them. A new
 * version of a layer drops the tiles that look at this layer, and no others.
 */
@Component
class TileCache {
  private static final long MAX_BYTES = 64L << 20;
  private static final int ENTRY_BYTES = 250; // an entry's own size, also where the tile is empty

  /**
   * @param address path and query as they were sent
   * @param version of the layers that the tile looks at
   */
  record Key(String address, String scope, long version) {}

  /**
   * @param layers all that the tile looks at
   * @param gzip no bytes where it is empty
   */
  record Tile(List<String> layers, byte[] gzip) {}

  private final Cache<Key, Tile> tiles =
      Caffeine.newBuilder().maximumWeight(MAX_BYTES).weigher(TileCache::weight).build();
  private final AtomicReference<Generation> swept = new AtomicReference<>();

  /** With the address, each request's own, which may be longer than the tile. */
  static int weight(Key key, Tile tile) {
    return ENTRY_BYTES + tile.gzip().length + 2 * key.address().length();
  }

  /** The tile, or null where it would have to be made. */
  Tile find(Key key) {
    return tiles.getIfPresent(key);
  }

  Tile get(Key key, Supplier<Tile> made) {
    return tiles.get(key, missing -> made.get());
  }

  /** Drops what is no longer true of the layers as they are now. */
  void follow(Generation generation) {
    Generation before = swept.getAndSet(generation);
    if (before != generation) {
      tiles
          .asMap()
          .entrySet()
          .removeIf(e -> e.getKey().version() != version(generation, e.getValue()));
    }
  }

  private static long version(Generation generation, Tile tile) {
    return tile.layers().stream()
        .mapToLong(layer -> generation.find(layer).map(LayerSnapshot::number).orElse(0L))
        .sum();
  }
}

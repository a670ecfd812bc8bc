package cn.anlan.web.tiles;

import cn.anlan.geo.filter.Filter;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.geo.snapshot.RowPredicate;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.Truth;
import cn.anlan.geo.tile.GradedRows;
import cn.anlan.geo.tile.Grading;
import cn.anlan.geo.tile.TileBuilder;
import cn.anlan.geo.tile.TileId;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.stereotype.Component;

/**
 * Tiles that were made, compressed, up to 64 MB of them. What was made of a snapshot that is no
 * longer served is never asked for again and makes room first.
 */
@Component
class TileCache {
  private static final long MAX_BYTES = 64L << 20;
  private static final int ENTRY_BYTES = 200; // an entry's own size, also where the tile is empty
  private static final int MAX_FILTERS = 32;

  record Key(long snapshot, String scope, String filter, TileId tile) {}

  private record FilterKey(long part, String filter) {}

  private final Cache<Key, byte[]> tiles =
      Caffeine.newBuilder().maximumWeight(MAX_BYTES).weigher(TileCache::weight).build();
  private final Cache<FilterKey, Truth> filtered =
      Caffeine.newBuilder().maximumSize(MAX_FILTERS).build();

  /** With the filter's text, each request's own, which may be longer than the tile. */
  static int weight(Key key, byte[] tile) {
    return ENTRY_BYTES + tile.length + (key.filter() == null ? 0 : 2 * key.filter().length());
  }

  /**
   * @param filter CQL2 text, or null
   * @param grading what tells the layer's features apart, or null
   * @return the tile in gzip; no bytes where it is empty
   * @throws cn.anlan.geo.fault.UserFault where the filter is none for this layer
   */
  byte[] get(LayerSnapshot snapshot, Scope scope, String filter, Grading grading, TileId tile) {
    long number = snapshot.number();
    return tiles.get(
        new Key(number, scope.cacheKey(), filter, tile),
        key -> {
          Query query = Query.on(snapshot, scope);
          if (filter != null) {
            query = query.filter(remembered(Filter.parse(filter)));
          }
          byte[] bytes = new TileBuilder(query, new GradedRows(snapshot, grading)).build(tile);
          return bytes.length == 0 ? bytes : TileBuilder.gzip(bytes);
        });
  }

  /** The filter, asked once for all tiles of a view. The scope is applied beside it. */
  private RowPredicate remembered(Filter filter) {
    return columns ->
        filtered.get(
            new FilterKey(columns.partNumber(), filter.text()), key -> filter.evaluate(columns));
  }
}

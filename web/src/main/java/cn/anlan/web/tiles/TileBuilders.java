package cn.anlan.web.tiles;

import cn.anlan.data.catalog.Layer;
import cn.anlan.geo.filter.Filter;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.RowPredicate;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.geo.snapshot.Truth;
import cn.anlan.geo.tile.GradedRows;
import cn.anlan.geo.tile.TileBuilder;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.stereotype.Component;

/**
 * What makes the tiles of a question, ready: its rows are found once for all tiles of a view. Up to
 * 96 MB of them; those of former versions make room first, as they are never asked for again.
 */
@Component
class TileBuilders {
  private static final long MAX_BYTES = 64L << 20;
  private static final long MAX_GRADED_BYTES = 32L << 20;
  private static final int MAX_FILTERS = 32;

  private record Key(long version, String layer, String scope, TileQuestion question) {}

  private record FilterKey(long snapshot, Filter filter) {}

  private final LayerGrading gradings;
  private final Cache<Key, TileBuilder> builders =
      Caffeine.newBuilder()
          .maximumWeight(MAX_BYTES)
          .weigher((Key key, TileBuilder builder) -> weight(builder.memoryBytes()))
          .build();
  private final Cache<Long, GradedRows> graded =
      Caffeine.newBuilder()
          .maximumWeight(MAX_GRADED_BYTES)
          .weigher((Long key, GradedRows rows) -> weight(rows.memoryBytes()))
          .build();
  private final Cache<FilterKey, Truth> filtered =
      Caffeine.newBuilder().maximumSize(MAX_FILTERS).build();

  TileBuilders(LayerGrading gradings) {
    this.gradings = gradings;
  }

  private static int weight(long bytes) {
    return (int) Math.min(Integer.MAX_VALUE, bytes);
  }

  /**
   * @throws cn.anlan.geo.fault.UserFault where the layer cannot be asked so
   * @throws cn.anlan.geo.snapshot.LayerWarming while a layer is not loaded
   */
  TileBuilder get(Layer layer, Generation generation, Scope scope, TileQuestion question) {
    LayerSnapshot snapshot = generation.get(layer.id());
    long version = Versions.of(generation, question.looksAt(layer.id()));
    return builders.get(
        new Key(version, layer.id(), scope.cacheKey(), question),
        key ->
            new TileBuilder(
                question.on(
                    layer, generation, scope, gradings, f -> remembered(snapshot.number(), f)),
                graded.get(
                    snapshot.number(),
                    number -> new GradedRows(snapshot, gradings.of(layer).orElse(null)))));
  }

  /** The filter, asked once for all tiles of a view. The scope is applied beside it. */
  private RowPredicate remembered(long snapshot, Filter filter) {
    return columns ->
        filtered.get(new FilterKey(snapshot, filter), key -> filter.evaluate(columns));
  }
}

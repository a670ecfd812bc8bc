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
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What makes the tiles of a question, ready: its rows are found once for all tiles of a view. Up to
 * 96 MB of them; those of former versions are let go.
 */
@Component
class TileBuilders {
  private static final long MAX_BYTES = 64L << 20;
  private static final long MAX_GRADED_BYTES = 32L << 20;
  private static final int MAX_FILTERS = 32;

  private record Key(long version, String layer, String scope, TileQuestion question) {}

  private record FilterKey(long part, Filter filter) {}

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

  private final AtomicReference<Generation> followed = new AtomicReference<>();

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
    follow(generation);
    LayerSnapshot snapshot = generation.get(layer.id());
    long version = Versions.of(generation, question.looksAt(layer.id()));
    return builders.get(
        new Key(version, layer.id(), scope.cacheKey(), question),
        key ->
            new TileBuilder(
                question.on(layer, generation, scope, gradings, this::remembered),
                graded.get(
                    snapshot.number(),
                    number -> new GradedRows(snapshot, gradings.of(layer).orElse(null)))));
  }

  /** Lets go of former versions, each of which would keep its whole snapshot in memory. */
  private void follow(Generation generation) {
    if (followed.getAndSet(generation) == generation) {
      return;
    }
    builders.asMap().keySet().removeIf(key -> !isCurrent(key, generation));
    Set<Long> numbers =
        generation.layers().values().stream()
            .map(LayerSnapshot::number)
            .collect(Collectors.toSet());
    graded.asMap().keySet().removeIf(number -> !numbers.contains(number));
  }

  private static boolean isCurrent(Key key, Generation generation) {
    List<String> layers = key.question().looksAt(key.layer());
    return layers.stream().allMatch(layer -> generation.find(layer).isPresent())
        && key.version() == Versions.of(generation, layers);
  }

  /** The filter, asked once for each part of a layer. The scope is applied beside it. */
  private RowPredicate remembered(Filter filter) {
    return columns ->
        filtered.get(new FilterKey(columns.partNumber(), filter), key -> filter.evaluate(columns));
  }
}

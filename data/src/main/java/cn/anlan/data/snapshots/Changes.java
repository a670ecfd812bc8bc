package cn.anlan.data.snapshots;

import cn.anlan.data.catalog.Layer;
import cn.anlan.data.store.LayerTables;
import cn.anlan.data.store.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What has changed in the layers' tables since a data version. The indexes of {@code data_version}
 * and of the history's {@code version_to} tell: an insert or update leaves its version in the one,
 * an update or delete in the other. Nothing is kept for it that could become wrong.
 */
final class Changes {
  private final Connection connection;

  Changes(Connection connection) {
    this.connection = connection;
  }

  /** Those of {@code layers} that have changed after {@code version}. */
  List<Layer> changed(Collection<Layer> layers, long version) throws SQLException {
    if (layers.isEmpty()) {
      return List.of();
    }
    Map<String, Long> last = new HashMap<>();
    Sql.list(
        connection,
        layers.stream().map(Changes::lastChange).collect(Collectors.joining(" UNION ALL ")),
        row -> last.put(row.getString(1), row.getLong(2)));
    return layers.stream().filter(layer -> last.get(layer.id()) > version).toList();
  }

  private static String lastChange(Layer layer) {
    return "SELECT '%s', greatest((SELECT max(data_version) FROM %s),"
            .formatted(layer.id(), LayerTables.table(layer))
        + " (SELECT max(version_to) FROM %s), 0)".formatted(LayerTables.historyTable(layer));
  }

  /** The layers in the order of the room that their tables take, the biggest first. */
  List<Layer> bySize(Collection<Layer> layers) throws SQLException {
    if (layers.isEmpty()) {
      return List.of();
    }
    Map<String, Layer> byId = layers.stream().collect(Collectors.toMap(Layer::id, layer -> layer));
    return Sql.list(
        connection,
        layers.stream()
            .map(l -> "SELECT '%s', pg_relation_size('%s')".formatted(l.id(), LayerTables.table(l)))
            .collect(Collectors.joining(" UNION ALL ", "", " ORDER BY 2 DESC")),
        row -> byId.get(row.getString(1)));
  }

  /**
   * The ids of features that were changed or deleted after {@code version}.
   *
   * @param most empty where there are more, or where more rows than that were written
   */
  Optional<long[]> findGone(Layer layer, long version, int most) throws SQLException {
    List<Long> ids =
        Sql.list(
            connection,
            "SELECT DISTINCT id FROM "
                + LayerTables.historyTable(layer)
                + " WHERE version_to > ? LIMIT ?",
            row -> row.getLong(1),
            version,
            most + 1);
    if (ids.size() > most) {
      return Optional.empty();
    }
    long written =
        Sql.list(
                connection,
                "SELECT count(*) FROM (SELECT FROM "
                    + LayerTables.table(layer)
                    + " WHERE data_version > ? LIMIT ?) few",
                row -> row.getLong(1),
                version,
                most + 1)
            .get(0);
    return written > most
        ? Optional.empty()
        : Optional.of(ids.stream().mapToLong(Long::longValue).toArray());
  }
}

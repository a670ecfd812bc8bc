package cn.anlan.data.delivery;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.catalog.Layer;
import cn.anlan.data.store.LayerTables;
import cn.anlan.data.store.Sql;
import cn.anlan.geo.fault.UserFault;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Takes back one delivery within the caller's transaction: every row that it touched becomes what
 * it was before, by a new version. What matters is what rows say, not which version wrote them: a
 * later delivery that was itself taken back stands in nobody's way.
 */
final class Rollback {
  private static final int NAMED = 5;

  /** What became of the rows. */
  record Counts(long deleted, long restored, long returned) {}

  private final Connection connection;
  private final Catalog catalog;
  private final Layer layer;
  private final String table;
  private final StoredDelivery delivery;
  private final String columns;

  Rollback(Connection connection, Catalog catalog, StoredDelivery delivery) throws SQLException {
    this.connection = connection;
    this.catalog = catalog;
    this.delivery = delivery;
    this.layer = catalog.getLayer(delivery.layer());
    this.table = LayerTables.table(layer);
    this.columns =
        Sql.list(
                connection,
                "SELECT quote_ident(attname) FROM pg_attribute WHERE attrelid = ?::regclass"
                    + " AND attnum > 0 AND NOT attisdropped AND attname NOT IN ('id', 'data_version')"
                    + " ORDER BY attnum",
                row -> row.getString(1),
                table)
            .stream()
            .collect(Collectors.joining(", "));
  }

  /**
   * @throws UserFault where later changes stand on it, or rows that would go are referred to
   */
  Counts run() throws SQLException {
    Sql.run(connection, "SELECT FROM anlan.data_version FOR UPDATE");
    readStates();
    requireNothingLater();
    References.requireNone(
        connection,
        catalog,
        layer,
        "SELECT code FROM after_it a WHERE NOT EXISTS (SELECT FROM before_it b WHERE b.id = a.id)",
        attempted());
    long deleted =
        count(
            "DELETE FROM %1$s t USING after_it a WHERE a.id = t.id"
                + " AND NOT EXISTS (SELECT FROM before_it b WHERE b.id = t.id)");
    long restored =
        count("UPDATE %1$s t SET (%2$s) = ROW (%3$s) FROM before_it b WHERE b.id = t.id");
    long returned =
        count(
            "INSERT INTO %1$s (id, %2$s) OVERRIDING SYSTEM VALUE SELECT b.id, %3$s FROM before_it b"
                + " WHERE NOT EXISTS (SELECT FROM after_it a WHERE a.id = b.id)");
    return new Counts(deleted, restored, returned);
  }

  /** The rows that it touched, as they were right after it and right before it. */
  private void readStates() throws SQLException {
    long version = delivery.dataVersion();
    Sql.run(
        connection,
        """
        CREATE TEMP TABLE touched ON COMMIT DROP AS
          SELECT id FROM %1$s WHERE data_version = %3$d
          UNION SELECT id FROM %2$s WHERE version_from = %3$d
          UNION SELECT id FROM %2$s WHERE version_to = %3$d
        """
            .formatted(table, LayerTables.historyTable(layer), version));
    state("after_it", version);
    state("before_it", version - 1);
  }

  private void state(String name, long version) throws SQLException {
    Sql.run(
        connection,
        "CREATE TEMP TABLE %s ON COMMIT DROP AS SELECT * FROM %s WHERE id IN (SELECT id FROM touched)"
            .formatted(name, LayerTables.rowsAtVersion(layer, version)));
    Sql.run(connection, "CREATE INDEX ON " + name + " (id)");
    Sql.run(connection, "ANALYZE " + name);
  }

  private void requireNothingLater() throws SQLException {
    String mine = prefixed("a.");
    String now = prefixed("t.");
    String sql =
        """
        SELECT a.code, coalesce(t.data_version, (
            SELECT max(h.version_to) FROM %1$s h WHERE h.id = a.id))
          FROM after_it a LEFT JOIN %2$s t ON t.id = a.id
          WHERE t.id IS NULL OR (%3$s) IS DISTINCT FROM (%4$s)
        UNION ALL
        SELECT b.code, t.data_version FROM before_it b JOIN %2$s t ON t.id = b.id
          WHERE NOT EXISTS (SELECT FROM after_it a WHERE a.id = b.id)
        UNION ALL
        SELECT b.code, t.data_version FROM before_it b JOIN %2$s t ON t.code = b.code
          WHERE t.id <> b.id AND NOT EXISTS (SELECT FROM after_it a WHERE a.id IN (b.id, t.id))
        ORDER BY 1
        """
            .formatted(LayerTables.historyTable(layer), table, mine, now);
    List<String> later =
        Sql.list(connection, sql, row -> row.getString(1) + " (版本 " + row.getLong(2) + ")");
    if (!later.isEmpty()) {
      throw new UserFault(
          "%s: 之后又改过其中 %d 行 (later changes stand on %d of its rows): %s%s"
              .formatted(
                  attempted(),
                  later.size(),
                  later.size(),
                  String.join(", ", later.subList(0, Math.min(NAMED, later.size()))),
                  later.size() > NAMED ? " …" : ""),
          "先撤销之后的批次 (first take back what came later),见 ./anlan deliveries list --layer "
              + layer.id());
    }
  }

  private String prefixed(String prefix) {
    return prefix + columns.replace(", ", ", " + prefix);
  }

  private String attempted() {
    return "不能撤销批次 " + delivery.id() + " (cannot take back delivery " + delivery.id() + ")";
  }

  private long count(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      return statement.executeLargeUpdate(sql.formatted(table, columns, prefixed("b.")));
    }
  }
}

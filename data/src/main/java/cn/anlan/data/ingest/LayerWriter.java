package cn.anlan.data.ingest;

import cn.anlan.data.catalog.Layer;
import cn.anlan.data.catalog.StandardColumn;
import cn.anlan.data.store.LayerTables;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/**
 * Brings staged rows into a layer's table within the caller's transaction: new keys are inserted,
 * known ones updated where something differs. Columns that the delivery does not bring are left as
 * they are.
 */
final class LayerWriter {

  /** How many rows of the table changed. */
  record Counts(long inserted, long updated, long unchanged) {}

  private final Connection connection;
  private final String table;
  private final List<String> columns;

  /**
   * @param columns those of the staging file, {@code code} first
   * @param geometry whether geom and source_geom follow
   */
  LayerWriter(Connection connection, Layer layer, List<String> columns, boolean geometry) {
    this.connection = connection;
    this.table = LayerTables.table(layer);
    this.columns = new ArrayList<>(columns);
    if (geometry) {
      this.columns.add(StandardColumn.GEOM.column());
      this.columns.add(StandardColumn.SOURCE_GEOM.column());
    }
  }

  /**
   * Inserts and updates. The version counter is locked first, so that no key can come in between by
   * another writer; and rows that are the same are not touched, so that no version is taken for
   * nothing ({@code ON CONFLICT} would fire the row triggers before it finds the conflict).
   */
  Counts upsert(Path staged, long deliveryId) throws SQLException, IOException {
    lockCounter(
        connection); // before the table is touched: bulk loads hold it when they lock tables
    long total = copy(staged);
    long updated = run(updateSql(), deliveryId);
    String sql =
        "INSERT INTO "
            + table
            + " ("
            + names("")
            + ", delivery_id) SELECT "
            + names("s.")
            + ", ? FROM staged s WHERE NOT EXISTS (SELECT FROM "
            + table
            + " t WHERE t.code = s.code)";
    long inserted = run(sql, deliveryId);
    return new Counts(inserted, updated, total - inserted - updated);
  }

  /** Updates rows that exist; a key that is not there is left out. */
  Counts update(Path staged, long deliveryId) throws SQLException, IOException {
    lockCounter(
        connection); // before the table is touched: bulk loads hold it when they lock tables
    long total = copy(staged);
    long updated = run(updateSql(), deliveryId);
    return new Counts(0, updated, total - updated);
  }

  private String updateSql() {
    return "UPDATE "
        + table
        + " t SET "
        + assignments("s.")
        + ", delivery_id = ? FROM staged s WHERE t.code = s.code AND "
        + differs("s.");
  }

  /** Waits until no other writer is at work; from then on none can begin. */
  static void lockCounter(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SELECT FROM anlan.data_version FOR UPDATE");
    }
  }

  private long copy(Path staged) throws SQLException, IOException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("DROP TABLE IF EXISTS pg_temp.staged");
      statement.execute(
          "CREATE TEMP TABLE staged ON COMMIT DROP AS SELECT "
              + names("")
              + " FROM "
              + table
              + " WITH NO DATA");
    }
    long rows;
    try (InputStream in = Files.newInputStream(staged)) {
      rows =
          connection
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyIn(
                  "COPY staged (" + names("") + ") FROM STDIN WITH (ENCODING 'UTF8')", in, 1 << 16);
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("ANALYZE staged");
    }
    return rows;
  }

  private long run(String sql, long deliveryId) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, deliveryId);
      return statement.executeLargeUpdate();
    }
  }

  private String names(String prefix) {
    return columns.stream().map(c -> prefix + '"' + c + '"').collect(Collectors.joining(", "));
  }

  private String assignments(String from) {
    return own()
        .map(c -> '"' + c + "\" = " + from + '"' + c + '"')
        .collect(Collectors.joining(", "));
  }

  private String differs(String from) {
    String mine = own().map(c -> "t.\"" + c + '"').collect(Collectors.joining(", "));
    String theirs = own().map(c -> from + '"' + c + '"').collect(Collectors.joining(", "));
    return "(" + mine + ") IS DISTINCT FROM (" + theirs + ")";
  }

  private java.util.stream.Stream<String> own() {
    return columns.stream().filter(c -> !c.equals(ColumnMapping.CODE));
  }
}

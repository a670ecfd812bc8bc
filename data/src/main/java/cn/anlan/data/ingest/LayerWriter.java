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
import java.sql.ResultSet;
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

  /** Inserts and updates. */
  Counts upsert(Path staged, long deliveryId) throws SQLException, IOException {
    long total = copy(staged);
    long known = count("SELECT count(*) FROM staged JOIN " + table + " t USING (code)");
    String sql =
        "INSERT INTO "
            + table
            + " AS t ("
            + names("")
            + ", delivery_id) SELECT "
            + names("s.")
            + ", ? FROM staged s ON CONFLICT (code) DO UPDATE SET "
            + assignments("excluded.")
            + ", delivery_id = excluded.delivery_id WHERE "
            + differs("excluded.");
    long touched = run(sql, deliveryId);
    long inserted = total - known;
    long updated = touched - inserted;
    return new Counts(inserted, updated, known - updated);
  }

  /** Updates rows that exist; a key that is not there is left out. */
  Counts update(Path staged, long deliveryId) throws SQLException, IOException {
    long total = copy(staged);
    String sql =
        "UPDATE "
            + table
            + " t SET "
            + assignments("s.")
            + ", delivery_id = ? FROM staged s WHERE t.code = s.code AND "
            + differs("s.");
    long updated = run(sql, deliveryId);
    return new Counts(0, updated, total - updated);
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

  private long count(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getLong(1);
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

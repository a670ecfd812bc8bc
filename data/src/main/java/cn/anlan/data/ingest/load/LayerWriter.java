package cn.anlan.data.ingest.load;

import cn.anlan.data.catalog.Layer;
import cn.anlan.data.catalog.StandardColumn;
import cn.anlan.data.ingest.mapping.ColumnMapping;
import cn.anlan.data.store.BareTable;
import cn.anlan.data.store.LayerTables;
import cn.anlan.data.store.Sql;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/**
 * Brings the rows of the temporary table {@code staged} into a layer's table within the caller's
 * transaction: new keys are inserted, known ones updated where something differs. Columns that the
 * delivery does not bring are left as they are.
 */
public final class LayerWriter {
  /** So many rows go faster into an empty table whose indexes and keys are put back afterwards. */
  private static final long BULK_ROWS = 20_000;

  private final Connection connection;
  private final Layer layer;
  private final String table;
  private final List<String> columns;

  /**
   * @param columns those of the staged rows, {@code code} first
   * @param geometry whether geom and source_geom follow
   */
  public LayerWriter(Connection connection, Layer layer, List<String> columns, boolean geometry) {
    this.connection = connection;
    this.layer = layer;
    this.table = LayerTables.table(layer);
    this.columns = new ArrayList<>(columns);
    if (geometry) {
      this.columns.add(StandardColumn.GEOM.column());
      this.columns.add(StandardColumn.SOURCE_GEOM.column());
    }
  }

  /** What the staged rows change; to be found before anything is written. */
  public StagedChanges changes() {
    return new StagedChanges(connection, layer, columns);
  }

  /**
   * Stages a few rows of the program's own and writes them. The version counter is locked first, so
   * that no key can come in between by another writer.
   */
  void upsert(Path rows, long deliveryId) throws SQLException, IOException {
    stage(rows);
    update(deliveryId);
    insert(deliveryId);
  }

  /** Stages a few rows of the program's own and finds what differs; see {@link #upsert}. */
  void stage(Path rows) throws SQLException, IOException {
    lockCounter(
        connection); // before the table is touched: bulk loads hold it when they lock tables
    copy(rows);
    changes().find();
  }

  /** Waits until no other writer is at work; from then on none can begin. */
  public static void lockCounter(Connection connection) throws SQLException {
    Sql.run(connection, "SELECT FROM anlan.data_version FOR UPDATE");
  }

  private void copy(Path rows) throws SQLException, IOException {
    Sql.run(connection, "DROP TABLE IF EXISTS pg_temp.staged");
    Sql.run(
        connection,
        "CREATE TEMP TABLE staged ON COMMIT DROP AS SELECT "
            + names("")
            + " FROM "
            + table
            + " WITH NO DATA");
    try (InputStream in = Files.newInputStream(rows)) {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("COPY staged (" + names("") + ") FROM STDIN WITH (ENCODING 'UTF8')", in, 1 << 16);
    }
    Sql.run(connection, "ANALYZE staged");
  }

  /**
   * Updates the rows that {@link StagedChanges#find} found to differ. The same rows are not
   * touched, so that no version is taken for nothing ({@code ON CONFLICT} would fire the row
   * triggers before it finds the conflict).
   *
   * @param deliveryId null for rows that no delivery brought
   */
  public long update(Long deliveryId) throws SQLException {
    String assignments =
        columns.stream()
            .filter(c -> !c.equals(ColumnMapping.CODE))
            .map(c -> '"' + c + "\" = s.\"" + c + '"')
            .collect(Collectors.joining(", "));
    return run(
        "UPDATE "
            + table
            + " t SET "
            + assignments
            + ", delivery_id = ? FROM staged s JOIN changed_rows c ON c.code = s.code"
            + " WHERE t.id = c.id",
        deliveryId);
  }

  /**
   * Inserts the rows whose keys the layer does not have.
   *
   * @param deliveryId null for rows that no delivery brought
   */
  public long insert(Long deliveryId) throws SQLException {
    return run(
        "INSERT INTO "
            + table
            + " ("
            + names("")
            + ", delivery_id) SELECT "
            + names("s.")
            + ", ? FROM staged s WHERE NOT EXISTS (SELECT FROM "
            + table
            + " t WHERE t.code = s.code)",
        deliveryId);
  }

  /**
   * Inserts all staged rows where the layer has none and they are many, with indexes and keys put
   * back afterwards; readers of the layer wait meanwhile.
   *
   * @param rows how many are staged
   * @return -1 where that does not hold, and nothing was done
   */
  public long fill(long rows, long deliveryId) throws SQLException {
    if (rows < BULK_ROWS || !BareTable.isEmpty(connection, layer)) {
      return -1;
    }
    try {
      BareTable bare = BareTable.strip(connection, layer);
      long inserted =
          run(
              "INSERT INTO "
                  + table
                  + " ("
                  + names("")
                  + ", delivery_id, data_version) SELECT "
                  + names("")
                  + ", ?, (SELECT anlan.tx_version()) FROM staged",
              deliveryId);
      bare.restore();
      return inserted;
    } catch (SQLException e) {
      if (String.valueOf(e.getSQLState()).startsWith("23")) {
        throw LoadFault.of(layer, e);
      }
      throw e;
    }
  }

  private long run(String sql, Long deliveryId) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, deliveryId, Types.BIGINT);
      return statement.executeLargeUpdate();
    }
  }

  private String names(String prefix) {
    return columns.stream().map(c -> prefix + '"' + c + '"').collect(Collectors.joining(", "));
  }
}

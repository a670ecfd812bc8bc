package cn.anlan.data.results;

import cn.anlan.data.catalog.Layer;
import cn.anlan.data.ingest.load.LayerWriter;
import cn.anlan.data.ingest.load.OwnRows;
import cn.anlan.data.ingest.load.OwnRows.Row;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.LayerTables;
import cn.anlan.data.store.Sql;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes what an analysis found into its layer. A layer of results has the field {@link #RUN_KEY},
 * which names the question that a row answers (for instance {@code county/all}); the rows of one
 * question are replaced as a whole: by their business keys they are inserted, updated where
 * something differs, or deleted. Rows of other questions stay as they are.
 *
 * <p>Whoever computes the same again writes nothing: no row is touched and no data version taken
 * where nothing differs. So a result must not carry what changes with every run (a time of day, the
 * data version that it was computed from).
 */
public final class ResultRows {
  /** The field that says which question a row answers. */
  public static final String RUN_KEY = "run_key";

  /**
   * What a writing did.
   *
   * @param dataVersion the version that the rows were written in; the present one where none was
   */
  public record Outcome(long inserted, long updated, long deleted, long dataVersion) {
    public boolean changedAnything() {
      return inserted + updated + deleted > 0;
    }
  }

  private ResultRows() {}

  /**
   * Replaces the rows of a question in a transaction of its own.
   *
   * @param author who answers for it; stands in the version log
   * @param reason why, for people; stands in the version log
   */
  public static Outcome replace(
      Database database,
      String layer,
      String runKey,
      List<Row> rows,
      String author,
      String reason) {
    Layer of = database.catalog().getLayer(layer);
    return database.inTransaction(
        author, reason, connection -> replace(connection, of, runKey, rows));
  }

  /**
   * Replaces the rows of a question within the caller's transaction.
   *
   * @param rows each with its own code, unique in the layer, and with the question's key in {@link
   *     #RUN_KEY}
   * @throws IllegalArgumentException where the layer is none of results, a row belongs to another
   *     question, or a code stands twice
   */
  public static Outcome replace(Connection connection, Layer layer, String runKey, List<Row> rows)
      throws SQLException, IOException {
    check(layer, runKey, rows);
    LayerWriter writer = OwnRows.stage(connection, layer, rows);
    long deleted = delete(connection, layer, runKey);
    long updated = writer.update(null);
    long inserted = writer.insert(null);
    return new Outcome(inserted, updated, deleted, version(connection));
  }

  private static void check(Layer layer, String runKey, List<Row> rows) {
    if (layer.findField(RUN_KEY).isEmpty()) {
      throw new IllegalArgumentException("layer " + layer.id() + " has no field " + RUN_KEY);
    }
    Set<String> codes = new HashSet<>();
    for (Row row : rows) {
      if (!runKey.equals(row.values().get(RUN_KEY))) {
        throw new IllegalArgumentException(
            "layer %s, code %s: the row is of run %s, not %s"
                .formatted(layer.id(), row.code(), row.values().get(RUN_KEY), runKey));
      }
      if (!codes.add(row.code())) {
        throw new IllegalArgumentException(
            "layer " + layer.id() + ", code " + row.code() + " stands twice");
      }
    }
  }

  private static long delete(Connection connection, Layer layer, String runKey)
      throws SQLException {
    String sql =
        "DELETE FROM "
            + LayerTables.table(layer)
            + " t WHERE t."
            + RUN_KEY
            + " = ? AND NOT EXISTS (SELECT FROM staged s WHERE s.code = t.code)";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, runKey);
      return statement.executeLargeUpdate();
    }
  }

  private static long version(Connection connection) throws SQLException {
    String sql =
        "SELECT coalesce(anlan.version_of_this_transaction(),"
            + " (SELECT version FROM anlan.data_version))";
    return Sql.list(connection, sql, row -> row.getLong(1)).get(0);
  }
}

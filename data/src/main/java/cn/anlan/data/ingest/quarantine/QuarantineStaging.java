package cn.anlan.data.ingest.quarantine;

import cn.anlan.data.delivery.QuarantinedRow;
import cn.anlan.data.ingest.load.CopyText;
import cn.anlan.data.ingest.report.DiskFault;
import cn.anlan.data.store.Sql;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;
import org.postgresql.PGConnection;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rejected rows on their way into the quarantine: on disk while the file is checked, then in a
 * temporary table {@code rejected_rows} of the writing transaction.
 */
public final class QuarantineStaging implements Closeable {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** The row came once more as it was. */
  private static final String SAME =
      "md5(q.original::text) = md5(s.original)"
          + " AND ST_AsBinary(q.source_geom) IS NOT DISTINCT FROM ST_AsBinary(s.source_geom)";

  /**
   * What became of the quarantine by one delivery.
   *
   * @param taken rows that came in
   * @param awaiting rows of the layer that wait after it
   */
  public record Outcome(long corrected, long superseded, long taken, long awaiting) {
    /** Of a delivery that leaves the quarantine alone. */
    public static final Outcome NONE = new Outcome(0, 0, 0, 0);
  }

  private final int srid;
  private final WKBWriter wkb = new WKBWriter(2, true);
  private Path file;
  private BufferedWriter writer;

  QuarantineStaging(int srid) {
    this.srid = srid;
  }

  /**
   * @param deliveredCode also where the key is at fault: a replacement keeps the row that has it
   */
  void add(QuarantinedRow row, String deliveredCode, Long corrects) {
    try {
      if (writer == null) {
        file = Files.createTempFile("anlan-rejected-", ".copy");
        writer =
            new BufferedWriter(
                new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8));
      }
      writer.write(
          String.join(
              "\t",
              Long.toString(row.row()),
              CopyText.cell(row.code()),
              CopyText.cell(deliveredCode),
              corrects == null ? CopyText.NULL : corrects.toString(),
              CopyText.cell(JSON.writeValueAsString(row.original())),
              hex(row.sourceGeom()),
              CopyText.cell(JSON.writeValueAsString(row.issues()))));
      writer.write('\n');
    } catch (IOException e) {
      throw DiskFault.of("staging a rejected row", e);
    }
  }

  private String hex(Geometry geometry) {
    if (geometry == null || geometry.isEmpty()) {
      return CopyText.NULL;
    }
    Geometry copy = geometry.copy();
    copy.setSRID(srid);
    return WKBWriter.toHex(wkb.write(copy));
  }

  /** Brings the rows into the transaction; without any the table is empty. */
  public void copy(Connection connection) throws SQLException, IOException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("DROP TABLE IF EXISTS pg_temp.rejected_rows");
      statement.execute(
          "CREATE TEMP TABLE rejected_rows (row_number bigint, code text, delivered_code text,"
              + " corrects bigint, original text, source_geom geometry, issues jsonb)"
              + " ON COMMIT DROP");
    }
    if (writer == null) {
      return;
    }
    writer.close();
    try (InputStream in = Files.newInputStream(file)) {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("COPY rejected_rows FROM STDIN WITH (ENCODING 'UTF8')", in, 1 << 16);
    }
  }

  /**
   * Lets rows leave that this delivery corrects, by their number or their key, or brings anew; and
   * takes in the rejected ones.
   *
   * @param corrects numbers of rows that accepted rows correct
   * @param keep whether rejected rows are kept
   */
  public Outcome settle(
      Connection connection, String layer, long deliveryId, long[] corrects, boolean keep)
      throws SQLException {
    long corrected =
        leave(connection, "corrected", deliveryId, layer, "", "q.id = ANY (?)", (Object) corrects)
            + leave(connection, "corrected", deliveryId, layer, "staged", "s.code = q.code");
    if (!keep || writer == null) {
      return new Outcome(corrected, 0, 0, awaiting(connection, layer));
    }
    long superseded =
        leave(connection, "superseded", deliveryId, layer, "rejected_rows", "s.corrects = q.id")
            + leave(connection, "superseded", deliveryId, layer, "rejected_rows", "s.code = q.code")
            + leave(connection, "superseded", deliveryId, layer, "rejected_rows", SAME);
    long taken =
        run(
            connection,
            """
            INSERT INTO anlan.quarantine_row
              (delivery_id, layer, row_number, code, original, source_geom, issues)
            SELECT ?, ?, row_number, code, original::json, source_geom, issues
            FROM rejected_rows ORDER BY row_number
            """,
            deliveryId,
            layer);
    return new Outcome(corrected, superseded, taken, awaiting(connection, layer));
  }

  /** Lets the rows leave that wait and for which the condition holds. */
  private static long leave(
      Connection connection,
      String how,
      long deliveryId,
      String layer,
      String from,
      String condition,
      Object... values)
      throws SQLException {
    List<Object> all = new ArrayList<>(List.of(how, deliveryId, layer));
    all.addAll(List.of(values));
    return run(
        connection,
        "UPDATE anlan.quarantine_row q"
            + " SET left_how = ?, left_at = clock_timestamp(), left_by = ?"
            + (from.isEmpty() ? "" : " FROM " + from + " s")
            + " WHERE q.left_how IS NULL AND q.layer = ? AND "
            + condition,
        all.toArray());
  }

  private static long awaiting(Connection connection, String layer) throws SQLException {
    return Sql.list(
            connection,
            "SELECT count(*) FROM anlan.quarantine_row WHERE layer = ? AND left_how IS NULL",
            row -> row.getLong(1),
            layer)
        .get(0);
  }

  private static long run(Connection connection, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return statement.executeLargeUpdate();
    }
  }

  @Override
  public void close() {
    try {
      if (writer != null) {
        writer.close();
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw DiskFault.of("removing the staged rejected rows", e);
    }
  }
}

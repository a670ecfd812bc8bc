package cn.anlan.data.ingest.load;

import cn.anlan.data.catalog.Layer;
import cn.anlan.data.ingest.load.OwnRows.Row;
import cn.anlan.data.ingest.load.OwnRows.Source;
import cn.anlan.data.store.BareTable;
import cn.anlan.data.store.LayerTables;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Fills a layer's empty table from a stream of rows: one COPY straight into the table, indexes and
 * foreign keys afterwards. Rows are encoded while the server, a process of its own, takes in those
 * before; between them stand a quarter of a megabyte here and what the socket holds, so that the
 * quicker of the two waits for the other. Memory does not depend on how many rows there are.
 */
final class BulkLoad {
  private static final int CHUNK = 1 << 18;

  private final Connection connection;
  private final Layer layer;
  private final CopyBuffer buffer = new CopyBuffer(CHUNK + (CHUNK >> 2));
  private final long deliveryId;
  private BareTable table;
  private RowEncoder encoder;
  private CopyIn copy;
  private long rows;

  BulkLoad(Connection connection, Layer layer, long deliveryId) {
    this.connection = connection;
    this.layer = layer;
    this.deliveryId = deliveryId;
  }

  /** What was loaded; {@code sha256} is the digest of the rows. */
  record Loaded(long rows, String sha256) {}

  /** Loads all rows of the source; where it has none, no version is taken. */
  Loaded run(Source source) throws SQLException {
    try {
      source.writeTo(this::add);
      if (encoder == null) {
        encoder = new RowEncoder(layer, deliveryId, 0);
        return new Loaded(0, encoder.sha256());
      }
      buffer.trailer();
      send();
      copy.endCopy();
      table.restore();
      return new Loaded(rows, encoder.sha256());
    } catch (CopyEnded e) {
      throw LoadFault.of(layer, e.cause);
    } catch (SQLException e) {
      throw LoadFault.of(layer, e);
    } finally {
      if (copy != null && copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private void add(Row row) {
    try {
      if (copy == null) {
        begin();
      }
      encoder.encode(row, buffer);
      rows++;
      if (buffer.end() >= CHUNK) {
        send();
      }
    } catch (SQLException e) {
      throw new CopyEnded(e);
    }
  }

  private void begin() throws SQLException {
    table = BareTable.strip(connection, layer);
    encoder = new RowEncoder(layer, deliveryId, version());
    String freeze = table.isFresh() ? ", FREEZE" : "";
    copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn(
                "COPY "
                    + LayerTables.table(layer)
                    + " ("
                    + encoder.columns()
                    + ") FROM STDIN WITH (FORMAT binary"
                    + freeze
                    + ")");
    buffer.signature();
  }

  private long version() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT anlan.tx_version()")) {
      row.next();
      return row.getLong(1);
    }
  }

  private void send() throws SQLException {
    copy.writeToCopy(buffer.bytes(), 0, buffer.end());
    buffer.clear();
  }

  /** Carries the server's refusal through the source, which knows nothing of SQL. */
  private static final class CopyEnded extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final SQLException cause;

    CopyEnded(SQLException cause) {
      super(cause);
      this.cause = cause;
    }
  }
}

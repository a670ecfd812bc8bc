package cn.anlan.data.ingest.load;

import cn.anlan.data.catalog.Field;
import cn.anlan.data.catalog.FieldType;
import cn.anlan.data.catalog.GeometryKind;
import cn.anlan.data.catalog.Layer;
import cn.anlan.data.catalog.StandardColumn;
import cn.anlan.data.ingest.check.CheckedRow;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.LayerTables;
import cn.anlan.data.store.Sql;
import cn.anlan.data.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.WKBWriter;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * The checked rows of a delivery in a temporary table {@code staged} of a connection of their own,
 * which the server fills while rows are still being read and checked. No layer and no version is
 * touched or locked meanwhile; the rows vanish with the connection.
 */
public final class StagedRows implements AutoCloseable {
  private static final int CHUNK = 1 << 18;

  private record Column(String name, FieldType type) {}

  private final Database database;
  private final Layer layer;
  private final List<Column> columns = new ArrayList<>();
  private final boolean geometry;
  private final int sourceSrid;
  private final WKBWriter flat = new WKBWriter(2, true);
  private final WKBWriter high = new WKBWriter(3, true);
  private final CopyBuffer buffer = new CopyBuffer(CHUNK + (CHUNK >> 2));
  private Connection connection;
  private CopyIn copy;

  /**
   * @param names of the columns that every row fills, {@code code} first; geom and source_geom
   *     follow where there is geometry
   * @param sourceSrid of the delivered coordinates; 0 for systems that no register knows
   */
  public StagedRows(
      Database database, Layer layer, List<String> names, boolean geometry, int sourceSrid) {
    this.database = database;
    this.layer = layer;
    this.geometry = geometry;
    this.sourceSrid = sourceSrid;
    for (String name : names) {
      columns.add(new Column(name, type(name)));
    }
  }

  private FieldType type(String name) {
    if (name.equals(StandardColumn.SIGMA_M.column())) {
      return FieldType.NUMBER;
    }
    if (name.equals(StandardColumn.IS_DEMO.column())) {
      return FieldType.BOOLEAN;
    }
    return layer.findField(name).map(Field::type).orElse(FieldType.TEXT);
  }

  /** Sends the row to the server, in pieces of many rows. */
  public void add(CheckedRow row) {
    try {
      if (copy == null) {
        begin();
      }
      buffer.startRow(columns.size() + (geometry ? 2 : 0));
      for (Column column : columns) {
        Object value = row.values().get(column.name());
        if (value == null) {
          buffer.missing();
        } else {
          RowEncoder.write(value, column.type(), buffer);
        }
      }
      if (geometry) {
        shape(row.geom(), OwnRows.SRID, layer.geometry() == GeometryKind.LINE_Z);
        shape(row.sourceGeom(), sourceSrid, hasHeights(row.sourceGeom()));
      }
      if (buffer.end() >= CHUNK) {
        send();
      }
    } catch (SQLException e) {
      throw StoreException.of("staging the checked rows", e);
    }
  }

  private void begin() throws SQLException {
    connection = database.owner().getConnection();
    Sql.run(connection, "DROP TABLE IF EXISTS pg_temp.staged");
    String names =
        columns.stream().map(c -> '"' + c.name() + '"').collect(Collectors.joining(", "))
            + (geometry ? ", geom, source_geom" : "");
    Sql.run(
        connection,
        "CREATE TEMP TABLE staged AS SELECT %s FROM %s WITH NO DATA"
            .formatted(names, LayerTables.table(layer)));
    copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("COPY staged (" + names + ") FROM STDIN WITH (FORMAT binary)");
    buffer.signature();
  }

  /** Whether its first vertex has a height. */
  static boolean hasHeights(Geometry shape) {
    return shape != null && !shape.isEmpty() && !Double.isNaN(shape.getCoordinate().getZ());
  }

  private void shape(Geometry shape, int srid, boolean heights) {
    if (shape == null) {
      buffer.missing();
      return;
    }
    if (shape instanceof Point point && !point.isEmpty() && !heights) {
      buffer.point(point.getX(), point.getY(), srid);
      return;
    }
    Geometry copied = shape.copy();
    copied.setSRID(srid);
    buffer.sized((heights ? high : flat).write(copied));
  }

  private void send() throws SQLException {
    copy.writeToCopy(buffer.bytes(), 0, buffer.end());
    buffer.clear();
  }

  /** Waits until the server has all rows; where there are none, its table is empty. */
  public void finish() {
    try {
      if (copy == null) {
        begin();
      }
      buffer.trailer();
      send();
      copy.endCopy();
      Sql.run(connection, "ANALYZE staged");
    } catch (SQLException e) {
      throw StoreException.of("staging the checked rows", e);
    }
  }

  /** The connection that has the rows, once they are finished. */
  public Connection connection() {
    return connection;
  }

  @Override
  public void close() {
    if (connection == null) {
      return;
    }
    try (Connection back = connection) {
      if (copy != null && copy.isActive()) {
        copy.cancelCopy();
      }
      back.setAutoCommit(true);
      Sql.run(back, "DROP TABLE IF EXISTS pg_temp.staged");
    } catch (SQLException broken) {
      // The rows went with the connection; why it broke has been said where it was used.
    }
  }
}

package cn.anlan.data.snapshots;

import cn.anlan.data.catalog.Field;
import cn.anlan.data.catalog.Layer;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.StoreException;
import cn.anlan.geo.snapshot.ColumnKind;
import cn.anlan.geo.snapshot.ColumnSpec;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.SnapshotBuilder;
import cn.anlan.geo.snapshot.SnapshotStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills snapshots from PostGIS. All layers are read in one repeatable-read transaction, so that
 * they belong to one and the same data version.
 */
public final class SnapshotLoader {
  private static final Logger LOG = LoggerFactory.getLogger(SnapshotLoader.class);
  private static final int FETCH_ROWS = 5_000;

  private final Database database;

  public SnapshotLoader(Database database) {
    this.database = database;
  }

  /** Reads every layer of the catalogue and puts them into the store at once. */
  public void loadInto(SnapshotStore store) {
    try (Connection connection = database.reader().getConnection()) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      try {
        long version = version(connection);
        List<LayerSnapshot> snapshots = new ArrayList<>();
        for (Layer layer : database.catalog().layers()) {
          snapshots.add(load(connection, layer, version));
        }
        store.put(version, snapshots);
      } finally {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw new StoreException("读取图层 (reading the layers)", e);
    }
  }

  private static long version(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT version FROM anlan.current_version")) {
      row.next();
      return row.getLong(1);
    }
  }

  private LayerSnapshot load(Connection connection, Layer layer, long version) throws SQLException {
    List<SnapshotColumn> columns = SnapshotColumn.of(layer);
    SnapshotBuilder builder =
        new SnapshotBuilder(
                layer.id(), version, columns.stream().map(SnapshotColumn::spec).toList())
            .disclosure(layer.disclosure());
    if (layer.regionField() != null) {
      builder.regionColumn(layer.regionField());
    }
    try (PreparedStatement statement = connection.prepareStatement(select(layer, columns))) {
      statement.setFetchSize(FETCH_ROWS);
      try (ResultSet rows = statement.executeQuery()) {
        Object[] values = new Object[columns.size()];
        while (rows.next()) {
          for (int i = 0; i < values.length; i++) {
            values[i] = columns.get(i).read(rows, i + 3);
          }
          builder.add(rows.getLong(1), rows.getBytes(2), values);
        }
      }
    }
    LayerSnapshot snapshot = builder.build();
    if (snapshot.geometryFaults() > 0) {
      LOG.warn(
          "layer {}: {} shapes cannot be read and are not on the map; ids {}",
          layer.id(),
          snapshot.geometryFaults(),
          snapshot.faultyGeometryIds());
    }
    return snapshot;
  }

  /** Every identifier comes from the catalogue, which admits only lower-case words. */
  private static String select(Layer layer, List<SnapshotColumn> columns) {
    String geometry = layer.hasGeometry() ? "ST_AsBinary(geom)" : "NULL::bytea";
    return columns.stream()
        .map(SnapshotColumn::name)
        .collect(
            Collectors.joining(
                ", ",
                "SELECT id, " + geometry + ", ",
                " FROM layer." + layer.id() + " ORDER BY id"));
  }

  /** A column of a layer's table and how it is read. */
  private record SnapshotColumn(String name, ColumnKind kind) {
    static List<SnapshotColumn> of(Layer layer) {
      List<SnapshotColumn> columns = new ArrayList<>();
      columns.add(new SnapshotColumn("code", ColumnKind.TEXT));
      for (Field field : layer.fields()) {
        columns.add(new SnapshotColumn(field.name(), kind(field)));
      }
      columns.add(new SnapshotColumn("sigma_m", ColumnKind.NUMBER));
      columns.add(new SnapshotColumn("source", ColumnKind.TEXT));
      columns.add(new SnapshotColumn("source_crs", ColumnKind.TEXT));
      columns.add(new SnapshotColumn("is_demo", ColumnKind.BOOLEAN));
      return columns;
    }

    private static ColumnKind kind(Field field) {
      return ColumnKind.valueOf(field.type().name());
    }

    ColumnSpec spec() {
      return new ColumnSpec(name, kind);
    }

    Object read(ResultSet rows, int index) throws SQLException {
      Object value =
          switch (kind) {
            case TEXT, CODE -> rows.getString(index);
            case INTEGER -> rows.getLong(index);
            case NUMBER -> rows.getDouble(index);
            case BOOLEAN -> rows.getBoolean(index);
            case DATE -> rows.getObject(index, java.time.LocalDate.class);
            case TEXT_LIST -> {
              java.sql.Array array = rows.getArray(index);
              yield array == null ? null : List.of((String[]) array.getArray());
            }
          };
      return rows.wasNull() ? null : value;
    }
  }
}

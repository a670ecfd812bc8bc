package cn.anlan.data.export;

import cn.anlan.data.catalog.Layer;
import cn.anlan.data.catalog.StandardColumn;
import cn.anlan.data.export.ExportColumns.Column;
import cn.anlan.data.store.LayerTables;
import cn.anlan.geo.datum.CoordinateSystem;
import cn.anlan.geo.datum.DatumShift;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/** Reads a layer's rows through a cursor and brings their geometry to the wanted system. */
final class RowReader {
  private static final int FETCH_ROWS = 2_000;

  private final Layer layer;
  private final List<Column> columns;
  private final Optional<long[]> ids;
  private final CoordinateSystem crs;

  RowReader(Layer layer, List<Column> columns, Optional<long[]> ids, CoordinateSystem crs) {
    this.layer = layer;
    this.columns = columns;
    this.ids = ids;
    this.crs = crs;
  }

  /** Whether any of the rows is invented. */
  boolean anyDemo(Connection connection) throws SQLException {
    String sql =
        "SELECT EXISTS (SELECT FROM " + LayerTables.table(layer) + " WHERE is_demo" + and() + ")";
    try (PreparedStatement statement = prepared(connection, sql);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getBoolean(1);
    }
  }

  /** Hands over all rows in the order of their ids and answers how many there were. */
  long forEach(Connection connection, RowWriter writer) throws SQLException, IOException {
    String names =
        columns.stream().map(c -> '"' + c.name() + '"').collect(Collectors.joining(", "));
    String geometry =
        layer.hasGeometry() ? ", ST_AsBinary(" + StandardColumn.GEOM.column() + ")" : "";
    String sql =
        "SELECT "
            + names
            + geometry
            + " FROM "
            + LayerTables.table(layer)
            + " WHERE true"
            + and()
            + " ORDER BY id";
    WKBReader wkb = new WKBReader();
    long rows = 0;
    try (PreparedStatement statement = prepared(connection, sql)) {
      statement.setFetchSize(FETCH_ROWS);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          List<Object> values = new ArrayList<>(columns.size());
          for (int i = 0; i < columns.size(); i++) {
            values.add(value(row, i + 1, columns.get(i)));
          }
          byte[] bytes = layer.hasGeometry() ? row.getBytes(columns.size() + 1) : null;
          writer.write(values, bytes == null ? null : moved(wkb, bytes));
          rows++;
        }
      }
    }
    return rows;
  }

  private String and() {
    return ids.isPresent() ? " AND id = ANY(?)" : "";
  }

  private PreparedStatement prepared(Connection connection, String sql) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    if (ids.isPresent()) {
      Long[] boxed = java.util.Arrays.stream(ids.get()).boxed().toArray(Long[]::new);
      statement.setArray(1, connection.createArrayOf("bigint", boxed));
    }
    return statement;
  }

  private static Object value(ResultSet row, int index, Column column) throws SQLException {
    Object value =
        switch (column.type()) {
          case TEXT, CODE -> row.getString(index);
          case TEXT_LIST -> {
            java.sql.Array array = row.getArray(index);
            yield array == null ? null : List.of((String[]) array.getArray());
          }
          case INTEGER -> row.getLong(index);
          case NUMBER -> row.getDouble(index);
          case BOOLEAN -> row.getBoolean(index);
          case DATE -> row.getObject(index, java.time.LocalDate.class);
        };
    return row.wasNull() ? null : value;
  }

  private Geometry moved(WKBReader reader, byte[] wkb) {
    try {
      return DatumShift.fromCgcs2000(reader.read(wkb), crs);
    } catch (ParseException e) {
      throw new IllegalStateException("a stored geometry is not readable", e);
    }
  }
}

package cn.anlan.data.ingest;

import cn.anlan.data.catalog.Field;
import cn.anlan.data.catalog.Layer;
import cn.anlan.data.catalog.StandardColumn;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * Rows that the program itself brings (base map, demonstration province), written like a delivery
 * but without a file: the same staging, upsert and record. The database's own constraints check
 * them.
 */
public final class OwnRows {
  private static final String CRS = "EPSG:4490";

  /**
   * @param values by column; absent is null
   * @param geometry CGCS2000, or null
   */
  public record Row(String code, Map<String, Object> values, Geometry geometry) {}

  private OwnRows() {}

  /**
   * Writes rows into a layer within the caller's transaction.
   *
   * @param what name of the set, kept where a delivery keeps its file name
   */
  public static void load(Connection connection, Layer layer, String what, List<Row> rows)
      throws SQLException, IOException {
    List<String> columns = new ArrayList<>(List.of(ColumnMapping.CODE));
    layer.fields().stream().map(Field::name).forEach(columns::add);
    columns.add(StandardColumn.SIGMA_M.column());
    columns.add(StandardColumn.SOURCE.column());
    columns.add(StandardColumn.SOURCE_CRS.column());
    columns.add(StandardColumn.IS_DEMO.column());
    try (StagingFile staging = new StagingFile(columns, layer.hasGeometry(), 4490)) {
      for (Row row : rows) {
        staging.add(checked(layer, row));
      }
      staging.finish();
      long delivery = insertDelivery(connection, layer, what, staging.file(), rows.size());
      new LayerWriter(connection, layer, columns, layer.hasGeometry())
          .upsert(staging.file(), delivery);
      Delivery.settle(connection, delivery);
    }
  }

  private static CheckedRow checked(Layer layer, Row row) {
    Map<String, Object> values = new HashMap<>(row.values());
    values.put(ColumnMapping.CODE, row.code());
    values.putIfAbsent(StandardColumn.IS_DEMO.column(), false);
    values.putIfAbsent(StandardColumn.SOURCE_CRS.column(), row.geometry() == null ? null : CRS);
    if (row.geometry() == null) {
      return new CheckedRow(values, null, null);
    }
    Geometry stored = stored(layer, row.geometry());
    return new CheckedRow(values, stored, stored);
  }

  private static Geometry stored(Layer layer, Geometry geometry) {
    GeometryFactory factory = geometry.getFactory();
    Geometry stored =
        switch (layer.geometry()) {
          case POLYGON ->
              geometry instanceof MultiPolygon
                  ? geometry
                  : factory.createMultiPolygon(new Polygon[] {(Polygon) geometry});
          case LINE, LINE_Z ->
              geometry instanceof LineString line
                  ? factory.createMultiLineString(new LineString[] {line})
                  : geometry;
          default -> geometry;
        };
    Geometry copy = stored.copy();
    copy.setSRID(4490);
    return copy;
  }

  private static long insertDelivery(
      Connection connection, Layer layer, String what, Path staged, long rows) throws SQLException {
    String sql =
        """
        INSERT INTO anlan.delivery (layer, file_name, sha256, crs, mode, accepted, rejected, data_version)
        VALUES (?, ?, ?, ?, 'strict', ?, 0, 0) RETURNING id
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, layer.id());
      statement.setString(2, what);
      statement.setString(3, Delivery.sha256(staged));
      statement.setString(4, CRS);
      statement.setLong(5, rows);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}

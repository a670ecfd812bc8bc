package cn.anlan.data.ingest.load;

import cn.anlan.data.catalog.Field;
import cn.anlan.data.catalog.Layer;
import cn.anlan.data.catalog.StandardColumn;
import cn.anlan.data.ingest.check.CheckedRow;
import cn.anlan.data.ingest.mapping.ColumnMapping;
import cn.anlan.data.store.BareTable;
import cn.anlan.data.store.StoreException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * Rows that the program itself brings (base map, demonstration province), recorded like a delivery
 * but without a file. The database's own constraints check them. They have no original coordinates
 * beside their own: {@code source_geom} stays empty.
 */
public final class OwnRows {
  static final int SRID = 4490;

  private static final String CRS = "EPSG:" + SRID;

  /** The digest of a delivery whose rows are not known yet. */
  private static final String NOTHING = "0".repeat(64);

  /**
   * @param values by column; absent is null
   * @param geometry CGCS2000, or null
   */
  public record Row(String code, Map<String, Object> values, Geometry geometry) {}

  /** Where rows come from, one after the other; asked once. */
  @FunctionalInterface
  public interface Source {
    void writeTo(Consumer<Row> out);
  }

  private OwnRows() {}

  /**
   * Writes any number of rows into a layer within the caller's transaction, holding none of them.
   * Into an empty layer they are streamed at the full speed of COPY, with indexes and foreign keys
   * put back afterwards: what they refer to must have been loaded by then. Otherwise they are
   * staged, and what differs is inserted or updated.
   *
   * @param what name of the set, kept where a delivery keeps its file name
   * @return how many rows the source had
   * @throws StoreException where rows break a constraint; it names layer, field and code
   */
  public static long load(Connection connection, Layer layer, String what, Source rows)
      throws SQLException, IOException {
    LayerWriter.lockCounter(connection);
    if (!BareTable.isEmpty(connection, layer)) {
      return merge(connection, layer, what, rows);
    }
    long delivery = insertDelivery(connection, layer, what, NOTHING, 0);
    BulkLoad.Loaded loaded = new BulkLoad(connection, layer, delivery).run(rows);
    String sql = "UPDATE anlan.delivery SET accepted = ?, sha256 = ? WHERE id = ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, loaded.rows());
      statement.setString(2, loaded.sha256());
      statement.setLong(3, delivery);
      statement.executeUpdate();
    }
    Delivery.settle(connection, delivery);
    return loaded.rows();
  }

  /**
   * Writes a few rows into a layer within the caller's transaction; references may lead to rows
   * that come later in it.
   *
   * @param what name of the set, kept where a delivery keeps its file name
   */
  public static void load(Connection connection, Layer layer, String what, List<Row> rows)
      throws SQLException, IOException {
    merge(connection, layer, what, rows::forEach);
  }

  private static long merge(Connection connection, Layer layer, String what, Source rows)
      throws SQLException, IOException {
    long[] count = {0};
    try (StagingFile staging = staged(layer, rows, count)) {
      String sha256 = Delivery.sha256(staging.file());
      long delivery = insertDelivery(connection, layer, what, sha256, count[0]);
      new LayerWriter(connection, layer, columns(layer), layer.hasGeometry())
          .upsert(staging.file(), delivery);
      Delivery.settle(connection, delivery);
      return count[0];
    }
  }

  /**
   * Puts rows that are no delivery into the temporary table {@code staged} and finds out which of
   * them differ from the layer's; the version counter is locked from then on. Nothing is written.
   *
   * @return what writes them
   */
  public static LayerWriter stage(Connection connection, Layer layer, List<Row> rows)
      throws SQLException, IOException {
    LayerWriter writer = new LayerWriter(connection, layer, columns(layer), layer.hasGeometry());
    try (StagingFile staging = staged(layer, rows::forEach, new long[1])) {
      writer.stage(staging.file());
    }
    return writer;
  }

  private static StagingFile staged(Layer layer, Source rows, long[] count) {
    List<String> columns = columns(layer);
    StagingFile staging = new StagingFile(columns, layer.hasGeometry(), SRID);
    try {
      rows.writeTo(
          row -> {
            staging.add(checked(layer, columns, row));
            count[0]++;
          });
      staging.finish();
      return staging;
    } catch (RuntimeException | Error e) {
      staging.close();
      throw e;
    }
  }

  private static List<String> columns(Layer layer) {
    List<String> columns = new ArrayList<>(List.of(ColumnMapping.CODE));
    layer.fields().stream().map(Field::name).forEach(columns::add);
    columns.add(StandardColumn.SIGMA_M.column());
    columns.add(StandardColumn.SOURCE.column());
    columns.add(StandardColumn.SOURCE_CRS.column());
    columns.add(StandardColumn.IS_DEMO.column());
    return columns;
  }

  private static CheckedRow checked(Layer layer, List<String> columns, Row row) {
    Map<String, Object> values = new HashMap<>();
    for (String column : columns) {
      values.put(column, value(row, column));
    }
    Geometry stored = row.geometry() == null ? null : stored(layer, row.geometry());
    return new CheckedRow(values, stored, null);
  }

  /** What a row says for a column, also where it leaves it to us. */
  static Object value(Row row, String column) {
    Object value = row.values().get(column);
    if (value != null) {
      return value;
    }
    return switch (column) {
      case "code" -> row.code();
      case "is_demo" -> false;
      case "source_crs" -> row.geometry() == null ? null : CRS;
      default -> null;
    };
  }

  /** The geometry as the layer's column holds it: lines and polygons as multi-parts. */
  static Geometry stored(Layer layer, Geometry geometry) {
    GeometryFactory factory = geometry.getFactory();
    Geometry stored =
        switch (String.valueOf(layer.geometry().sqlType())) {
          case "MultiPolygon" ->
              geometry instanceof Polygon polygon
                  ? factory.createMultiPolygon(new Polygon[] {polygon})
                  : geometry;
          case "MultiLineString", "MultiLineStringZ" ->
              geometry instanceof LineString line
                  ? factory.createMultiLineString(new LineString[] {line})
                  : geometry;
          default -> geometry;
        };
    Geometry copy = stored.copy();
    copy.setSRID(SRID);
    return copy;
  }

  private static long insertDelivery(
      Connection connection, Layer layer, String what, String sha256, long rows)
      throws SQLException {
    String sql =
        """
        INSERT INTO anlan.delivery (layer, file_name, sha256, crs, mode, accepted, rejected, data_version)
        VALUES (?, ?, ?, ?, 'strict', ?, 0, 0) RETURNING id
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, layer.id());
      statement.setString(2, what);
      statement.setString(3, sha256);
      statement.setString(4, CRS);
      statement.setLong(5, rows);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}

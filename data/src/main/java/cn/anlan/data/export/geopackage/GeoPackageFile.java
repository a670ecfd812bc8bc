package cn.anlan.data.export.geopackage;

import cn.anlan.data.catalog.FieldType;
import cn.anlan.data.export.metadata.Metadata;
import cn.anlan.data.export.metadata.MetadataJson;
import cn.anlan.data.export.plan.ExportColumns.Column;
import cn.anlan.data.export.plan.ExportPlan;
import cn.anlan.data.store.Sql;
import cn.anlan.geo.datum.CoordinateSystem;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;

/**
 * The tables of a GeoPackage 1.2.1 beside the rows themselves: systems, contents, titles of the
 * columns, metadata and the triggers of the spatial index. The file is written without a journal:
 * it is thrown away where it is not completed.
 */
final class GeoPackageFile implements AutoCloseable {
  static final String GEOMETRY = "geom";
  static final String KEY = "fid";

  private static final int UNDEFINED_GEOGRAPHIC = 0;
  private static final String METADATA_URI = "https://www.w3.org/TR/tabular-metadata/";

  private final Connection connection;
  private final ExportPlan plan;
  private final String table;
  private final boolean spatial;

  GeoPackageFile(Path file, ExportPlan plan) throws SQLException {
    this.plan = plan;
    this.table = plan.layer().id();
    this.spatial = plan.layer().hasGeometry();
    this.connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    for (String pragma :
        List.of(
            "page_size = 4096",
            "journal_mode = OFF",
            "synchronous = OFF",
            "locking_mode = EXCLUSIVE",
            "cache_size = -65536",
            "application_id = " + 0x47504B47, // "GPKG"
            "user_version = 10201")) {
      Sql.run(connection, "PRAGMA " + pragma);
    }
    connection.setAutoCommit(false);
    for (String statement : ExportResource.statements("geopackage.sql")) {
      Sql.run(connection, statement);
    }
    Sql.run(connection, rowsTable());
    if (spatial) {
      Sql.run(
          connection,
          "CREATE VIRTUAL TABLE "
              + quoted(indexTable())
              + " USING rtree(id, minx, maxx, miny, maxy)");
    }
  }

  /** The identifier of the system inside the file. */
  int srsId() {
    return plan.crs().epsg().orElse(UNDEFINED_GEOGRAPHIC);
  }

  PreparedStatement insertRow() throws SQLException {
    int values = 1 + (spatial ? 1 : 0) + plan.columns().size();
    return prepare("INSERT INTO " + quoted(table) + " VALUES (?" + ", ?".repeat(values - 1) + ")");
  }

  /** The spatial index, empty. */
  GeoPackageIndex index() throws SQLException {
    return new GeoPackageIndex(connection, indexTable());
  }

  /** Writes what is known only when all rows are in, and commits. */
  void complete(Metadata metadata, Envelope extent) throws SQLException {
    systems();
    if (spatial) {
      contents(metadata, "features", extent);
      insert(
          "INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, ?, 0)",
          table,
          GEOMETRY,
          geometryType(),
          srsId(),
          plan.hasHeights() ? plan.layer().heightsOptional() ? 2 : 1 : 0);
      insert(
          "INSERT INTO gpkg_extensions VALUES (?, ?, 'gpkg_rtree_index',"
              + " 'http://www.geopackage.org/spec121/#extension_rtree', 'write-only')",
          table,
          GEOMETRY);
      for (String trigger : ExportResource.statements("geopackage_rtree.sql")) {
        Sql.run(
            connection, trigger.replace("{t}", table).replace("{g}", GEOMETRY).replace("{i}", KEY));
      }
    } else {
      contents(metadata, "attributes", new Envelope());
    }
    titles();
    insert(
        "INSERT INTO gpkg_metadata VALUES (1, 'dataset', ?, 'application/json', ?)",
        METADATA_URI,
        MetadataJson.text(metadata));
    insert(
        "INSERT INTO gpkg_metadata_reference (reference_scope, table_name, md_file_id)"
            + " VALUES ('table', ?, 1)",
        table);
    connection.commit();
  }

  private String rowsTable() {
    List<String> parts = new ArrayList<>();
    parts.add(KEY + " INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL");
    if (spatial) {
      parts.add(GEOMETRY + " " + geometryType());
    }
    plan.columns().forEach(c -> parts.add(quoted(c.heading()) + " " + type(c.type())));
    return "CREATE TABLE " + quoted(table) + " (" + String.join(", ", parts) + ")";
  }

  private static String type(FieldType type) {
    return switch (type) {
      case TEXT, TEXT_LIST, CODE -> "TEXT";
      case INTEGER -> "INTEGER";
      case NUMBER -> "DOUBLE";
      case BOOLEAN -> "BOOLEAN";
      case DATE -> "DATE";
    };
  }

  private String geometryType() {
    return switch (plan.layer().geometry()) {
      case POINT -> "POINT";
      case LINE, LINE_Z -> "MULTILINESTRING";
      case POLYGON -> "MULTIPOLYGON";
      case ANY, NONE -> "GEOMETRY";
    };
  }

  /** That of the rows, and WGS 84, which every GeoPackage must have. */
  private void systems() throws SQLException {
    CoordinateSystem crs = plan.crs();
    if (spatial && crs.epsg().isPresent() && crs != CoordinateSystem.WGS84) {
      system(crs);
    }
    system(CoordinateSystem.WGS84);
  }

  private void system(CoordinateSystem crs) throws SQLException {
    int code = crs.epsg().orElseThrow();
    insert(
        "INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, 'EPSG', ?, ?, ?)",
        SpatialSystems.name(crs),
        code,
        code,
        SpatialSystems.wkt(crs),
        crs.title());
  }

  private void contents(Metadata metadata, String kind, Envelope extent) throws SQLException {
    boolean somewhere = !extent.isNull();
    insert(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, min_x, min_y,"
            + " max_x, max_y, srs_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        table,
        kind,
        plan.layer().title().zh() + (metadata.demoRows() > 0 ? " " + Metadata.DEMO : ""),
        metadata.line(),
        somewhere ? extent.getMinX() : null,
        somewhere ? extent.getMinY() : null,
        somewhere ? extent.getMaxX() : null,
        somewhere ? extent.getMaxY() : null,
        spatial ? srsId() : null);
  }

  private void titles() throws SQLException {
    for (Column column : plan.columns()) {
      String unit = column.unit() == null ? "" : " (" + column.unit() + ")";
      insert(
          "INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description)"
              + " VALUES (?, ?, ?, ?, ?)",
          table,
          column.heading(),
          column.name(),
          column.title().zh() + unit,
          column.title().en() + unit);
    }
  }

  private String indexTable() {
    return "rtree_" + table + "_" + GEOMETRY;
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private PreparedStatement prepare(String sql) throws SQLException {
    return connection.prepareStatement(sql);
  }

  private void insert(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}

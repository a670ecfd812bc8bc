package cn.anlan.data.export;

import cn.anlan.data.catalog.GeometryKind;
import cn.anlan.data.catalog.Layer;
import cn.anlan.data.export.ExportColumns.Column;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.LayerTables;
import cn.anlan.data.store.Progress;
import cn.anlan.data.store.StoreException;
import cn.anlan.geo.datum.CoordinateSystem;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.snapshot.Disclosure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes a layer, or some rows of it, to one file. All rows are of one data version; the file
 * appears whole or not at all; what it holds (version, coordinate system, whether invented rows are
 * among them) stands in the file wherever the format has room. Coordinates keep full double
 * precision.
 */
public final class Exporter {
  private final Database database;
  private final ExportRequest request;
  private final Layer layer;
  private final CoordinateSystem crs;
  private final Charset charset;
  private final List<Column> columns;
  private final Set<String> warnings = new LinkedHashSet<>();

  private Exporter(Database database, ExportRequest request) {
    this.database = database;
    this.request = request;
    this.layer = database.catalog().getLayer(request.layer());
    this.crs = CoordinateSystem.parse(request.crs());
    this.charset = charset(request);
    this.columns = ExportColumns.of(layer);
  }

  /**
   * @throws UserFault where the layer is not for export, the format cannot hold what is asked, or
   *     the output is there already
   */
  public static ExportReport run(Database database, ExportRequest request, Progress progress) {
    Exporter exporter = new Exporter(database, request);
    exporter.requireAllowed();
    progress.step("导出 (exporting) " + request.layer());
    return exporter.run();
  }

  private static Charset charset(ExportRequest request) {
    String word = request.encoding().orElse("UTF-8").strip().toUpperCase(Locale.ROOT);
    if (!List.of("UTF-8", "UTF8", "GB18030", "GBK").contains(word)) {
      throw new UserFault("导出不支持编码 " + word + " (unknown encoding)", "用 UTF-8 或 GB18030");
    }
    if (word.startsWith("GB") && !request.format().hasEncoding()) {
      throw new UserFault(
          "格式 " + request.format().word() + " 只能是 UTF-8 (this format is always UTF-8)",
          "去掉 --encoding,或用 --format csv 或 shp");
    }
    return word.startsWith("GB") ? Charset.forName("GB18030") : StandardCharsets.UTF_8;
  }

  private void requireAllowed() {
    if (layer.disclosure() == Disclosure.RESTRICTED) {
      throw new UserFault("图层 " + layer.id() + " 限制公开,不能导出 (restricted layer)", "请向数据管理员申请");
    }
    if (request.format() == ExportFormat.KML && crs != CoordinateSystem.WGS84) {
      throw new UserFault("KML 只能是 WGS 84 (KML is always WGS 84)", "用 --crs EPSG:4326");
    }
    if (Files.exists(request.output()) && !request.force()) {
      throw new UserFault(
          "文件 " + request.output().getFileName() + " 已存在 (output exists)", "换一个文件名,或加 --force");
    }
    Path parent = request.output().toAbsolutePath().getParent();
    if (!Files.isDirectory(parent) || !Files.isWritable(parent)) {
      throw new UserFault("输出目录不存在或不可写 (output directory missing or not writable)", "先建立目录");
    }
  }

  private ExportReport run() {
    Path output = request.output().toAbsolutePath();
    try {
      Path workDir = Files.createTempDirectory(output.getParent(), ".anlan-export-");
      try {
        return run(workDir, output);
      } finally {
        deleteTree(workDir);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing the export", e);
    } catch (SQLException e) {
      throw new StoreException("reading the rows to export", e);
    }
  }

  private ExportReport run(Path workDir, Path output) throws SQLException, IOException {
    RowReader reader = new RowReader(layer, columns, request.ids(), crs);
    Path done = workDir.resolve("out." + request.format().word());
    try (Connection connection = database.reader().getConnection()) {
      connection.setAutoCommit(false);
      connection.setReadOnly(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      try {
        LayerTables.hold(connection, List.of(layer));
        long version = version(connection);
        Label label =
            new Label(
                layer.id(), layer.title().zh(), crs.code(), version, reader.anyDemo(connection));
        long rows = write(reader, connection, workDir, done, label);
        Files.move(done, output, StandardCopyOption.ATOMIC_MOVE);
        return new ExportReport(
            layer.id(),
            output.getFileName().toString(),
            request.format().word(),
            crs.code(),
            charset.name(),
            rows,
            version,
            label.demo(),
            List.copyOf(warnings));
      } finally {
        connection.rollback();
      }
    }
  }

  private long write(RowReader reader, Connection connection, Path workDir, Path done, Label label)
      throws SQLException, IOException {
    boolean points = layer.geometry() == GeometryKind.POINT;
    switch (request.format()) {
      case GEOJSON, GEOJSONSEQ -> {
        boolean sequence = request.format() == ExportFormat.GEOJSONSEQ;
        try (RowWriter writer = new GeoJsonRows(done, columns, label, crs, sequence)) {
          return reader.forEach(connection, writer);
        }
      }
      case CSV -> {
        try (RowWriter writer = new CsvRows(done, columns, crs, points, charset)) {
          return reader.forEach(connection, writer);
        }
      }
      case SHP -> {
        return new ShapefileExport(layer, columns, crs, charset, label, warnings)
            .write(reader, connection, workDir, done);
      }
      default -> {
        return throughGdal(reader, connection, workDir, done, label, points);
      }
    }
  }

  private long throughGdal(
      RowReader reader, Connection connection, Path workDir, Path done, Label label, boolean points)
      throws SQLException, IOException {
    boolean sheet = request.format() == ExportFormat.XLSX;
    if (sheet && !points && layer.hasGeometry()) {
      warnings.add("XLSX 不含图形 (XLSX holds no geometry)");
    }
    Map<String, String> names =
        columns.stream()
            .collect(Collectors.toMap(Column::name, Column::name, (a, b) -> a, LinkedHashMap::new));
    Path csv = workDir.resolve(layer.id() + ".csv");
    long rows;
    try (RowWriter writer = new TypedCsvRows(csv, columns, names, sheet, points)) {
      rows = reader.forEach(connection, writer);
    }
    new OgrTarget(workDir, request.format(), label, crs, charset)
        .convert(csv, done, layer, layer.id(), geometryType());
    return rows;
  }

  private String geometryType() {
    return switch (layer.geometry()) {
      case POINT -> "POINT";
      case LINE -> "MULTILINESTRING";
      case LINE_Z -> "MULTILINESTRINGZ";
      case POLYGON -> "MULTIPOLYGON";
      case ANY -> "GEOMETRY";
      case NONE -> "NONE";
    };
  }

  private static long version(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT version FROM anlan.current_version")) {
      row.next();
      return row.getLong(1);
    }
  }

  private static void deleteTree(Path directory) throws IOException {
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}

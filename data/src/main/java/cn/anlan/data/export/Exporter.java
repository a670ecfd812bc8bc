package cn.anlan.data.export;

import cn.anlan.data.export.geopackage.GeoPackageRows;
import cn.anlan.data.export.metadata.Facts;
import cn.anlan.data.export.metadata.Metadata;
import cn.anlan.data.export.metadata.MetadataJson;
import cn.anlan.data.export.ogr.FlatGeobufRows;
import cn.anlan.data.export.ogr.ShapefileRows;
import cn.anlan.data.export.plan.ExportPlan;
import cn.anlan.data.export.request.ExportFormat;
import cn.anlan.data.export.request.ExportRequest;
import cn.anlan.data.export.row.RowSource;
import cn.anlan.data.export.row.RowWriter;
import cn.anlan.data.export.text.CsvMetadata;
import cn.anlan.data.export.text.CsvRows;
import cn.anlan.data.export.text.DxfRows;
import cn.anlan.data.export.text.GeoJsonRows;
import cn.anlan.data.export.xml.KmlRows;
import cn.anlan.data.export.xml.XlsxRows;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.StoreException;
import cn.anlan.geo.fault.UserFault;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/**
 * Writes a layer, or some rows of it, to a file or a stream. All rows are of one data version; a
 * file appears whole or not at all; what it holds stands in it wherever the format has room.
 * Coordinates keep full double precision. Memory does not grow with the rows. Every export that was
 * begun stands in the log {@code anlan.export_log}.
 */
public final class Exporter {
  private final Database database;
  private final ExportPlan plan;

  private Exporter(Database database, ExportRequest request) {
    this.database = database;
    this.plan = ExportPlan.of(database.catalog(), request);
  }

  /**
   * Looks whether the request is possible, and writes nothing.
   *
   * @throws UserFault where the layer may not go to the audience, or the format cannot hold what is
   *     asked
   */
  public static void check(Database database, ExportRequest request) {
    new Exporter(database, request);
  }

  /**
   * Writes a file; beside a CSV also its description.
   *
   * @param force whether a file that is there may be replaced
   * @param told how many rows are written so far, now and then; what it throws ends the export
   * @throws UserFault as {@link #check}, and where the output is there already
   */
  public static ExportReport toFile(
      Database database, ExportRequest request, Path output, boolean force, LongConsumer told) {
    Exporter exporter = new Exporter(database, request);
    requireWritable(output, force);
    try {
      return exporter.toFile(output.toAbsolutePath(), told);
    } catch (IOException e) {
      throw new UncheckedIOException("writing the export", e);
    } catch (SQLException e) {
      throw new StoreException("reading the rows to export", e);
    }
  }

  /**
   * Writes to a stream, row by row; the first bytes go out before the first row is read. The stream
   * is flushed, and left open: one that was not completed must not look like one that was.
   *
   * @throws IllegalArgumentException where the format cannot be streamed
   */
  public static void toStream(Database database, ExportRequest request, OutputStream out) {
    if (!request.format().isStreamed()) {
      throw new IllegalArgumentException(request.format().word() + " cannot be streamed");
    }
    Exporter exporter = new Exporter(database, request);
    try {
      exporter.toStream(out);
    } catch (IOException e) {
      throw new UncheckedIOException("sending the export", e);
    } catch (SQLException e) {
      throw new StoreException("reading the rows to export", e);
    }
  }

  /** What can be said of an export before its rows are read, as JSON. */
  public static String describe(Database database, ExportRequest request, long dataVersion) {
    Exporter exporter = new Exporter(database, request);
    return MetadataJson.text(Metadata.of(exporter.plan, dataVersion, null));
  }

  /** Where the description of a file stands whose format has no room for it. */
  public static Path descriptionOf(Path file) {
    return CsvMetadata.beside(file);
  }

  private static void requireWritable(Path output, boolean force) {
    if (Files.exists(output) && !force) {
      throw new UserFault(
          "文件 " + output.getFileName() + " 已存在 (output exists)", "换一个文件名,或加 --force");
    }
    Path parent = output.toAbsolutePath().getParent();
    if (!Files.isDirectory(parent) || !Files.isWritable(parent)) {
      throw new UserFault("输出目录不存在或不可写 (output directory missing or not writable)", "先建立目录");
    }
  }

  private void toStream(OutputStream out) throws SQLException, IOException {
    try (RowSource source = RowSource.open(database, plan)) {
      Facts facts = new Facts();
      Metadata known = Metadata.of(plan, source.dataVersion(), null);
      OutputStream unclosed = new Unclosed(out);
      try (RowWriter writer = streamed(unclosed, known)) {
        unclosed.flush();
        source.forEach(writer, facts, rows -> {});
        writer.finish(Metadata.of(plan, source.dataVersion(), facts));
      }
      ExportLog.write(database, plan, source.dataVersion(), facts.rows());
    }
  }

  private ExportReport toFile(Path output, LongConsumer told) throws SQLException, IOException {
    Path workDir = Files.createTempDirectory(output.getParent(), ".anlan-export-");
    try (RowSource source = RowSource.open(database, plan)) {
      Path done = workDir.resolve("out." + plan.format().extension());
      Facts facts = new Facts();
      Metadata metadata;
      Map<String, String> names;
      List<String> parts;
      try (RowWriter writer = writer(done, workDir, source.dataVersion())) {
        source.forEach(writer, facts, told);
        metadata = Metadata.of(plan, source.dataVersion(), facts);
        writer.finish(metadata);
        names = writer instanceof ShapefileRows s ? s.shortened() : metadata.fieldNames();
        parts = writer instanceof ShapefileRows s ? s.parts() : List.of();
      }
      ExportLog.write(database, plan, source.dataVersion(), facts.rows());
      if (plan.format() == ExportFormat.CSV) {
        Path description = CsvMetadata.beside(done);
        CsvMetadata.write(metadata, output.getFileName().toString(), description);
        Files.move(description, CsvMetadata.beside(output), StandardCopyOption.REPLACE_EXISTING);
      }
      long bytes = Files.size(done);
      Files.move(done, output, StandardCopyOption.ATOMIC_MOVE);
      return new ExportReport(
          plan.layer().id(),
          output.getFileName().toString(),
          plan.format().word(),
          plan.crs().code(),
          plan.charset().name(),
          facts.rows(),
          facts.demoRows(),
          bytes,
          source.dataVersion(),
          metadata.disclosure().name().toLowerCase(Locale.ROOT),
          names,
          parts,
          metadata.losses(),
          List.copyOf(plan.warnings()));
    } finally {
      deleteTree(workDir);
    }
  }

  private RowWriter writer(Path done, Path workDir, long dataVersion) throws IOException {
    return switch (plan.format()) {
      case GEOJSON, GEOJSONSEQ, CSV ->
          streamed(Files.newOutputStream(done), Metadata.of(plan, dataVersion, null));
      case GPKG -> new GeoPackageRows(done, plan);
      case SHP -> new ShapefileRows(done, plan, workDir);
      case XLSX -> new XlsxRows(Files.newOutputStream(done), plan);
      case KML -> new KmlRows(done, plan, workDir);
      case FGB -> new FlatGeobufRows(done, plan, workDir);
      case DXF -> new DxfRows(Files.newOutputStream(done), plan);
    };
  }

  private RowWriter streamed(OutputStream out, Metadata known) throws IOException {
    return plan.format() == ExportFormat.CSV
        ? new CsvRows(out, plan)
        : new GeoJsonRows(out, plan, known);
  }

  private static void deleteTree(Path directory) throws IOException {
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  /** Hands on everything but the end. */
  private static final class Unclosed extends FilterOutputStream {
    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}

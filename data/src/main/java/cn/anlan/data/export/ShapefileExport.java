package cn.anlan.data.export;

import cn.anlan.data.catalog.GeometryKind;
import cn.anlan.data.catalog.Layer;
import cn.anlan.data.export.ExportColumns.Column;
import cn.anlan.data.sheet.Headings;
import cn.anlan.geo.datum.CoordinateSystem;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;

/**
 * A layer as zipped Shapefile. A Shapefile holds one kind of geometry, so a layer of several kinds
 * becomes several, named {@code <layer>_point}, {@code _line} and {@code _polygon}. Names of fields
 * are shortened the way our import knows; texts beyond 254 bytes are cut, and that is said.
 */
final class ShapefileExport {
  private enum Part {
    POINT("POINT"),
    LINE("MULTILINESTRING"),
    POLYGON("MULTIPOLYGON");

    private final String type;

    Part(String type) {
      this.type = type;
    }

    static Part of(Geometry geometry) {
      return values()[geometry == null ? 0 : geometry.getDimension()];
    }
  }

  private final Layer layer;
  private final List<Column> columns;
  private final CoordinateSystem crs;
  private final Charset charset;
  private final Label label;
  private final Set<String> warnings;
  private final Map<String, String> shortNames;

  ShapefileExport(
      Layer layer,
      List<Column> columns,
      CoordinateSystem crs,
      Charset charset,
      Label label,
      Set<String> warnings) {
    this.layer = layer;
    this.columns = columns;
    this.crs = crs;
    this.charset = charset;
    this.label = label;
    this.warnings = warnings;
    this.shortNames = Headings.shortNames(columns.stream().map(Column::name).toList());
  }

  long write(RowReader reader, Connection connection, Path workDir, Path zip)
      throws SQLException, IOException {
    Path parts = Files.createDirectory(workDir.resolve("shp"));
    Map<Part, Path> files = new EnumMap<>(Part.class);
    long rows;
    try (SplitRows split = new SplitRows(workDir, files)) {
      rows = reader.forEach(connection, split);
      if (files.isEmpty()) {
        split.writer(emptyPart());
      }
    }
    for (Map.Entry<Part, Path> file : files.entrySet()) {
      boolean single = files.size() == 1;
      String name =
          layer.id()
              + (single ? "" : "_" + file.getKey().name().toLowerCase(java.util.Locale.ROOT));
      new OgrTarget(workDir, ExportFormat.SHP, label, crs, charset)
          .convert(file.getValue(), parts.resolve(name + ".shp"), layer, name, type(file.getKey()));
    }
    ShapefileZip.pack(parts, zip, label, columns, shortNames);
    return rows;
  }

  private String type(Part part) {
    return layer.geometry() == GeometryKind.LINE_Z && part == Part.LINE
        ? part.type + "Z"
        : part.type;
  }

  private Part emptyPart() {
    return switch (layer.geometry()) {
      case LINE, LINE_Z -> Part.LINE;
      case POLYGON -> Part.POLYGON;
      default -> Part.POINT;
    };
  }

  /** Sends each row to the file of its kind of geometry. */
  private final class SplitRows implements RowWriter {
    private final Path workDir;
    private final Map<Part, Path> files;
    private final Map<Part, RowWriter> writers = new EnumMap<>(Part.class);

    SplitRows(Path workDir, Map<Part, Path> files) {
      this.workDir = workDir;
      this.files = files;
    }

    @Override
    public void write(List<Object> values, Geometry geometry) throws IOException {
      for (int i = 0; i < values.size(); i++) {
        if (ShapefileZip.isCut(values.get(i), charset)) {
          warnings.add(
              "字段 "
                  + columns.get(i).name()
                  + " 有超过 254 字节的文字被截断 (texts beyond 254 bytes were cut)");
        }
      }
      writer(Part.of(geometry)).write(values, geometry);
    }

    RowWriter writer(Part part) throws IOException {
      RowWriter writer = writers.get(part);
      if (writer == null) {
        Path csv = workDir.resolve(part.name() + ".csv");
        writer = new TypedCsvRows(csv, columns, shortNames, false, part == Part.POINT);
        files.put(part, csv);
        writers.put(part, writer);
      }
      return writer;
    }

    @Override
    public void close() throws IOException {
      for (RowWriter writer : writers.values()) {
        writer.close();
      }
    }
  }
}

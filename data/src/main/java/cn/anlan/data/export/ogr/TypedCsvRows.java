package cn.anlan.data.export.ogr;

import cn.anlan.data.catalog.FieldType;
import cn.anlan.data.export.plan.ExportColumns.Column;
import cn.anlan.data.export.row.CellText;
import cn.anlan.data.export.row.ExportRow;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;

/**
 * What {@code ogr2ogr} makes a Shapefile of: a CSV with the types beside it ({@code .csvt}), so
 * that nothing is guessed, geometry as hexadecimal WKB, so that no digit is lost, and texts as wide
 * as the longest, so that no file is wider than it must be.
 */
final class TypedCsvRows implements AutoCloseable {
  static final String GEOMETRY = "anlan_geometry";

  /** The bytes that a dBASE field holds. */
  static final int WIDEST = 254;

  private final Path csv;
  private final List<Column> columns;
  private final Charset charset;
  private final BufferedWriter writer;
  private final WKBWriter flat = new WKBWriter(2);
  private final WKBWriter high = new WKBWriter(3);
  private final int[] widths;

  /**
   * @param names how the target calls the columns
   * @param charset of the target
   */
  TypedCsvRows(Path csv, List<Column> columns, Map<String, String> names, Charset charset)
      throws IOException {
    this.csv = csv;
    this.columns = columns;
    this.charset = charset;
    this.widths = new int[columns.size()];
    this.writer = Files.newBufferedWriter(csv, StandardCharsets.UTF_8);
    List<String> heading = new ArrayList<>(columns.stream().map(c -> names.get(c.name())).toList());
    heading.add(GEOMETRY);
    writer.write(String.join(",", heading) + "\n");
  }

  void write(ExportRow row) throws IOException {
    Object[] values = row.values();
    for (int i = 0; i < values.length; i++) {
      writer.write(cell(values[i], i));
      writer.write(',');
    }
    Geometry geometry = row.geometry();
    writer.write(geometry == null || geometry.isEmpty() ? "" : hex(geometry));
    writer.write('\n');
  }

  /** Whether some text of the column was wider than the target takes. */
  boolean isCut(int column) {
    return widths[column] > WIDEST;
  }

  private String hex(Geometry geometry) {
    return WKBWriter.toHex((CellText.hasHeights(geometry) ? high : flat).write(geometry));
  }

  private String cell(Object value, int column) {
    if (value == null) {
      return "";
    }
    if (value instanceof Boolean flag) {
      return flag ? "1" : "0";
    }
    if (value instanceof String || value instanceof List) {
      String text = CellText.of(value);
      widths[column] = Math.max(widths[column], text.getBytes(charset).length);
      return '"' + text.replace("\"", "\"\"") + '"';
    }
    return value.toString();
  }

  private String type(int column) {
    FieldType type = columns.get(column).type();
    return switch (type) {
      case TEXT, TEXT_LIST, CODE -> "String(" + Math.min(WIDEST, Math.max(1, widths[column])) + ")";
      case INTEGER -> "Integer64";
      case NUMBER -> "Real";
      case BOOLEAN -> "Integer(Boolean)";
      case DATE -> "Date";
    };
  }

  @Override
  public void close() throws IOException {
    writer.close();
    List<String> types = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      types.add(type(i));
    }
    types.add("WKT");
    Files.writeString(csv.resolveSibling(csv.getFileName() + "t"), String.join(",", types) + "\n");
  }
}

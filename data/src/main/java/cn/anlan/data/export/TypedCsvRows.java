package cn.anlan.data.export;

import cn.anlan.data.catalog.FieldType;
import cn.anlan.data.export.ExportColumns.Column;
import cn.anlan.data.sheet.CsvCell;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.WKBWriter;

/**
 * What {@code ogr2ogr} converts from: a CSV with the types beside it ({@code .csvt}), so that
 * nothing is guessed, and geometry as hexadecimal WKB, so that no digit is lost.
 */
final class TypedCsvRows implements RowWriter {
  static final String GEOMETRY = "anlan_geometry";

  private final BufferedWriter writer;
  private final WKBWriter flat = new WKBWriter(2);
  private final WKBWriter high = new WKBWriter(3);
  private final boolean sheet;
  private final boolean points;

  /**
   * @param names how the target calls the columns
   * @param sheet whether the target is a spreadsheet: no geometry but two number columns, and texts
   *     that it would run are neutralised
   */
  TypedCsvRows(
      Path csv, List<Column> columns, Map<String, String> names, boolean sheet, boolean points)
      throws IOException {
    this.sheet = sheet;
    this.points = points;
    List<String> heading = new ArrayList<>(columns.stream().map(c -> names.get(c.name())).toList());
    List<String> types = new ArrayList<>(columns.stream().map(c -> type(c.type())).toList());
    if (!sheet) {
      heading.add(GEOMETRY);
      types.add("WKT");
    } else if (points) {
      heading.addAll(List.of("lon", "lat"));
      types.addAll(List.of("Real", "Real"));
    }
    Path csvt = csv.resolveSibling(csv.getFileName() + "t");
    Files.writeString(csvt, String.join(",", types) + "\n");
    this.writer = Files.newBufferedWriter(csv, StandardCharsets.UTF_8);
    writer.write(String.join(",", heading) + "\n");
  }

  private static String type(FieldType type) {
    return switch (type) {
      case TEXT, TEXT_LIST, CODE -> "String";
      case INTEGER -> "Integer64";
      case NUMBER -> "Real";
      case BOOLEAN -> "Integer(Boolean)";
      case DATE -> "Date";
    };
  }

  @Override
  public void write(List<Object> values, Geometry geometry) throws IOException {
    List<String> cells = new ArrayList<>(values.stream().map(this::cell).toList());
    if (!sheet) {
      cells.add(geometry == null || geometry.isEmpty() ? "" : hex(geometry));
    } else if (points) {
      boolean point = geometry instanceof Point && !geometry.isEmpty();
      cells.add(point ? String.valueOf(geometry.getCoordinate().x) : "");
      cells.add(point ? String.valueOf(geometry.getCoordinate().y) : "");
    }
    writer.write(String.join(",", cells));
    writer.write('\n');
  }

  private String hex(Geometry geometry) {
    boolean heights = !Double.isNaN(geometry.getCoordinate().getZ());
    return WKBWriter.toHex((heights ? high : flat).write(geometry));
  }

  private String cell(Object value) {
    if (value instanceof Boolean flag) {
      return flag ? "1" : "0";
    }
    if (value instanceof List<?> items) {
      return text(items.stream().map(Object::toString).collect(Collectors.joining("; ")));
    }
    return value instanceof String text ? text(text) : CsvCell.plain(value);
  }

  /** Always quoted: an empty text must stay different from none. */
  private String text(String value) {
    String shown = sheet ? CsvCell.neutral(value) : value;
    return '"' + shown.replace("\"", "\"\"") + '"';
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}

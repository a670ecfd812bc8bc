package cn.anlan.data.export;

import cn.anlan.data.export.ExportColumns.Column;
import cn.anlan.data.sheet.CsvCell;
import cn.anlan.geo.datum.CoordinateSystem;
import cn.anlan.geo.fault.UserFault;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.WKTWriter;

/**
 * CSV for people: UTF-8 with a byte order mark, or GB18030. Points as two columns (lon and lat, or
 * easting and northing), everything else as WKT. Texts that a spreadsheet would run are
 * neutralised.
 */
final class CsvRows implements RowWriter {
  private final boolean points;
  private final BufferedWriter writer;

  CsvRows(Path file, List<Column> columns, CoordinateSystem crs, boolean points, Charset charset)
      throws IOException {
    this.points = points;
    this.writer =
        new BufferedWriter(
            new OutputStreamWriter(Files.newOutputStream(file), charset.newEncoder()));
    if (charset.equals(StandardCharsets.UTF_8)) {
      writer.write('\ufeff');
    }
    String place = !points ? "wkt" : crs.isDegrees() ? "lon,lat" : "easting,northing";
    String names = columns.stream().map(Column::name).collect(Collectors.joining(","));
    writer.write(names + "," + place + "\r\n");
  }

  @Override
  public void write(List<Object> values, Geometry geometry) throws IOException {
    StringBuilder line = new StringBuilder();
    for (Object value : values) {
      line.append(cell(value)).append(',');
    }
    if (points) {
      boolean point = geometry instanceof Point && !geometry.isEmpty();
      line.append(point ? geometry.getCoordinate().x + "," + geometry.getCoordinate().y : ",");
    } else {
      line.append(geometry == null ? "" : CsvCell.plain(text(geometry)));
    }
    try {
      writer.append(line).append("\r\n");
    } catch (CharacterCodingException e) {
      throw new UserFault("有文字不能用该编码表示 (text has no code in this encoding)", "用 --encoding UTF-8");
    }
  }

  private static String text(Geometry geometry) {
    boolean heights = !geometry.isEmpty() && !Double.isNaN(geometry.getCoordinate().getZ());
    return heights ? new WKTWriter(3).write(geometry) : geometry.toText();
  }

  static String cell(Object value) {
    if (value instanceof List<?> items) {
      return CsvCell.text(items.stream().map(Object::toString).collect(Collectors.joining("; ")));
    }
    return value instanceof String text ? CsvCell.text(text) : CsvCell.plain(value);
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}

package cn.anlan.data.export.text;

import cn.anlan.data.export.metadata.Metadata;
import cn.anlan.data.export.plan.ExportColumns.Column;
import cn.anlan.data.export.plan.ExportPlan;
import cn.anlan.data.export.row.CellText;
import cn.anlan.data.export.row.ExportRow;
import cn.anlan.data.export.row.RowWriter;
import cn.anlan.data.sheet.CsvCell;
import cn.anlan.geo.fault.UserFault;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;

/**
 * CSV for people: UTF-8 with a byte order mark, or GB18030. Points as two columns (lon and lat, or
 * easting and northing), everything else as WKT. Texts that a spreadsheet would run are
 * neutralised.
 */
public final class CsvRows implements RowWriter {
  private final ExportPlan plan;
  private final BufferedWriter writer;
  private final StringBuilder line = new StringBuilder();

  /** Writes the headings at once. */
  public CsvRows(OutputStream out, ExportPlan plan) throws IOException {
    this.plan = plan;
    this.writer =
        new BufferedWriter(new OutputStreamWriter(out, plan.charset().newEncoder()), 1 << 16);
    if (plan.charset().equals(StandardCharsets.UTF_8)) {
      writer.write('\ufeff');
    }
    List<String> headings = new ArrayList<>(plan.columns().stream().map(Column::heading).toList());
    headings.addAll(plan.placeHeadings());
    writer.write(headings.stream().map(CsvCell::plain).collect(Collectors.joining(",")) + "\r\n");
    writer.flush();
  }

  @Override
  public void write(ExportRow row) throws IOException {
    line.setLength(0);
    for (Object value : row.values()) {
      line.append(line.isEmpty() ? "" : ",").append(cell(value));
    }
    if (plan.layer().hasGeometry()) {
      line.append(',').append(plan.isPoints() ? point(row.geometry()) : shape(row.geometry()));
    }
    try {
      writer.append(line).append("\r\n");
    } catch (CharacterCodingException e) {
      throw new UserFault("有文字不能用该编码表示 (text has no code in this encoding)", "用 --encoding UTF-8");
    }
  }

  private static String point(Geometry geometry) {
    return CellText.isPlace(geometry)
        ? CellText.number(geometry.getCoordinate().x)
            + ","
            + CellText.number(geometry.getCoordinate().y)
        : ",";
  }

  private static String shape(Geometry geometry) {
    return geometry == null ? "" : CsvCell.plain(CellText.wkt(geometry));
  }

  private static String cell(Object value) {
    return value instanceof String || value instanceof List
        ? CsvCell.text(CellText.of(value))
        : CsvCell.plain(CellText.of(value));
  }

  @Override
  public void finish(Metadata metadata) throws IOException {
    writer.flush();
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}

package cn.anlan.data.export.text;

import cn.anlan.data.export.metadata.Metadata;
import cn.anlan.data.export.plan.ExportColumns.Column;
import cn.anlan.data.export.plan.ExportPlan;
import cn.anlan.data.export.row.CellText;
import cn.anlan.data.export.row.ExportRow;
import cn.anlan.data.export.row.RowWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * A drawing for CAD: DXF of AutoCAD Release 12, which every program reads, with Chinese texts in
 * GBK ({@code ANSI_936}) and what GBK lacks as {@code \\U+XXXX}. Points are POINT, lines and rings
 * POLYLINE, all on a drawing layer named like the layer. Attributes are extended data; the metadata
 * are comments at the end.
 */
public final class DxfRows implements RowWriter {
  private static final String APPLICATION = "ANLAN";
  private static final Charset GBK = Charset.forName("GBK");
  private static final int LONGEST_TEXT = 255;
  private static final int MOST_XDATA = 16_000;
  private static final int CLOSED = 1;
  private static final int WITH_HEIGHTS = 8;

  private final ExportPlan plan;
  private final List<Column> columns;
  private final String drawingLayer;
  private final BufferedWriter out;
  private final CharsetEncoder encoder = GBK.newEncoder();

  /**
   * @param target closed with the writer
   */
  public DxfRows(OutputStream target, ExportPlan plan) throws IOException {
    this.plan = plan;
    this.columns = plan.columns();
    this.out = new BufferedWriter(new OutputStreamWriter(target, GBK), 1 << 16);
    String id = plan.layer().id().toUpperCase(Locale.ROOT);
    this.drawingLayer = id.length() > 31 ? id.substring(0, 31) : id;
    head();
  }

  private void head() throws IOException {
    put(0, "SECTION", 2, "HEADER", 9, "$ACADVER", 1, "AC1009", 9, "$DWGCODEPAGE", 3, "ANSI_936");
    put(9, "$INSUNITS", 70, plan.crs().isDegrees() ? 0 : 6, 0, "ENDSEC");
    put(0, "SECTION", 2, "TABLES");
    put(0, "TABLE", 2, "LTYPE", 70, 1, 0, "LTYPE", 2, "CONTINUOUS", 70, 64, 3, "Solid line");
    put(72, 65, 73, 0, 40, 0.0, 0, "ENDTAB");
    put(0, "TABLE", 2, "LAYER", 70, 1, 0, "LAYER", 2, drawingLayer, 70, 0, 62, 7, 6, "CONTINUOUS");
    put(0, "ENDTAB", 0, "TABLE", 2, "APPID", 70, 1, 0, "APPID", 2, APPLICATION, 70, 0);
    put(0, "ENDTAB", 0, "ENDSEC", 0, "SECTION", 2, "ENTITIES");
  }

  @Override
  public void write(ExportRow row) throws IOException {
    Geometry geometry = row.geometry();
    if (geometry == null || geometry.isEmpty()) {
      plan.warnings().add("没有图形的行不在图中 (rows without geometry are not drawn)");
      return;
    }
    int parts = geometry.getNumGeometries();
    for (int i = 0; i < parts; i++) {
      String part = parts == 1 ? "" : (i + 1) + "/" + parts;
      draw(geometry.getGeometryN(i), row.values(), part);
    }
  }

  private void draw(Geometry geometry, Object[] values, String part) throws IOException {
    if (geometry instanceof Point) {
      put(0, "POINT", 8, drawingLayer);
      place(geometry.getCoordinate());
      attributes(values, part, "");
    } else if (geometry instanceof LineString line) {
      polyline(line, false, values, part, "");
    } else if (geometry instanceof Polygon polygon) {
      polyline(polygon.getExteriorRing(), true, values, part, "outer");
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        polyline(polygon.getInteriorRingN(i), true, values, part, "hole");
      }
    } else {
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        draw(geometry.getGeometryN(i), values, part);
      }
    }
  }

  private void polyline(LineString line, boolean ring, Object[] values, String part, String role)
      throws IOException {
    boolean heights = CellText.hasHeights(line);
    put(0, "POLYLINE", 8, drawingLayer, 66, 1, 10, 0.0, 20, 0.0, 30, 0.0);
    put(70, (ring ? CLOSED : 0) + (heights ? WITH_HEIGHTS : 0));
    attributes(values, part, role);
    Coordinate[] vertices = line.getCoordinates();
    // A closed polyline returns to its first vertex by itself.
    int count = ring ? vertices.length - 1 : vertices.length;
    for (int i = 0; i < count; i++) {
      put(0, "VERTEX", 8, drawingLayer);
      place(vertices[i]);
      if (heights) {
        put(70, 32);
      }
    }
    put(0, "SEQEND", 8, drawingLayer);
  }

  private void place(Coordinate c) throws IOException {
    put(10, c.x, 20, c.y, 30, Double.isNaN(c.getZ()) ? 0.0 : c.getZ());
  }

  private void attributes(Object[] values, String part, String role) throws IOException {
    put(1001, APPLICATION);
    int bytes = 0;
    for (int i = 0; i < values.length; i++) {
      if (values[i] != null) {
        String text = columns.get(i).name() + "=" + line(CellText.of(values[i]));
        String cut = cut(text, columns.get(i));
        bytes += cut.getBytes(GBK).length + 8;
        if (bytes > MOST_XDATA) {
          warnCut(columns.get(i));
          break;
        }
        put(1000, cut);
      }
    }
    if (!part.isEmpty()) {
      put(1000, "part=" + part);
    }
    if (!role.isEmpty()) {
      put(1000, "ring=" + role);
    }
  }

  private static String line(String text) {
    return text.replaceAll("\\R", " ");
  }

  /** Encodable, and no longer than a string of extended data may be. */
  private String cut(String text, Column column) {
    StringBuilder kept = new StringBuilder();
    int bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean known = encoder.canEncode(c);
      int size = known ? (c < 128 ? 1 : 2) : 7;
      if (bytes + size > LONGEST_TEXT) {
        warnCut(column);
        break;
      }
      bytes += size;
      kept.append(known ? String.valueOf(c) : "\\U+%04X".formatted((int) c));
    }
    return kept.toString();
  }

  private void warnCut(Column column) {
    plan.warnings().add("字段 " + column.name() + " 有过长的文字被截断 (texts too long for DXF were cut)");
  }

  @Override
  public void finish(Metadata metadata) throws IOException {
    put(0, "ENDSEC");
    comment(metadata.line(), columns.get(0));
    for (Metadata.Item item : metadata.items()) {
      comment(
          item.label().zh() + " " + item.label().en() + ": " + line(item.value()), columns.get(0));
    }
    put(0, "EOF");
    out.flush();
  }

  private void comment(String text, Column column) throws IOException {
    for (int from = 0; from < text.length(); from += 100) {
      put(999, cut(text.substring(from, Math.min(text.length(), from + 100)), column));
    }
  }

  /** Pairs of group code and value. */
  private void put(Object... pairs) throws IOException {
    for (int i = 0; i < pairs.length; i += 2) {
      out.write(pairs[i] + "\n" + CellText.of(pairs[i + 1]) + "\n");
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}

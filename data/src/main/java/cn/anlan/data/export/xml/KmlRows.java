package cn.anlan.data.export.xml;

import cn.anlan.data.catalog.FieldType;
import cn.anlan.data.export.metadata.Metadata;
import cn.anlan.data.export.plan.ExportColumns.Column;
import cn.anlan.data.export.plan.ExportPlan;
import cn.anlan.data.export.row.CellText;
import cn.anlan.data.export.row.ExportRow;
import cn.anlan.data.export.row.RowWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * KML 2.2 (OGC 07-147r2): one document, a schema with the fields, one placemark a row. The metadata
 * are the document's description, so the placemarks are kept in a file until they are known.
 */
public final class KmlRows implements RowWriter {
  private static final String SCHEMA = "fields";

  private final ExportPlan plan;
  private final Path target;
  private final Path body;
  private final BufferedWriter out;
  private final int name;

  /**
   * @param target the file to be written
   * @param workDir where what is needed meanwhile may stand
   */
  public KmlRows(Path target, ExportPlan plan, Path workDir) throws IOException {
    this.plan = plan;
    this.target = target;
    this.body = workDir.resolve("placemarks.xml");
    this.out = Files.newBufferedWriter(body);
    List<String> names = plan.columns().stream().map(Column::name).toList();
    this.name = Math.max(0, names.indexOf("name"));
  }

  @Override
  public void write(ExportRow row) throws IOException {
    Object[] values = row.values();
    out.write("<Placemark id=\"" + plan.layer().id() + "." + row.id() + "\">");
    if (values[name] != null) {
      out.write("<name>" + Xml.escaped(CellText.of(values[name])) + "</name>");
    }
    out.write("<ExtendedData><SchemaData schemaUrl=\"#" + SCHEMA + "\">");
    for (int i = 0; i < values.length; i++) {
      if (values[i] != null) {
        out.write("<SimpleData name=\"" + Xml.escaped(plan.columns().get(i).heading()) + "\">");
        out.write(Xml.escaped(text(values[i])));
        out.write("</SimpleData>");
      }
    }
    out.write("</SchemaData></ExtendedData>");
    if (row.geometry() != null && !row.geometry().isEmpty()) {
      shape(row.geometry());
    }
    out.write("</Placemark>\n");
  }

  private static String text(Object value) {
    return value instanceof Boolean flag ? flag ? "1" : "0" : CellText.of(value);
  }

  private void shape(Geometry geometry) throws IOException {
    if (geometry instanceof Point) {
      place("Point", geometry.getCoordinates());
    } else if (geometry instanceof LineString) {
      place("LineString", geometry.getCoordinates());
    } else if (geometry instanceof Polygon polygon) {
      out.write("<Polygon><outerBoundaryIs>");
      place("LinearRing", polygon.getExteriorRing().getCoordinates());
      out.write("</outerBoundaryIs>");
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        out.write("<innerBoundaryIs>");
        place("LinearRing", polygon.getInteriorRingN(i).getCoordinates());
        out.write("</innerBoundaryIs>");
      }
      out.write("</Polygon>");
    } else if (geometry instanceof GeometryCollection many) {
      out.write("<MultiGeometry>");
      for (int i = 0; i < many.getNumGeometries(); i++) {
        shape(many.getGeometryN(i));
      }
      out.write("</MultiGeometry>");
    }
  }

  private void place(String element, Coordinate[] coordinates) throws IOException {
    boolean heights = !Double.isNaN(coordinates[0].getZ());
    out.write('<' + element + '>');
    out.write(heights ? "<altitudeMode>absolute</altitudeMode>" : "");
    out.write("<coordinates>");
    for (Coordinate c : coordinates) {
      out.write(c.x + "," + c.y + (heights ? "," + c.getZ() : "") + " ");
    }
    out.write("</coordinates></" + element + ">");
  }

  @Override
  public void finish(Metadata metadata) throws IOException {
    out.close();
    try (Writer whole = Files.newBufferedWriter(target)) {
      whole.write(head(metadata));
      try (var placemarks = Files.newBufferedReader(body, StandardCharsets.UTF_8)) {
        placemarks.transferTo(whole);
      }
      whole.write("</Document>\n</kml>\n");
    }
  }

  private String head(Metadata metadata) {
    String description =
        metadata.items().stream()
            .map(i -> i.label().zh() + " " + i.label().en() + "：" + i.value())
            .collect(Collectors.joining("\n"));
    String fields =
        plan.columns().stream()
            .map(
                c ->
                    "<SimpleField name=\"%s\" type=\"%s\"><displayName>%s</displayName></SimpleField>"
                        .formatted(
                            Xml.escaped(c.heading()),
                            type(c.type()),
                            Xml.escaped(Metadata.both(c.title()))))
            .collect(Collectors.joining());
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <kml xmlns="http://www.opengis.net/kml/2.2">
        <Document id="%s"><name>%s</name>
        <description>%s</description>
        <Schema name="%s" id="%s">%s</Schema>
        """
        .formatted(
            plan.layer().id(),
            plan.layer().id(),
            Xml.escaped(description),
            plan.layer().id(),
            SCHEMA,
            fields);
  }

  /** KML's own words; a whole number may be too large for its {@code int}. */
  private static String type(FieldType type) {
    return switch (type) {
      case NUMBER -> "double";
      case BOOLEAN -> "bool";
      default -> "string";
    };
  }

  @Override
  public void close() throws IOException {
    out.close();
    Files.deleteIfExists(body);
  }
}

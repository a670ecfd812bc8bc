package cn.anlan.data.export;

import cn.anlan.data.export.ExportColumns.Column;
import cn.anlan.geo.datum.CoordinateSystem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * GeoJSON (RFC 7946), as one collection or as one feature a line. Any other system than WGS 84 is
 * declared in a {@code crs} member of the older kind, which GDAL and QGIS still read; in a sequence
 * every feature carries it.
 */
final class GeoJsonRows implements RowWriter {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final List<Column> columns;
  private final Label label;
  private final CoordinateSystem crs;
  private final boolean sequence;
  private final OutputStream out;
  private final JsonGenerator json;

  GeoJsonRows(Path file, List<Column> columns, Label label, CoordinateSystem crs, boolean sequence)
      throws IOException {
    this.columns = columns;
    this.label = label;
    this.crs = crs;
    this.sequence = sequence;
    this.out = new java.io.BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    this.json = JSON.createGenerator(out);
    if (!sequence) {
      json.writeStartObject();
      json.writeStringProperty("type", "FeatureCollection");
      json.writeStringProperty("name", label.layer());
      json.writeStringProperty("description", label.text());
      metadata();
      crs();
      json.writeArrayPropertyStart("features");
    }
  }

  @Override
  public void write(List<Object> values, Geometry geometry) throws IOException {
    json.writeRaw(sequence ? "" : "\n");
    json.writeStartObject();
    json.writeStringProperty("type", "Feature");
    if (sequence) {
      crs();
    }
    json.writeObjectPropertyStart("properties");
    for (int i = 0; i < columns.size(); i++) {
      json.writeName(columns.get(i).name());
      value(values.get(i));
    }
    json.writeEndObject();
    json.writeName("geometry");
    geometry(geometry);
    json.writeEndObject();
    if (sequence) {
      json.flush();
      out.write('\n');
    }
  }

  private void metadata() {
    json.writeObjectPropertyStart("metadata");
    json.writeNumberProperty("dataVersion", label.dataVersion());
    json.writeStringProperty("crs", label.crs());
    json.writeBooleanProperty("demo", label.demo());
    if (label.demo()) {
      json.writeStringProperty("demoLabel", Label.DEMO);
    }
    json.writeEndObject();
  }

  private void crs() {
    if (crs == CoordinateSystem.WGS84) {
      return;
    }
    String name =
        crs.epsg().isPresent() ? "urn:ogc:def:crs:EPSG::" + crs.epsg().getAsInt() : crs.code();
    json.writeObjectPropertyStart("crs");
    json.writeStringProperty("type", "name");
    json.writeObjectPropertyStart("properties");
    json.writeStringProperty("name", name);
    json.writeEndObject();
    json.writeEndObject();
  }

  private void value(Object value) {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof List<?> items) {
      json.writeStartArray();
      items.forEach(i -> json.writeString(i.toString()));
      json.writeEndArray();
    } else if (value instanceof Long number) {
      json.writeNumber(number);
    } else if (value instanceof Double number) {
      json.writeNumber(number);
    } else if (value instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else {
      json.writeString(value.toString());
    }
  }

  private void geometry(Geometry g) {
    if (g == null || g.isEmpty()) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    json.writeStringProperty("type", g.getGeometryType());
    json.writeName("coordinates");
    coordinates(g);
    json.writeEndObject();
  }

  private void coordinates(Geometry g) {
    if (g instanceof Point) {
      position(g.getCoordinate());
      return;
    }
    json.writeStartArray();
    if (g instanceof GeometryCollection) {
      for (int i = 0; i < g.getNumGeometries(); i++) {
        coordinates(g.getGeometryN(i));
      }
    } else if (g instanceof Polygon polygon) {
      coordinates(polygon.getExteriorRing());
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        coordinates(polygon.getInteriorRingN(i));
      }
    } else if (g instanceof LineString line) {
      for (Coordinate c : line.getCoordinates()) {
        position(c);
      }
    }
    json.writeEndArray();
  }

  private void position(Coordinate c) {
    json.writeStartArray();
    json.writeNumber(c.x);
    json.writeNumber(c.y);
    json.writeEndArray();
  }

  @Override
  public void close() throws IOException {
    try (out) {
      if (!sequence) {
        json.writeEndArray();
        json.writeRaw("\n");
        json.writeEndObject();
      }
      json.flush();
    }
  }
}

package cn.anlan.data.export;

import cn.anlan.data.export.ExportColumns.Column;
import cn.anlan.geo.datum.CoordinateSystem;
import cn.anlan.geo.geojson.GeoJsonGeometry;
import cn.anlan.geo.geojson.GeoJsonValue;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
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
      GeoJsonValue.write(values.get(i), json);
    }
    json.writeEndObject();
    json.writeName("geometry");
    GeoJsonGeometry.write(geometry == null || geometry.isEmpty() ? null : geometry, json);
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

package cn.anlan.data.export.text;

import cn.anlan.data.export.metadata.Metadata;
import cn.anlan.data.export.metadata.MetadataJson;
import cn.anlan.data.export.plan.ExportColumns.Column;
import cn.anlan.data.export.plan.ExportPlan;
import cn.anlan.data.export.request.ExportFormat;
import cn.anlan.data.export.row.ExportRow;
import cn.anlan.data.export.row.RowWriter;
import cn.anlan.geo.datum.CoordinateSystem;
import cn.anlan.geo.geojson.GeoJsonCrs;
import cn.anlan.geo.geojson.GeoJsonGeometry;
import cn.anlan.geo.geojson.GeoJsonValue;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * GeoJSON (RFC 7946), as one collection or as one feature a line. The system, also WGS 84, is
 * declared in a {@code crs} member of the older kind, which GDAL and QGIS still read; in a sequence
 * every feature carries it. The metadata stand behind a collection's features, for only then is
 * known what they were, and on the first feature of a sequence.
 */
public final class GeoJsonRows implements RowWriter {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final ExportPlan plan;
  private final List<Column> columns;
  private final boolean sequence;
  private final OutputStream out;
  private final JsonGenerator json;
  private Metadata first;

  /**
   * Writes what stands before the features at once.
   *
   * @param known what can be said beforehand
   */
  public GeoJsonRows(OutputStream target, ExportPlan plan, Metadata known) throws IOException {
    this.plan = plan;
    this.columns = plan.columns();
    this.sequence = plan.format() == ExportFormat.GEOJSONSEQ;
    this.first = known;
    this.out = new BufferedOutputStream(target, 1 << 16);
    this.json = JSON.writer().withRootValueSeparator("").createGenerator(out);
    if (!sequence) {
      json.writeStartObject();
      json.writeStringProperty("type", "FeatureCollection");
      json.writeStringProperty("name", plan.layer().id());
      crs();
      json.writeArrayPropertyStart("features");
      json.flush();
    }
  }

  @Override
  public void write(ExportRow row) throws IOException {
    json.writeRaw(sequence ? "" : "\n");
    json.writeStartObject();
    json.writeStringProperty("type", "Feature");
    if (sequence) {
      crs();
      metadataOnce();
    }
    json.writeObjectPropertyStart("properties");
    Object[] values = row.values();
    for (int i = 0; i < values.length; i++) {
      json.writeName(columns.get(i).heading());
      GeoJsonValue.write(values[i], json);
    }
    json.writeEndObject();
    json.writeName("geometry");
    Geometry geometry = row.geometry();
    GeoJsonGeometry.write(geometry == null || geometry.isEmpty() ? null : geometry, json);
    json.writeEndObject();
    if (sequence) {
      json.writeRaw('\n');
    }
  }

  private void metadataOnce() {
    if (first != null) {
      json.writeName("metadata");
      MetadataJson.write(first, json);
      first = null;
    }
  }

  private void crs() {
    if (!plan.layer().hasGeometry()) {
      return;
    }
    CoordinateSystem crs = plan.crs();
    GeoJsonCrs.write(crs == CoordinateSystem.WGS84 ? GeoJsonCrs.CRS84 : crs.code(), json);
  }

  @Override
  public void finish(Metadata metadata) throws IOException {
    if (!sequence) {
      json.writeEndArray();
      json.writeRaw("\n");
      json.writeStringProperty("description", metadata.line());
      json.writeName("metadata");
      MetadataJson.write(metadata, json);
      json.writeEndObject();
    }
    json.flush();
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}

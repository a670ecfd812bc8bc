package cn.anlan.web.features;

import cn.anlan.geo.geojson.GeoJsonGeometry;
import cn.anlan.geo.geojson.GeoJsonValue;
import cn.anlan.geo.snapshot.LayerSnapshot;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** One row of a snapshot as a GeoJSON feature. */
final class FeatureWriter {
  private FeatureWriter() {}

  static void write(LayerSnapshot snapshot, int row, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("type", "Feature");
    json.writeNumberProperty("id", snapshot.id(row));
    json.writeName("geometry");
    GeoJsonGeometry.write(snapshot.findGeometry(row).orElse(null), json);
    json.writeObjectPropertyStart("properties");
    for (Map.Entry<String, Object> attribute : snapshot.attributes(row).entrySet()) {
      json.writeName(attribute.getKey());
      GeoJsonValue.write(attribute.getValue(), json);
    }
    json.writeEndObject();
    json.writeEndObject();
  }
}

package cn.anlan.web.features;

import cn.anlan.geo.geojson.GeoJsonGeometry;
import cn.anlan.geo.geojson.GeoJsonValue;
import cn.anlan.geo.snapshot.LayerSnapshot;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** One row of a snapshot as a GeoJSON feature. */
final class FeatureWriter {
  private FeatureWriter() {}

  /**
   * @param others properties that the snapshot does not hold
   */
  static void write(
      LayerSnapshot snapshot, int row, Map<String, Object> others, JsonGenerator json) {
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
    for (Map.Entry<String, Object> other : others.entrySet()) {
      json.writeName(other.getKey());
      GeoJsonValue.write(other.getValue(), json);
    }
    json.writeEndObject();
    json.writeEndObject();
  }
}

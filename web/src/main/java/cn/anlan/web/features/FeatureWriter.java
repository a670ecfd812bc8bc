package cn.anlan.web.features;

import cn.anlan.geo.geojson.GeoJsonGeometry;
import cn.anlan.geo.snapshot.LayerSnapshot;
import java.time.LocalDate;
import java.util.Collection;
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
      value(attribute.getValue(), json);
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void value(Object value, JsonGenerator json) {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof Long number) {
      json.writeNumber(number);
    } else if (value instanceof Double number) {
      json.writeNumber(number);
    } else if (value instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else if (value instanceof LocalDate date) {
      json.writeString(date.toString());
    } else if (value instanceof Collection<?> texts) {
      json.writeStartArray();
      texts.forEach(text -> json.writeString((String) text));
      json.writeEndArray();
    } else {
      json.writeString((String) value);
    }
  }
}

package cn.anlan.geo.geojson;

import java.util.Collection;
import tools.jackson.core.JsonGenerator;

/** Attribute values as GeoJSON properties: numbers and flags as such, everything else as text. */
public final class GeoJsonValue {
  private GeoJsonValue() {}

  /**
   * Writes one value.
   *
   * @param value null, Long, Double, Boolean, a collection of texts, or anything whose text is
   *     wanted, such as a date
   */
  public static void write(Object value, JsonGenerator json) {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof Long number) {
      json.writeNumber(number);
    } else if (value instanceof Double number) {
      json.writeNumber(number);
    } else if (value instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else if (value instanceof Collection<?> items) {
      json.writeStartArray();
      items.forEach(item -> write(item, json));
      json.writeEndArray();
    } else {
      json.writeString(value.toString());
    }
  }
}

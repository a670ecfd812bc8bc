package cn.anlan.web.route;

import tools.jackson.core.JsonGenerator;

/** The alternatives as a GeoJSON FeatureCollection: one line each, the safest last. */
public final class RouteGeoJson {
  private RouteGeoJson() {}

  /** Writes it. */
  public static void write(RouteAnswer answer, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("type", "FeatureCollection");
    json.writePOJOProperty("manifest", answer.manifest());
    json.writeArrayPropertyStart("features");
    for (RouteAnswer.Route route : answer.routes()) {
      json.writeStartObject();
      json.writeStringProperty("type", "Feature");
      json.writeStringProperty("id", route.id());
      json.writeObjectPropertyStart("properties");
      json.writeStringProperty("labels", String.join(",", route.labels()));
      json.writeNumberProperty("timeS", route.timeS());
      json.writeNumberProperty("lengthM", route.lengthM());
      if (route.risk() != null) {
        json.writeNumberProperty("risk", route.risk());
        json.writeStringProperty("riskUnit", route.riskUnit().zh());
      }
      json.writeNumberProperty("hazards", route.hazards().size());
      json.writeEndObject();
      json.writePOJOProperty("geometry", route.geometry());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}

package cn.anlan.web.surroundings;

import cn.anlan.geo.geojson.GeoJsonGeometry;
import cn.anlan.geo.geojson.GeoJsonValue;
import cn.anlan.web.site.SiteGeometry;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/**
 * A report as a GeoJSON layer: the place itself (role {@code subject}) and every listed neighbour's
 * nearest point (role {@code neighbour}) with its distance and direction.
 */
public final class ReportLayer {
  private ReportLayer() {}

  /** Writes one FeatureCollection. */
  public static void write(Report report, Subject subject, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("type", "FeatureCollection");
    json.writeNumberProperty("dataVersion", report.dataVersion());
    json.writeNumberProperty("radiusM", report.radiusM());
    json.writeArrayPropertyStart("features");
    json.writeStartObject();
    json.writeStringProperty("type", "Feature");
    json.writeName("geometry");
    GeoJsonGeometry.write(subject.geometry(), json);
    json.writeObjectPropertyStart("properties");
    json.writeStringProperty("role", "subject");
    property(json, "layer", subject.layer());
    property(json, "code", subject.code());
    property(json, "name", subject.name());
    property(json, "is_demo", subject.demo());
    json.writeEndObject();
    json.writeEndObject();
    for (Report.ThemeResult theme : report.themes()) {
      theme.items().forEach(neighbour -> write(theme, neighbour, json));
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(
      Report.ThemeResult theme, Report.Neighbour neighbour, JsonGenerator json) {
    List<Double> at = neighbour.point();
    json.writeStartObject();
    json.writeStringProperty("type", "Feature");
    json.writeName("geometry");
    GeoJsonGeometry.write(SiteGeometry.point(at.get(0), at.get(1)), json);
    json.writeObjectPropertyStart("properties");
    json.writeStringProperty("role", "neighbour");
    json.writeStringProperty("theme", theme.id());
    property(json, "layer", neighbour.layer());
    property(json, "id", neighbour.id());
    property(json, "code", neighbour.code());
    property(json, "name", neighbour.name());
    property(json, "kind", neighbour.kind().zh());
    property(json, "distance_m", neighbour.distanceM());
    property(json, "azimuth_deg", neighbour.azimuthDeg());
    property(json, "direction", neighbour.direction().zh());
    property(json, "value", neighbour.value());
    property(json, "is_demo", neighbour.isDemo());
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void property(JsonGenerator json, String name, Object value) {
    json.writeName(name);
    GeoJsonValue.write(value, json);
  }
}

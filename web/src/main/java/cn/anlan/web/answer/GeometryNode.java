package cn.anlan.web.answer;

import cn.anlan.geo.geojson.GeoJsonGeometry;
import java.io.StringWriter;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A geometry as a GeoJSON member of a small answer; large ones are streamed. */
public final class GeometryNode {
  private GeometryNode() {}

  /** Null for null. */
  public static JsonNode of(Geometry geometry) {
    if (geometry == null) {
      return null;
    }
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JsonMapper.shared().createGenerator(text)) {
      GeoJsonGeometry.write(geometry, json);
    }
    return JsonMapper.shared().readTree(text.toString());
  }
}

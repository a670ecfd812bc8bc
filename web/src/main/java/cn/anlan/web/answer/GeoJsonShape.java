package cn.anlan.web.answer;

import cn.anlan.geo.geojson.GeoJsonGeometry;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** Writes a geometry of an answer as a GeoJSON geometry object, coordinates in full precision. */
public final class GeoJsonShape extends ValueSerializer<Geometry> {
  @Override
  public void serialize(Geometry geometry, JsonGenerator json, SerializationContext context) {
    GeoJsonGeometry.write(geometry, json);
  }
}

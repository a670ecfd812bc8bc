package cn.anlan.web.road;

import cn.anlan.geo.geojson.GeoJsonGeometry;
import cn.anlan.geo.road.Stakes;
import cn.anlan.geo.road.linear.ChainBreak;
import cn.anlan.geo.road.linear.Direction;
import cn.anlan.geo.road.linear.RouteCut;
import java.util.List;
import org.locationtech.jts.geom.GeometryFactory;
import tools.jackson.core.JsonGenerator;

/** A stretch of a route as GeoJSON: a feature for each line without a gap; gaps are said beside. */
public final class CutLayer {
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private CutLayer() {}

  /**
   * Cuts it out.
   *
   * @throws cn.anlan.geo.fault.UserFault for a route or stakes that are not there
   */
  public static RouteCut cut(
      RoadLayer.State state, String route, String from, String to, String direction) {
    return state
        .routes()
        .cut(route, Stakes.parse(from), Stakes.parse(to), Direction.parse(direction));
  }

  /** Writes one FeatureCollection. */
  public static void write(RoadLayer.State state, RouteCut cut, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("type", "FeatureCollection");
    json.writeStringProperty("routeNo", cut.routeNo());
    json.writeStringProperty("from", Stakes.text(cut.fromKm()));
    json.writeStringProperty("to", Stakes.text(cut.toKm()));
    json.writeStringProperty("direction", cut.direction().code());
    json.writeNumberProperty("lengthM", cut.lengthM());
    json.writeNumberProperty("dataVersion", state.roads().dataVersion());
    json.writeBooleanProperty("isDemo", state.roads().isDemo());
    ranges(json, "gaps", cut.gaps());
    ranges(json, "repeated", cut.repeated());
    json.writeArrayPropertyStart("features");
    for (RouteCut.Line line : cut.lines()) {
      json.writeStartObject();
      json.writeStringProperty("type", "Feature");
      json.writeName("geometry");
      GeoJsonGeometry.write(GEOMETRIES.createLineString(line.points()), json);
      json.writeObjectPropertyStart("properties");
      json.writeStringProperty("routeNo", cut.routeNo());
      json.writeStringProperty("from", Stakes.text(line.fromKm()));
      json.writeStringProperty("to", Stakes.text(line.toKm()));
      json.writeArrayPropertyStart("codes");
      line.codes().forEach(json::writeString);
      json.writeEndArray();
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void ranges(JsonGenerator json, String name, List<ChainBreak> breaks) {
    json.writeArrayPropertyStart(name);
    for (ChainBreak at : breaks) {
      json.writeStartObject();
      json.writeStringProperty("kind", BreakView.code(at.kind()));
      json.writeStringProperty("from", Stakes.text(at.fromKm()));
      json.writeStringProperty("to", Stakes.text(at.toKm()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}

package cn.anlan.geo.geojson;

import cn.anlan.geo.fault.UserFault;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * GeoJSON geometries (RFC 7946) to and from JTS. Coordinates pass as they are: no rounding, no
 * datum. A height is dropped on reading and written where there is one. Rings must be closed and
 * have at least four positions.
 */
public final class GeoJsonGeometry {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private GeoJsonGeometry() {}

  /**
   * Reads one geometry object.
   *
   * @throws UserFault naming what is wrong where the object is not a GeoJSON geometry
   */
  public static Geometry read(JsonNode node) {
    if (node == null || !node.isObject() || !node.path("type").isString()) {
      throw fault("不是 GeoJSON 图形 (not a GeoJSON geometry)");
    }
    String type = node.get("type").asString();
    if (type.equals("GeometryCollection")) {
      List<Geometry> parts = new ArrayList<>();
      array(node.path("geometries")).forEach(part -> parts.add(read(part)));
      return FACTORY.createGeometryCollection(parts.toArray(Geometry[]::new));
    }
    JsonNode at = array(node.path("coordinates"));
    return switch (type) {
      case "Point" -> FACTORY.createPoint(position(at));
      case "MultiPoint" -> FACTORY.createMultiPointFromCoords(positions(at));
      case "LineString" -> line(at);
      case "MultiLineString" -> {
        List<LineString> lines = new ArrayList<>();
        at.forEach(part -> lines.add(line(part)));
        yield FACTORY.createMultiLineString(lines.toArray(LineString[]::new));
      }
      case "Polygon" -> polygon(at);
      case "MultiPolygon" -> {
        List<Polygon> polygons = new ArrayList<>();
        at.forEach(part -> polygons.add(polygon(part)));
        yield FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
      }
      default -> throw fault("未知图形类型 (unknown geometry type) " + type);
    };
  }

  /** Writes one geometry object with full precision, heights too; null writes {@code null}. */
  public static void write(Geometry geometry, JsonGenerator json) {
    if (geometry == null) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    json.writeStringProperty("type", geometry.getGeometryType());
    if (geometry.getClass() == GeometryCollection.class) {
      json.writeArrayPropertyStart("geometries");
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        write(geometry.getGeometryN(i), json);
      }
      json.writeEndArray();
    } else {
      json.writeName("coordinates");
      coordinates(geometry, json);
    }
    json.writeEndObject();
  }

  private static void coordinates(Geometry geometry, JsonGenerator json) {
    if (geometry instanceof Point point) {
      if (point.isEmpty()) {
        json.writeStartArray();
        json.writeEndArray();
      } else {
        position(point.getCoordinate(), json);
      }
    } else if (geometry instanceof LineString line) {
      json.writeStartArray();
      for (Coordinate c : line.getCoordinates()) {
        position(c, json);
      }
      json.writeEndArray();
    } else if (geometry instanceof Polygon polygon) {
      json.writeStartArray();
      if (!polygon.isEmpty()) {
        coordinates(polygon.getExteriorRing(), json);
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
          coordinates(polygon.getInteriorRingN(i), json);
        }
      }
      json.writeEndArray();
    } else {
      json.writeStartArray();
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        coordinates(geometry.getGeometryN(i), json);
      }
      json.writeEndArray();
    }
  }

  private static void position(Coordinate c, JsonGenerator json) {
    json.writeStartArray();
    json.writeNumber(c.x);
    json.writeNumber(c.y);
    if (Double.isFinite(c.getZ())) {
      json.writeNumber(c.getZ());
    }
    json.writeEndArray();
  }

  private static LineString line(JsonNode node) {
    Coordinate[] c = positions(node);
    if (c.length < 2) {
      throw fault("线至少要有两个点 (a line needs two positions)");
    }
    return FACTORY.createLineString(c);
  }

  private static Polygon polygon(JsonNode node) {
    List<LinearRing> rings = new ArrayList<>();
    for (JsonNode ring : array(node)) {
      Coordinate[] c = positions(ring);
      if (c.length < 4 || !c[0].equals2D(c[c.length - 1])) {
        throw fault("多边形的环须闭合且至少四个点 (a ring must be closed and have four positions)");
      }
      rings.add(FACTORY.createLinearRing(c));
    }
    if (rings.isEmpty()) {
      return FACTORY.createPolygon();
    }
    return FACTORY.createPolygon(
        rings.get(0), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
  }

  private static Coordinate[] positions(JsonNode node) {
    List<Coordinate> list = new ArrayList<>();
    array(node).forEach(p -> list.add(position(p)));
    return list.toArray(Coordinate[]::new);
  }

  private static Coordinate position(JsonNode node) {
    if (!node.isArray() || node.size() < 2 || !node.get(0).isNumber() || !node.get(1).isNumber()) {
      throw fault("坐标须为 [经度, 纬度] 数字 (a position is [lon, lat]), 实为 " + shortText(node));
    }
    return new Coordinate(node.get(0).asDouble(), node.get(1).asDouble());
  }

  private static JsonNode array(JsonNode node) {
    if (!node.isArray()) {
      throw fault("此处应为数组 (an array is expected): " + shortText(node));
    }
    return node;
  }

  private static String shortText(JsonNode node) {
    String text = node.toString();
    return text.length() > 40 ? text.substring(0, 40) + "…" : text;
  }

  private static UserFault fault(String problem) {
    return new UserFault(problem, "按 RFC 7946 提供图形 (send a geometry as RFC 7946 describes)");
  }
}

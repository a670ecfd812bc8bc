package cn.anlan.data.basemap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The base map's GeoJSON: one feature a line, five decimals (1.1 m at most), so that a change of
 * one feature is a change of one line.
 */
final class GeoJsonFile {
  static final int SRID = 4490;
  static final double SCALE = 1e5;
  static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), SRID);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private GeoJsonFile() {}

  /**
   * Reads a FeatureCollection; {@code code} becomes the feature's code, else the {@code id} does.
   */
  static List<BaseFeature> read(InputStream in) {
    List<BaseFeature> features = new ArrayList<>();
    for (JsonNode feature : JSON.readTree(in).path("features")) {
      Map<String, Object> properties = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> entry : feature.path("properties").properties()) {
        properties.put(entry.getKey(), value(entry.getValue()));
      }
      Object code = properties.remove("code");
      if (code == null) {
        code = feature.path("id").asString("");
      }
      features.add(
          new BaseFeature(code.toString(), properties, geometry(feature.path("geometry"))));
    }
    return features;
  }

  static List<BaseFeature> read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  static void write(Path file, String name, List<BaseFeature> features) {
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      out.write("{\"type\":\"FeatureCollection\",\"name\":" + JSON.writeValueAsString(name));
      out.write(
          ",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::4490\"}}");
      out.write(",\"features\":[\n");
      for (int i = 0; i < features.size(); i++) {
        out.write(line(features.get(i)));
        out.write(i + 1 < features.size() ? ",\n" : "\n");
      }
      out.write("]}\n");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  private static String line(BaseFeature feature) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("code", feature.code());
    properties.putAll(feature.properties());
    StringBuilder text = new StringBuilder("{\"type\":\"Feature\",\"properties\":");
    text.append(JSON.writeValueAsString(properties)).append(",\"geometry\":");
    writeGeometry(text, canonical(feature.geometry()));
    return text.append('}').toString();
  }

  /**
   * Polygons start and turn alike on every run, shells counter-clockwise as RFC 7946 has it; a line
   * keeps its direction, which is the river's.
   */
  private static Geometry canonical(Geometry geometry) {
    return geometry.getDimension() == 2 ? geometry.norm().reverse() : geometry;
  }

  static Geometry geometry(JsonNode node) {
    JsonNode c = node.path("coordinates");
    return switch (node.path("type").asString("")) {
      case "Point" -> FACTORY.createPoint(coordinate(c));
      case "LineString" -> FACTORY.createLineString(coordinates(c));
      case "MultiLineString" -> {
        List<LineString> lines = new ArrayList<>();
        c.forEach(line -> lines.add(FACTORY.createLineString(coordinates(line))));
        yield FACTORY.createMultiLineString(lines.toArray(LineString[]::new));
      }
      case "Polygon" -> polygon(c);
      case "MultiPolygon" -> {
        List<Polygon> polygons = new ArrayList<>();
        c.forEach(p -> polygons.add(polygon(p)));
        yield FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
      }
      default ->
          throw new IllegalArgumentException("not a base map geometry: " + node.path("type"));
    };
  }

  private static Polygon polygon(JsonNode rings) {
    LinearRing shell = FACTORY.createLinearRing(coordinates(rings.get(0)));
    LinearRing[] holes = new LinearRing[rings.size() - 1];
    for (int i = 0; i < holes.length; i++) {
      holes[i] = FACTORY.createLinearRing(coordinates(rings.get(i + 1)));
    }
    return FACTORY.createPolygon(shell, holes);
  }

  private static Coordinate[] coordinates(JsonNode list) {
    Coordinate[] coordinates = new Coordinate[list.size()];
    for (int i = 0; i < coordinates.length; i++) {
      coordinates[i] = coordinate(list.get(i));
    }
    return coordinates;
  }

  private static Coordinate coordinate(JsonNode pair) {
    return new Coordinate(pair.get(0).asDouble(), pair.get(1).asDouble());
  }

  private static Object value(JsonNode node) {
    if (node.isArray()) {
      List<Object> values = new ArrayList<>();
      node.forEach(v -> values.add(value(v)));
      return List.copyOf(values);
    }
    if (node.isBoolean()) {
      return node.asBoolean();
    }
    if (node.isIntegralNumber()) {
      return node.asLong();
    }
    if (node.isNumber()) {
      return node.asDouble();
    }
    return node.isNull() ? null : node.asString();
  }

  private static void writeGeometry(StringBuilder text, Geometry geometry) {
    text.append("{\"type\":\"").append(geometry.getGeometryType()).append("\",\"coordinates\":");
    if (geometry instanceof LineString line) {
      writeLine(text, line);
    } else if (geometry instanceof Polygon polygon) {
      writePolygon(text, polygon);
    } else {
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        text.append(i == 0 ? '[' : ',');
        if (geometry.getGeometryN(i) instanceof Polygon polygon) {
          writePolygon(text, polygon);
        } else {
          writeLine(text, (LineString) geometry.getGeometryN(i));
        }
      }
      text.append(']');
    }
    text.append('}');
  }

  private static void writePolygon(StringBuilder text, Polygon polygon) {
    text.append('[');
    writeLine(text, polygon.getExteriorRing());
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      text.append(',');
      writeLine(text, polygon.getInteriorRingN(i));
    }
    text.append(']');
  }

  private static void writeLine(StringBuilder text, LineString line) {
    for (int i = 0; i < line.getNumPoints(); i++) {
      Coordinate c = line.getCoordinateN(i);
      text.append(i == 0 ? "[[" : ",[").append(decimal(c.x)).append(',').append(decimal(c.y));
      text.append(']');
    }
    text.append(']');
  }

  private static String decimal(double degrees) {
    return Double.toString(Math.round(degrees * SCALE) / SCALE);
  }
}

package cn.anlan.data.basemap;

import cn.anlan.geo.geojson.GeoJsonGeometry;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
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
import org.locationtech.jts.geom.PrecisionModel;
import tools.jackson.core.JsonGenerator;
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
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringProperty("type", "Feature");
      json.writePOJOProperty("properties", properties);
      json.writeName("geometry");
      GeoJsonGeometry.write(rounded(canonical(feature.geometry())), json);
      json.writeEndObject();
    }
    return text.toString();
  }

  /**
   * Polygons start and turn alike on every run, shells counter-clockwise as RFC 7946 has it; a line
   * keeps its direction, which is the river's.
   */
  private static Geometry canonical(Geometry geometry) {
    return geometry.getDimension() == 2 ? geometry.norm().reverse() : geometry;
  }

  static Geometry geometry(JsonNode node) {
    Geometry geometry = FACTORY.createGeometry(GeoJsonGeometry.read(node));
    geometry.setSRID(SRID);
    return geometry;
  }

  private static Geometry rounded(Geometry geometry) {
    Geometry copy = geometry.copy();
    copy.apply((Coordinate c) -> c.setCoordinate(new Coordinate(round(c.x), round(c.y))));
    return copy;
  }

  private static double round(double degrees) {
    return Math.round(degrees * SCALE) / SCALE;
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
}

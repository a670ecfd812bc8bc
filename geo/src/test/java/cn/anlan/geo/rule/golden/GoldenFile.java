package cn.anlan.geo.rule.golden;

import cn.anlan.geo.geojson.GeoJsonGeometry;
import cn.anlan.geo.rule.Shore;
import cn.anlan.geo.rule.ground.Coverage;
import cn.anlan.geo.rule.ground.Ground;
import cn.anlan.geo.rule.ground.Shores;
import cn.anlan.geo.rule.ground.TargetLayer;
import cn.anlan.geo.snapshot.ColumnKind;
import cn.anlan.geo.snapshot.ColumnSpec;
import cn.anlan.geo.snapshot.SnapshotBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One file of {@code golden/}, as what a rule is measured against and what it is asked. */
final class GoldenFile implements Ground {
  private static final List<String> OF_SHORE =
      List.of("water_code", "water_name", "definition", "sigma_definition_m");

  private final String rule;
  private final String version;
  private final List<JsonNode> subjects = new ArrayList<>();
  private final Map<String, List<JsonNode>> targets = new LinkedHashMap<>();
  private final Map<String, List<Coverage.Area>> covered = new LinkedHashMap<>();
  private final Map<String, TargetLayer> layers = new LinkedHashMap<>();
  private final Shores shores;

  private GoldenFile(JsonNode file) {
    rule = file.get("rule").stringValue();
    version = file.get("version").stringValue();
    for (JsonNode feature : file.get("features")) {
      JsonNode properties = feature.get("properties");
      String layer = properties.get("layer").stringValue();
      switch (properties.get("role").stringValue()) {
        case "subject" -> subjects.add(feature);
        case "target" -> targets.computeIfAbsent(layer, l -> new ArrayList<>()).add(feature);
        default ->
            covered
                .computeIfAbsent(layer, l -> new ArrayList<>())
                .add(new Coverage.Area(geometry(feature), false));
      }
    }
    List<JsonNode> lines = targets.getOrDefault("shoreline", List.of());
    shores = Shores.of(lines.stream().map(GoldenFile::shore).toList());
  }

  static GoldenFile read(String name) {
    try (InputStream in = GoldenFile.class.getResourceAsStream("/golden/" + name + ".geojson")) {
      if (in == null) {
        throw new IllegalStateException("no golden cases for " + name);
      }
      return new GoldenFile(new JsonMapper().readTree(in.readAllBytes()));
    } catch (IOException e) {
      throw new IllegalStateException("reading golden cases of " + name, e);
    }
  }

  String rule() {
    return rule;
  }

  String version() {
    return version;
  }

  List<JsonNode> subjects() {
    return subjects;
  }

  @Override
  public TargetLayer layer(String id) {
    return layers.computeIfAbsent(id, this::build);
  }

  @Override
  public Shores shores() {
    return shores;
  }

  @Override
  public Coverage coverage(String layer) {
    return Coverage.of(covered.getOrDefault(layer, List.of()));
  }

  static Geometry geometry(JsonNode feature) {
    return GeoJsonGeometry.read(feature.get("geometry"));
  }

  /** A JSON value as a snapshot would give it, save that every number is a double. */
  static Object value(JsonNode value) {
    if (value == null || value.isNull()) {
      return null;
    }
    return value.isBoolean()
        ? (Object) value.booleanValue()
        : value.isNumber() ? (Object) value.doubleValue() : value.stringValue();
  }

  static Double sigmaM(JsonNode feature) {
    return (Double) value(feature.get("properties").get("sigma_m"));
  }

  private TargetLayer build(String id) {
    List<JsonNode> features = targets.getOrDefault(id, List.of());
    Map<String, ColumnKind> kinds = new LinkedHashMap<>();
    kinds.put("code", ColumnKind.TEXT);
    kinds.put("sigma_m", ColumnKind.NUMBER);
    for (JsonNode feature : features) {
      for (Map.Entry<String, JsonNode> one : attributes(feature).properties()) {
        Object value = value(one.getValue());
        ColumnKind kind =
            value instanceof Boolean
                ? ColumnKind.BOOLEAN
                : value instanceof Double ? ColumnKind.NUMBER : ColumnKind.TEXT;
        kinds.merge(one.getKey(), kind, (before, now) -> value == null ? before : now);
      }
    }
    List<ColumnSpec> columns =
        kinds.entrySet().stream().map(e -> new ColumnSpec(e.getKey(), e.getValue())).toList();
    SnapshotBuilder rows = new SnapshotBuilder(id, 1, columns);
    for (int i = 0; i < features.size(); i++) {
      JsonNode feature = features.get(i);
      JsonNode attributes = attributes(feature);
      Object[] values =
          columns.stream()
              .map(
                  column ->
                      switch (column.name()) {
                        case "code" ->
                            attributes.has("code")
                                ? value(attributes.get("code"))
                                : feature.get("id").stringValue();
                        case "sigma_m" -> sigmaM(feature);
                        default -> value(attributes.get(column.name()));
                      })
              .toArray();
      rows.add(i + 1, new WKBWriter().write(geometry(feature)), values);
    }
    return TargetLayer.of(rows.build());
  }

  static JsonNode attributes(JsonNode feature) {
    return feature.get("properties").get("attributes");
  }

  /** Of a shore's attributes some are its own, the rest are its water's. */
  private static Shore shore(JsonNode feature) {
    JsonNode attributes = attributes(feature);
    Map<String, Object> water = new LinkedHashMap<>();
    attributes.properties().stream()
        .filter(e -> !OF_SHORE.contains(e.getKey()))
        .forEach(e -> water.put(e.getKey(), value(e.getValue())));
    String code = feature.get("id").stringValue();
    return new Shore(
        1,
        code,
        // each case has a water of its own
        attributes.get("water_code").stringValue() + code,
        attributes.get("water_name").stringValue(),
        water,
        attributes.get("definition").stringValue(),
        sigmaM(feature),
        attributes.get("sigma_definition_m").doubleValue(),
        false,
        geometry(feature));
  }
}

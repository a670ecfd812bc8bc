package cn.anlan.web.ogc.schema;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.catalog.Code;
import cn.anlan.data.catalog.Field;
import cn.anlan.data.catalog.GeometryKind;
import cn.anlan.data.catalog.Layer;
import cn.anlan.data.catalog.LayerTime;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A layer as a JSON schema (2020-12) with the roles of OGC API – Features Part 5. Titles are
 * Chinese, the English ones stand beside as {@code x-anlan-title-en}; code lists are both an {@code
 * enum} and a {@code oneOf} with the codes' titles.
 */
final class LayerSchema {
  private static final String TITLE_EN = "x-anlan-title-en";
  private static final String ROLE = "x-ogc-role";

  private final Catalog catalog;
  private final Layer layer;
  private final Optional<LayerTime> time;

  LayerSchema(Catalog catalog, Layer layer) {
    this.catalog = catalog;
    this.layer = layer;
    this.time = LayerTime.of(layer);
  }

  /** What filters may name: everything that snapshots hold, and the geometry. */
  ObjectNode queryables(String self) {
    ObjectNode schema = schema(self, LayerProperty::held);
    if (layer.hasGeometry()) {
      geometry(schema.withObjectProperty("properties"), LayerSnapshot.GEOMETRY);
    }
    return schema.put("additionalProperties", false);
  }

  /** What items may be ordered by. */
  ObjectNode sortables(String self) {
    return schema(self, LayerProperty::isSortable).put("additionalProperties", false);
  }

  /** What an item holds; some properties only where it is asked for alone. */
  ObjectNode returnables(String self) {
    ObjectNode schema = schema(self, property -> true);
    if (layer.hasGeometry()) {
      geometry(schema.withObjectProperty("properties"), "geometry");
    }
    return schema;
  }

  private ObjectNode schema(String self, Predicate<LayerProperty> wanted) {
    ObjectNode schema = JsonMapper.shared().createObjectNode();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$id", self);
    schema.put("type", "object");
    title(schema, layer.title());
    schema.put("description", layer.description().zh());
    ObjectNode properties = schema.putObject("properties");
    ObjectNode id = properties.putObject(LayerSnapshot.ID);
    title(id, LayerProperty.standardTitle(LayerSnapshot.ID));
    id.put("type", "integer").put(ROLE, "id").put("readOnly", true);
    LayerProperty.of(layer).stream()
        .filter(wanted)
        .forEach(property -> describe(property, properties.putObject(property.name())));
    return schema;
  }

  private void describe(LayerProperty property, ObjectNode node) {
    title(node, property.title());
    switch (property.kind()) {
      case TEXT, CODE -> node.put("type", "string");
      case INTEGER -> node.put("type", "integer");
      case NUMBER -> node.put("type", "number");
      case BOOLEAN -> node.put("type", "boolean");
      case DATE -> node.put("type", "string").put("format", "date");
      case TEXT_LIST -> node.put("type", "array").putObject("items").put("type", "string");
    }
    findRole(property.name()).ifPresent(role -> node.put(ROLE, role));
    if (!property.held()) {
      node.put("x-anlan-single-item-only", true);
      node.put("description", "仅在单个要素中给出 / given only where the item is asked for alone");
    }
    if (property.field() != null) {
      limits(property.field(), node);
    }
  }

  private void limits(Field field, ObjectNode node) {
    if (field.unit() != null) {
      node.put("x-ogc-unit", field.unit());
    }
    if (field.min() != null) {
      node.put("minimum", field.min());
    }
    if (field.max() != null) {
      node.put("maximum", field.max());
    }
    if (field.maxLength() != null) {
      node.put("maxLength", field.maxLength());
    }
    if (field.codes() != null) {
      codes(catalog.getCodes(field.codes()).codes(), node);
    }
  }

  /** All codes, also former ones: rows of the past have them. */
  private static void codes(List<Code> codes, ObjectNode node) {
    boolean whole = node.get("type").asString().equals("integer");
    ArrayNode values = node.putArray("enum");
    ArrayNode titled = node.putArray("oneOf");
    for (Code code : codes) {
      ObjectNode one = titled.addObject();
      if (whole) {
        values.add(Long.parseLong(code.value()));
        one.put("const", Long.parseLong(code.value()));
      } else {
        values.add(code.value());
        one.put("const", code.value());
      }
      title(one, code.title());
    }
  }

  private Optional<String> findRole(String name) {
    return time.flatMap(
        t -> {
          if (name.equals(t.begin())) {
            return Optional.of(t.isInterval() ? "primary-interval-start" : "primary-instant");
          }
          return name.equals(t.end()) ? Optional.of("primary-interval-end") : Optional.empty();
        });
  }

  private void geometry(ObjectNode properties, String name) {
    ObjectNode node = properties.putObject(name);
    title(node, LayerProperty.standardTitle(LayerSnapshot.GEOMETRY));
    node.put("format", "geometry-" + shape(layer.geometry()));
    node.put(ROLE, "primary-geometry");
  }

  private static String shape(GeometryKind kind) {
    return switch (kind) {
      case POINT -> "point";
      case LINE, LINE_Z -> "multilinestring";
      case POLYGON -> "multipolygon";
      case ANY, NONE -> "any";
    };
  }

  private static void title(ObjectNode node, Text title) {
    node.put("title", title.zh()).put(TITLE_EN, title.en());
  }
}

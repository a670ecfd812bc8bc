package cn.anlan.web.screening;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.catalog.Field;
import cn.anlan.data.catalog.Layer;
import cn.anlan.geo.fault.UserFault;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * What a sender says of a site beyond its place, as values of the fields of the layers that it
 * stands for. Names may be written as the catalogue does ({@code hazardous_producer}) or as JSON
 * does ({@code hazardousProducer}). A name that none of the layers has, or a value that the field
 * could not hold, is refused: a condition that is passed over would change the verdict.
 */
final class Attributes {
  private final Map<String, Field> fields = new LinkedHashMap<>();
  private final Catalog catalog;

  Attributes(Catalog catalog, List<String> layers) {
    this.catalog = catalog;
    for (String id : layers) {
      Layer layer = catalog.getLayer(id);
      layer.fields().forEach(field -> fields.putIfAbsent(field.name(), field));
    }
  }

  /**
   * @param node an object, or missing for nothing
   */
  Map<String, Object> read(JsonNode node) {
    Map<String, Object> values = new HashMap<>();
    if (node.isMissingNode() || node.isNull()) {
      return values;
    }
    if (!node.isObject()) {
      throw new UserFault(
          "attributes 不是对象 (not an object)", "写作 {\"字段\": 值} (write {\"field\": value})");
    }
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      Field field = field(entry.getKey());
      if (!entry.getValue().isNull()) {
        values.put(field.name(), value(field, entry.getValue()));
      }
    }
    return values;
  }

  private Field field(String name) {
    String column =
        name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(java.util.Locale.ROOT);
    Field field = fields.get(column);
    if (field == null) {
      throw new UserFault(
          "attributes." + name + " 不是这类场址的字段 (no field of such a site)",
          "可用 (known): " + String.join(", ", new TreeSet<>(fields.keySet())));
    }
    return field;
  }

  private Object value(Field field, JsonNode node) {
    return switch (field.type()) {
      case BOOLEAN -> {
        require(node.isBoolean(), field, node, "true 或 false");
        yield node.asBoolean();
      }
      case INTEGER -> {
        require(node.canConvertToLong() && node.isIntegralNumber(), field, node, "整数 (an integer)");
        yield inRange(field, node, (Long) node.asLong());
      }
      case NUMBER -> {
        require(node.isNumber() && Double.isFinite(node.asDouble()), field, node, "数 (a number)");
        yield inRange(field, node, (Double) node.asDouble());
      }
      case DATE -> date(field, node);
      case CODE -> {
        boolean known =
            node.isString() && catalog.getCodes(field.codes()).find(node.asString()).isPresent();
        require(
            known,
            field,
            node,
            "编码之一 (one of) "
                + catalog.getCodes(field.codes()).codes().stream().map(c -> c.value()).toList());
        yield node.asString();
      }
      case TEXT -> {
        require(node.isString(), field, node, "文本 (a text)");
        yield node.asString();
      }
      case TEXT_LIST -> {
        require(node.isArray(), field, node, "文本数组 (an array of texts)");
        yield node.valueStream().map(JsonNode::asString).toList();
      }
    };
  }

  private static <T extends Number> T inRange(Field field, JsonNode node, T value) {
    boolean low = field.min() != null && value.doubleValue() < field.min();
    boolean high = field.max() != null && value.doubleValue() > field.max();
    require(!low && !high, field, node, field.min() + " … " + field.max());
    return value;
  }

  private static LocalDate date(Field field, JsonNode node) {
    try {
      return LocalDate.parse(node.asString(""));
    } catch (DateTimeParseException e) {
      require(false, field, node, "yyyy-MM-dd");
      throw e;
    }
  }

  private static void require(boolean holds, Field field, JsonNode node, String wanted) {
    if (!holds) {
      throw new UserFault(
          "attributes." + field.name() + "=" + node + " 不可用 (not usable)", "应为 (give) " + wanted);
    }
  }
}

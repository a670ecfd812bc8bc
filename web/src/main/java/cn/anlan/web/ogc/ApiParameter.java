package cn.anlan.web.ogc;

import cn.anlan.geo.text.Text;
import java.util.Collection;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A parameter of an operation in the OpenAPI document.
 *
 * @param in {@code path} or {@code query}
 * @param schema its JSON schema in OpenAPI's dialect
 */
public record ApiParameter(String name, String in, Text meaning, ObjectNode schema) {
  public static ApiParameter path(String name, Text meaning, ObjectNode schema) {
    return new ApiParameter(name, "path", meaning, schema);
  }

  public static ApiParameter query(String name, Text meaning, ObjectNode schema) {
    return new ApiParameter(name, "query", meaning, schema);
  }

  /** The schema of a text. */
  public static ObjectNode text() {
    return object().put("type", "string");
  }

  /** The schema of one of some words. */
  public static ObjectNode oneOf(Collection<String> words) {
    ObjectNode schema = text();
    ArrayNode values = schema.putArray("enum");
    words.forEach(values::add);
    return schema;
  }

  /** The schema of a whole number. */
  public static ObjectNode whole(long least, long greatest, Long standard) {
    ObjectNode schema = object().put("type", "integer").put("minimum", least);
    schema.put("maximum", greatest);
    return standard == null ? schema : schema.put("default", standard);
  }

  /** The schema of values parted by commas. */
  public static ObjectNode list(ObjectNode items) {
    ObjectNode schema = object().put("type", "array");
    schema.set("items", items);
    return schema;
  }

  private static ObjectNode object() {
    return JsonMapper.shared().createObjectNode();
  }

  ObjectNode node() {
    ObjectNode node = object().put("name", name).put("in", in);
    node.put("description", meaning.zh() + " / " + meaning.en());
    node.put("required", in.equals("path"));
    if (in.equals("query")) {
      node.put("style", "form").put("explode", false);
    }
    node.set("schema", schema);
    return node;
  }
}

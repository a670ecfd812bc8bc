package cn.anlan.geo.rule.golden;

import java.util.Map;

/** As much JSON as the golden cases need. */
final class Json {
  private Json() {}

  static String object(Map<String, Object> values) {
    StringBuilder text = new StringBuilder("{");
    values.forEach(
        (name, value) ->
            text.append(text.length() > 1 ? "," : "")
                .append(text(name))
                .append(":")
                .append(value instanceof String s ? text(s) : String.valueOf(value)));
    return text.append("}").toString();
  }

  static String text(String value) {
    return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}

package cn.anlan.data.source.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** JSON values as plain Java, numbers exact. */
final class JsonValues {
  private static final int LARGEST_SCALE = 400;

  /** So many digits always fit a long. */
  private static final int LONG_DIGITS = 18;

  private JsonValues() {}

  /** Any JSON value as plain Java. */
  static Object read(JsonParser p) {
    return switch (p.currentToken()) {
      case START_OBJECT -> {
        Map<String, Object> members = new LinkedHashMap<>();
        while (p.nextToken() == JsonToken.PROPERTY_NAME) {
          String member = p.currentName();
          p.nextToken();
          members.put(member, read(p));
        }
        yield members;
      }
      case START_ARRAY -> {
        List<Object> items = new ArrayList<>();
        while (p.nextToken() != JsonToken.END_ARRAY) {
          items.add(read(p));
        }
        yield items;
      }
      case VALUE_STRING -> p.getString();
      case VALUE_TRUE -> Boolean.TRUE;
      case VALUE_FALSE -> Boolean.FALSE;
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(p.getString());
      default -> null;
    };
  }

  private static Object number(String text) {
    if (text.length() <= LONG_DIGITS
        && text.indexOf('.') < 0
        && text.indexOf('e') < 0
        && text.indexOf('E') < 0) {
      return Long.valueOf(text);
    }
    BigDecimal exact = new BigDecimal(text);
    // A few characters can stand for a billion digits; such a number is only worth a double.
    return Math.abs(exact.scale()) > LARGEST_SCALE ? (Object) exact.doubleValue() : exact;
  }

  /** Objects as text: a table has no cell for them. */
  static Object flat(Object value) {
    return value instanceof Map<?, ?> map ? map.toString() : value;
  }
}

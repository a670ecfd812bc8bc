package cn.anlan.data.ingest.load;

import java.util.List;
import java.util.stream.Collectors;

/** Values in the text format of PostgreSQL's COPY. */
public final class CopyText {
  /** How COPY's text form writes null. */
  public static final String NULL = "\\N";

  private CopyText() {}

  /** A value as COPY's text form takes it; lists as arrays. */
  public static String cell(Object value) {
    if (value == null) {
      return NULL;
    }
    return value instanceof List<?> items ? escaped(array(items)) : escaped(value.toString());
  }

  private static String array(List<?> items) {
    return items.stream()
        .map(i -> '"' + i.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"')
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\' -> escaped.append("\\\\");
        case '\t' -> escaped.append("\\t");
        case '\n' -> escaped.append("\\n");
        case '\r' -> escaped.append("\\r");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }
}

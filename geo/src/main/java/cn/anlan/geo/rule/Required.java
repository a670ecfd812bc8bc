package cn.anlan.geo.rule;

import java.util.List;

/** The checks of definition records; the reader adds file, line and column to what they throw. */
public final class Required {
  private Required() {}

  public static void text(String value, String key) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("'" + key + "' is required");
    }
  }

  public static void value(Object value, String key) {
    if (value == null) {
      throw new IllegalArgumentException("'" + key + "' is required");
    }
  }

  public static <T> List<T> someOf(List<T> values, String key) {
    if (values == null || values.isEmpty() || values.contains(null)) {
      throw new IllegalArgumentException("'" + key + "' needs at least one value");
    }
    return List.copyOf(values);
  }
}

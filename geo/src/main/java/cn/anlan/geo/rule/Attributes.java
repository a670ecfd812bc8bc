package cn.anlan.geo.rule;

import java.util.Map;

/**
 * The values of one feature by its layer's field names; of the classes that {@link
 * cn.anlan.geo.snapshot.ColumnKind} names.
 */
@FunctionalInterface
public interface Attributes {
  /** Nothing is known. */
  Attributes NONE = field -> null;

  /** The value, or null where there is none. */
  Object value(String field);

  static Attributes of(Map<String, Object> values) {
    return values::get;
  }

  /** Whether there is anything: no value, a blank text and false are nothing. */
  default boolean has(String field) {
    Object value = value(field);
    return value instanceof String text ? !text.isBlank() : value != null && value != Boolean.FALSE;
  }
}

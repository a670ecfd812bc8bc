package cn.anlan.geo.rule;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A {@code where:} of a rule file: for each field the values that are allowed; all fields must
 * agree. A field with several values agrees if one of them is allowed.
 */
public record Conditions(@JsonValue Map<String, List<Object>> allowed) {
  /** Agrees with everything. */
  public static final Conditions NONE = new Conditions(Map.of());

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Conditions {
    Map<String, List<Object>> copy = new LinkedHashMap<>();
    if (allowed != null) {
      allowed.forEach((field, values) -> copy.put(field, Required.someOf(values, field)));
    }
    allowed = java.util.Collections.unmodifiableMap(copy);
  }

  /** The first field whose value is not known and that no other field makes unimportant. */
  Optional<String> findMissing(Map<String, Object> attributes) {
    return agree(attributes) == null
        ? allowed.keySet().stream().filter(f -> attributes.get(f) == null).findFirst()
        : Optional.empty();
  }

  /** True or false, or null where a missing value leaves it open. */
  Boolean agree(Map<String, Object> attributes) {
    boolean open = false;
    for (Map.Entry<String, List<Object>> condition : allowed.entrySet()) {
      Object value = attributes.get(condition.getKey());
      if (value == null) {
        open = true;
      } else if (!agrees(value, condition.getValue())) {
        return false;
      }
    }
    return open ? null : true;
  }

  private static boolean agrees(Object value, List<Object> allowed) {
    if (value instanceof Collection<?> several) {
      return several.stream().filter(Objects::nonNull).anyMatch(v -> agrees(v, allowed));
    }
    return allowed.stream().anyMatch(a -> same(a, value));
  }

  private static boolean same(Object a, Object b) {
    if (a instanceof Number x && b instanceof Number y) {
      return x.doubleValue() == y.doubleValue();
    }
    return a.equals(b);
  }
}

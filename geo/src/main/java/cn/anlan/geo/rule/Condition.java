package cn.anlan.geo.rule;

import cn.anlan.geo.filter.Filter;
import cn.anlan.geo.filter.Logic;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Set;

/**
 * A condition of a rule file, in CQL2 text, asked of one feature's attributes. A missing value
 * makes it unknown, unless the others decide without it.
 */
public record Condition(Filter filter) {
  /**
   * @throws cn.anlan.geo.fault.UserFault where the text is no filter, naming the column in the text
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Condition parse(String cql2) {
    return new Condition(Filter.parse(cql2));
  }

  @JsonValue
  public String text() {
    return filter.text();
  }

  public Logic test(Attributes attributes) {
    return filter.test(attributes::value);
  }

  /** The same, where no condition at all holds of everything. */
  public static Logic test(Condition conditionOrNull, Attributes attributes) {
    return conditionOrNull == null ? Logic.TRUE : conditionOrNull.test(attributes);
  }

  public Set<String> fields() {
    return filter.properties();
  }

  /** The fields that it names and that have no value. */
  public List<String> missing(Attributes attributes) {
    return fields().stream().filter(f -> attributes.value(f) == null).toList();
  }

  @Override
  public String toString() {
    return text();
  }
}

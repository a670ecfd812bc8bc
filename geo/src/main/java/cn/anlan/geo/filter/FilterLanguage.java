package cn.anlan.geo.filter;

import cn.anlan.geo.fault.UserFault;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A language that filters are written in: a value of the parameter {@code filter-lang}. */
public enum FilterLanguage {
  CQL2_TEXT("cql2-text"),
  CQL2_JSON("cql2-json");

  private final String id;

  FilterLanguage(String id) {
    this.id = id;
  }

  /** How requests name it. */
  public String id() {
    return id;
  }

  /**
   * @throws UserFault where no language has this name
   */
  public static FilterLanguage get(String id) {
    return Arrays.stream(values())
        .filter(language -> language.id.equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new UserFault(
                    "不认识的过滤语言 '" + id + "' / unknown filter language '" + id + "'",
                    "可用 / use: "
                        + Arrays.stream(values())
                            .map(FilterLanguage::id)
                            .collect(Collectors.joining(", "))));
  }

  /** What a filter is written in: JSON is an object, which no text begins as. */
  public static FilterLanguage of(String filter) {
    return filter != null && filter.stripLeading().startsWith("{") ? CQL2_JSON : CQL2_TEXT;
  }
}

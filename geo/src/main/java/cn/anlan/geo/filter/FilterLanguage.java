package cn.anlan.geo.filter;

import cn.anlan.geo.fault.UserFault;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A language that filters are written in: a value of the parameter {@code filter-lang}. */
public enum FilterLanguage {
  CQL2_TEXT("cql2-text"),
  CQL2_JSON("cql2-json");

  private static final String CQL2 = "http://www.opengis.net/spec/cql2/1.0/conf/";
  private static final List<String> CLASSES =
      List.of(
          "cql2-text",
          "cql2-json",
          "basic-cql2",
          "advanced-comparison-operators",
          "case-insensitive-comparison",
          "accent-insensitive-comparison",
          "basic-spatial-functions",
          "basic-spatial-functions-plus",
          "spatial-functions",
          "temporal-functions",
          "property-property");

  private final String id;

  FilterLanguage(String id) {
    this.id = id;
  }

  /** The URIs of the classes of CQL2 (OGC 21-065r2) that filters keep, in both languages. */
  public static List<String> conformance() {
    return CLASSES.stream().map(name -> CQL2 + name).toList();
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
  static FilterLanguage of(String filter) {
    return filter != null && filter.stripLeading().startsWith("{") ? CQL2_JSON : CQL2_TEXT;
  }
}

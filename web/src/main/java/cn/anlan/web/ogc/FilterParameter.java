package cn.anlan.web.ogc;

import cn.anlan.geo.filter.Filter;
import cn.anlan.geo.filter.FilterCrs;
import cn.anlan.geo.filter.FilterLanguage;
import java.util.List;
import java.util.Optional;

/** The parameters {@code filter}, {@code filter-lang} and {@code filter-crs} (Part 3, 6). */
public final class FilterParameter {
  /** Their names. */
  public static final List<String> NAMES = List.of("filter", "filter-lang", "filter-crs");

  private FilterParameter() {}

  /**
   * The filter; text and JSON are told apart where the language is not named.
   *
   * @throws cn.anlan.geo.fault.UserFault where one of the three cannot be understood
   */
  public static Optional<Filter> of(OgcRequest request) {
    OgcCrs written =
        request
            .find("filter-crs")
            .map(value -> OgcCrs.parse("filter-crs", value))
            .orElse(OgcCrs.CRS84);
    FilterCrs crs = new FilterCrs(written.system(), written.northFirst());
    Optional<FilterLanguage> named = request.find("filter-lang").map(FilterLanguage::get);
    return request
        .find("filter")
        .map(text -> Filter.parse(text, named.orElseGet(() -> FilterLanguage.of(text)), crs));
  }
}

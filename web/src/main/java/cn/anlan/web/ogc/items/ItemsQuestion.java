package cn.anlan.web.ogc.items;

import cn.anlan.data.catalog.Layer;
import cn.anlan.geo.fault.Spelling;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.filter.Filter;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.geo.snapshot.RowPredicate;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.web.ogc.Datetime;
import cn.anlan.web.ogc.FilterParameter;
import cn.anlan.web.ogc.OgcCrs;
import cn.anlan.web.ogc.OgcRequest;
import cn.anlan.web.ogc.schema.LayerProperty;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What somebody asks of a collection's items.
 *
 * @param columns the properties that are wanted, in their order
 * @param after the mark of the page before; empty for the first
 */
record ItemsQuestion(
    Layer layer,
    int limit,
    OgcCrs crs,
    List<String> columns,
    SortOrder order,
    Optional<String> after,
    OgcRequest request) {
  static final int MAX_LIMIT = 10_000;
  static final int USUAL_LIMIT = 100;

  /** A page for people is shorter. */
  static final int USUAL_LIMIT_HTML = 50;

  static final int MAX_LIMIT_HTML = 500;

  private static final List<String> PARAMETERS =
      List.of(
          "limit",
          "after",
          "bbox",
          "bbox-crs",
          "datetime",
          "crs",
          "filter",
          "filter-lang",
          "filter-crs",
          "sortby",
          "properties");

  /** Parameters of the resource besides {@code f} and {@code lang}. */
  static List<String> parameters(Layer layer) {
    List<String> all = new ArrayList<>(PARAMETERS);
    all.addAll(PropertyParameters.names(layer, PARAMETERS));
    return all;
  }

  /**
   * @throws UserFault naming the parameter that cannot be used
   */
  static ItemsQuestion of(Layer layer, OgcRequest request) {
    return new ItemsQuestion(
        layer,
        limit(request),
        crs("crs", request),
        columns(request.find("properties"), layer),
        request.find("sortby").map(s -> SortOrder.parse(s, layer)).orElse(SortOrder.BY_ID),
        request.find("after"),
        request);
  }

  /** The rows that it asks for, all pages together. */
  Query of(LayerSnapshot snapshot, Scope scope) {
    Query query = Query.on(snapshot, scope);
    Optional<Filter> filter = FilterParameter.of(request);
    if (filter.isPresent()) {
      query = query.filter(filter.get());
    }
    Optional<String> datetime = request.find("datetime");
    if (datetime.isPresent()) {
      query = Datetime.parse(datetime.get()).rowsOf(layer).map(query::filter).orElse(query);
    }
    for (RowPredicate equal : PropertyParameters.read(layer, PARAMETERS, request)) {
      query = query.filter(equal);
    }
    OgcCrs boxCrs = crs("bbox-crs", request);
    Optional<String> bbox = request.find("bbox");
    return bbox.isPresent() ? query.filter(BoxFilter.parse(bbox.get(), boxCrs)) : query;
  }

  private static OgcCrs crs(String parameter, OgcRequest request) {
    return request.find(parameter).map(v -> OgcCrs.parse(parameter, v)).orElse(OgcCrs.CRS84);
  }

  /** More than the greatest page is no fault: the greatest is given (Part 1, 7.15.2). */
  private static int limit(OgcRequest request) {
    int usual = request.isHtml() ? USUAL_LIMIT_HTML : USUAL_LIMIT;
    int greatest = request.isHtml() ? MAX_LIMIT_HTML : MAX_LIMIT;
    Optional<String> text = request.find("limit");
    if (text.isEmpty()) {
      return usual;
    }
    if (!text.get().matches("\\d{1,18}") || Long.parseLong(text.get()) == 0) {
      throw new UserFault(
          "limit=" + text.get() + " 不可用 (not usable)",
          "取 1 到 " + greatest + " 的整数 (a whole number from 1 to " + greatest + ")");
    }
    return (int) Math.min(greatest, Long.parseLong(text.get()));
  }

  private static List<String> columns(Optional<String> wanted, Layer layer) {
    List<String> held =
        LayerProperty.of(layer).stream()
            .filter(LayerProperty::held)
            .map(LayerProperty::name)
            .toList();
    if (wanted.isEmpty()) {
      return held;
    }
    List<String> columns = new ArrayList<>();
    for (String name : Arrays.stream(wanted.get().split(",", -1)).map(String::strip).toList()) {
      if (!held.contains(name)) {
        throw new UserFault(
            "properties="
                + wanted.get()
                + ": 没有属性 \""
                + name
                + "\" (no such property in pages of items)",
            Spelling.hint(name, held) + "可用 (known): " + String.join(", ", held));
      }
      columns.add(name);
    }
    return columns.stream().distinct().toList();
  }
}

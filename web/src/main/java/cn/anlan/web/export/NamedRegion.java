package cn.anlan.web.export;

import cn.anlan.data.catalog.Layer;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.snapshot.Disclosure;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.RowPredicate;
import cn.anlan.geo.snapshot.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;

/**
 * A province, city or county by which rows are chosen. Where a layer's rows name their county, the
 * declared code decides (also a former one of the region); otherwise the shape does.
 *
 * @param codes its present code and the former ones
 */
public record NamedRegion(String code, String name, List<String> codes, Optional<Geometry> shape) {
  private static final int MOST_NAMED = 10;

  /**
   * @param wanted code, name or alias
   * @throws UserFault where no region is called so, or several are
   */
  public static NamedRegion find(String wanted, LayerSnapshot regions) {
    String text = wanted.strip();
    List<Integer> named =
        regions.rows().filter(row -> isCalled(text, row, regions)).boxed().toList();
    // A county and what it was before may share a name: the one that is drawn is today's.
    List<Integer> drawn =
        named.stream().filter(row -> regions.findGeometry(row).isPresent()).toList();
    List<Integer> found = drawn.isEmpty() ? named : drawn;
    if (found.size() != 1) {
      throw fault(text, found, regions);
    }
    return of(found.get(0), regions);
  }

  private static boolean isCalled(String text, int row, LayerSnapshot regions) {
    return text.equals(regions.text(LayerSnapshot.CODE, row))
        || text.equals(regions.text("name", row))
        || list(regions, "aliases", row).contains(text);
  }

  private static NamedRegion of(int row, LayerSnapshot regions) {
    List<String> codes = new ArrayList<>();
    codes.add(regions.text(LayerSnapshot.CODE, row));
    codes.addAll(list(regions, "former_codes", row));
    return new NamedRegion(
        codes.get(0), regions.text("name", row), codes, regions.findGeometry(row));
  }

  @SuppressWarnings("unchecked")
  private static List<String> list(LayerSnapshot regions, String column, int row) {
    Object value = regions.value(column, row);
    return value == null ? List.of() : (List<String>) value;
  }

  /**
   * The rows of a layer that are its own.
   *
   * @throws UserFault where the layer's rows neither name a region nor have a shape
   */
  public RowPredicate rowsOf(Layer layer) {
    if (layer.regionField() != null) {
      Set<String> prefixes = new TreeSet<>();
      for (String each : codes) {
        Scope.regions(name, List.of(each), Set.of(Disclosure.values()))
            .regionPrefixes()
            .ifPresent(prefixes::addAll);
      }
      return columns ->
          columns.text(layer.regionField(), c -> prefixes.stream().anyMatch(c::startsWith));
    }
    if (!layer.hasGeometry() || shape.isEmpty()) {
      throw new UserFault(
          "图层 " + layer.id() + " 不能按行政区选取 (rows cannot be chosen by region)",
          "用 filter 按字段选取 (choose them by a field, with a filter)");
    }
    Geometry area = shape.get();
    return columns -> columns.intersects(area);
  }

  private static UserFault fault(String wanted, List<Integer> found, LayerSnapshot regions) {
    if (found.isEmpty()) {
      return new UserFault(
          "没有行政区 \"" + wanted + "\" (no such region)",
          "写六位编码或全名，如 360700 或 赣州市 (a code of six digits or a full name)");
    }
    String several =
        found.stream()
            .limit(MOST_NAMED)
            .map(r -> regions.text(LayerSnapshot.CODE, r) + " " + regions.text("name", r))
            .collect(Collectors.joining(", "));
    return new UserFault(
        "行政区 \"" + wanted + "\" 不止一个 (several regions are called so)",
        "写编码 (give the code): " + several);
  }
}

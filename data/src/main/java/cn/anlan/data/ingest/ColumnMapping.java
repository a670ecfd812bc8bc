package cn.anlan.data.ingest;

import cn.anlan.data.catalog.Field;
import cn.anlan.data.catalog.Layer;
import cn.anlan.data.catalog.StandardColumn;
import cn.anlan.data.privacy.PersonalData;
import cn.anlan.data.sheet.Headings;
import cn.anlan.data.source.DeliveredFile;
import cn.anlan.data.source.SourceRow;
import cn.anlan.geo.fault.Spelling;
import cn.anlan.geo.fault.UserFault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which column of the file fills which field of the layer. In this order: what the user maps or
 * sets; the field's name; its Chinese or English title; an alias of the catalogue; the short name
 * that our own Shapefiles use. Case, spaces, hyphens and underscores of headings do not matter.
 *
 * <p>Beside the layer's fields a file may bring {@code code}, {@code sigma_m}, {@code source} and
 * {@code is_demo}. The located county is always computed, never taken.
 */
final class ColumnMapping {
  static final String CODE = "code";
  static final String SIGMA = "sigma_m";
  static final String SOURCE = "source";
  static final String DEMO = "is_demo";
  private static final Set<String> COORDINATES = Set.of("lon", "lat", "wkt");

  private final Map<String, String> columns = new LinkedHashMap<>();
  private final Map<String, RowTemplate> constants = new LinkedHashMap<>();
  private final List<String> ignored;

  private ColumnMapping(Layer layer, DeliveredFile file, ImportRequest request) {
    List<String> delivered =
        file.columns().stream()
            .filter(c -> !c.isEmpty() && !file.geometryColumns().contains(c))
            .toList();
    Map<String, List<String>> targets = targets(layer);
    takeConstants(request, targets, delivered);
    takeGiven(request, targets, delivered);
    recognise(targets, delivered);
    if (request.source() != null) {
      columns.remove(SOURCE);
    }
    if (request.sigmaM() != null) {
      columns.remove(SIGMA);
    }
    Set<String> unused = new LinkedHashSet<>(delivered);
    unused.removeAll(columns.values());
    this.ignored = List.copyOf(unused);
  }

  /**
   * @throws UserFault where {@code --map} or {@code --set} name a field or column that is not there
   */
  static ColumnMapping of(Layer layer, DeliveredFile file, ImportRequest request) {
    return new ColumnMapping(layer, file, request);
  }

  /** Whether the file or a constant gives the field. */
  boolean has(String field) {
    return columns.containsKey(field) || constants.containsKey(field);
  }

  /** What the row brings for the field, as delivered; null for nothing. */
  Object get(String field, SourceRow row) {
    RowTemplate constant = constants.get(field);
    return constant == null ? row.values().get(columns.get(field)) : constant.fill(row);
  }

  /** Source column, or {@code =constant}, by field. */
  Map<String, String> described() {
    Map<String, String> all = new LinkedHashMap<>(columns);
    constants.forEach((field, value) -> all.put(field, "=" + PersonalData.masked(value.text())));
    return all;
  }

  List<String> ignored() {
    return ignored;
  }

  /** The fields in their order of preference of headings. */
  private static Map<String, List<String>> targets(Layer layer) {
    List<String> names = new ArrayList<>(List.of(CODE));
    layer.fields().forEach(f -> names.add(f.name()));
    names.addAll(List.of(SIGMA, SOURCE, DEMO));
    Map<String, String> shortNames = Headings.shortNames(names);
    Map<String, List<String>> targets = new LinkedHashMap<>();
    targets.put(CODE, headings(StandardColumn.CODE, "编码", "编号", "代码", "id"));
    for (Field field : layer.fields()) {
      if (!field.name().equals(layer.regionLocatedField())) {
        List<String> headings = new ArrayList<>(List.of(field.name()));
        headings.add(field.title().zh());
        headings.add(field.title().en());
        headings.addAll(field.aliases());
        headings.addAll(FiveElements.synonyms(field.name()));
        headings.add(shortNames.get(field.name()));
        Headings.findCut(field.name(), takeable(layer)).ifPresent(headings::add);
        targets.put(field.name(), headings);
      }
    }
    targets.put(SIGMA, headings(StandardColumn.SIGMA_M, "sigma", "位置中误差", "中误差"));
    targets.put(SOURCE, headings(StandardColumn.SOURCE, "数据来源"));
    targets.put(DEMO, headings(StandardColumn.IS_DEMO));
    return targets;
  }

  /** Name and titles of a column that every layer has, as our own exports write them, and more. */
  private static List<String> headings(StandardColumn column, String... others) {
    List<String> headings = new ArrayList<>(List.of(column.column()));
    headings.addAll(List.of(column.title().zh(), column.title().en()));
    headings.addAll(List.of(others));
    return headings;
  }

  private static List<String> takeable(Layer layer) {
    return layer.fields().stream()
        .map(Field::name)
        .filter(n -> !n.equals(layer.regionLocatedField()))
        .toList();
  }

  private void takeConstants(
      ImportRequest request, Map<String, List<String>> targets, List<String> delivered) {
    request
        .set()
        .forEach(
            (field, value) -> {
              requireField(field, targets, "--set");
              if (request.map().containsKey(field)) {
                throw new UserFault(
                    "字段 " + field + " 同时用了 --map 和 --set (mapped and set)", "只保留其中一个");
              }
              RowTemplate template = new RowTemplate(value);
              template.columns().forEach(c -> requireColumn(c, delivered, "--set " + field));
              constants.put(field, template);
            });
  }

  private void takeGiven(
      ImportRequest request, Map<String, List<String>> targets, List<String> delivered) {
    request
        .map()
        .forEach(
            (field, column) -> {
              if (!COORDINATES.contains(field)) {
                requireField(field, targets, "--map");
                columns.put(field, requireColumn(column, delivered, "--map " + field));
              }
            });
  }

  private static void requireField(String field, Map<String, List<String>> targets, String option) {
    if (!targets.containsKey(field)) {
      throw new UserFault(
          option + " 的字段 \"" + field + "\" 不存在 (unknown field)",
          Spelling.hint(field, targets.keySet())
              + "可用字段 (fields): "
              + String.join(", ", targets.keySet()));
    }
  }

  private static String requireColumn(String column, List<String> delivered, String option) {
    if (delivered.contains(column)) {
      return column;
    }
    return delivered.stream()
        .filter(c -> Headings.key(c).equals(Headings.key(column)))
        .findFirst()
        .orElseThrow(
            () ->
                new UserFault(
                    option + ": 文件没有列 \"" + column + "\" (no such column)",
                    Spelling.hint(column, delivered)
                        + "现有列 (columns): "
                        + String.join(", ", delivered)));
  }

  /** Better headings first: no alias takes a column that is another field's own name. */
  private void recognise(Map<String, List<String>> targets, List<String> delivered) {
    int deepest = targets.values().stream().mapToInt(List::size).max().orElse(0);
    for (int rank = 0; rank < deepest; rank++) {
      for (Map.Entry<String, List<String>> target : targets.entrySet()) {
        if (!has(target.getKey()) && rank < target.getValue().size()) {
          take(target.getKey(), target.getValue().get(rank), delivered);
        }
      }
    }
  }

  private void take(String field, String heading, List<String> delivered) {
    String found = null;
    for (String column : delivered) {
      boolean exact = column.equals(heading);
      boolean alike = found == null && Headings.key(column).equals(Headings.key(heading));
      if ((exact || alike) && !columns.containsValue(column)) {
        found = column;
      }
    }
    if (found != null) {
      columns.put(field, found);
    }
  }
}

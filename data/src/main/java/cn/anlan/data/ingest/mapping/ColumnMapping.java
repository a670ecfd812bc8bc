package cn.anlan.data.ingest.mapping;

import cn.anlan.data.catalog.Layer;
import cn.anlan.data.ingest.mapping.FieldHeadings.Heading;
import cn.anlan.data.ingest.report.Issue;
import cn.anlan.data.ingest.report.Severity;
import cn.anlan.data.ingest.request.ImportRequest;
import cn.anlan.data.privacy.PersonalData;
import cn.anlan.data.sheet.Headings;
import cn.anlan.data.source.file.DeliveredFile;
import cn.anlan.data.source.file.SourceRow;
import cn.anlan.geo.fault.Spelling;
import cn.anlan.geo.fault.UserFault;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which column of the file fills which field of the layer. In this order: what the user maps or
 * sets; what the source's last delivery had; the field's name; its Chinese or English title; an
 * alias of the catalogue; the short name that our own Shapefiles use. Case, spaces, hyphens and
 * underscores of headings do not matter.
 *
 * <p>Beside the layer's fields a file may bring {@code code}, {@code sigma_m}, {@code source} and
 * {@code is_demo}. The located county is always computed, never taken.
 */
public final class ColumnMapping {
  /** The field of a row's own key. */
  public static final String CODE = "code";

  /** The column of a row's own accuracy, in metres. */
  public static final String SIGMA = "sigma_m";

  /** The column of where a row comes from. */
  public static final String SOURCE = "source";

  /** The column that marks invented rows. */
  public static final String DEMO = "is_demo";

  /** Names in {@code --map} for a table's columns of coordinates. */
  public static final Set<String> COORDINATES = Set.of("lon", "lat", "wkt");

  private final Layer layer;
  private final Map<String, String> columns = new LinkedHashMap<>();
  private final Map<String, RowTemplate> constants = new LinkedHashMap<>();
  private final Map<String, MappedBy> by = new LinkedHashMap<>();
  private final Map<String, String> coordinates = new LinkedHashMap<>();
  private final Set<String> chosen = new LinkedHashSet<>();
  private final List<Issue> notices = new ArrayList<>();
  private final List<String> geometryColumns;
  private final List<String> ignored;

  private ColumnMapping(Layer layer, DeliveredFile file, ImportRequest request, KeptMapping kept) {
    this.layer = layer;
    this.geometryColumns = file.geometryColumns();
    List<String> delivered =
        file.columns().stream()
            .filter(c -> !c.isEmpty() && !file.geometryColumns().contains(c))
            .toList();
    Map<String, List<Heading>> targets = FieldHeadings.of(layer);
    takeConstants(request, targets, delivered);
    takeGiven(request, targets, delivered);
    takeKept(kept, targets, delivered);
    recognise(targets, delivered);
    if (request.source() != null) {
      columns.remove(SOURCE);
    }
    if (request.sigmaM() != null) {
      columns.remove(SIGMA);
    }
    rememberCoordinates(file, request, kept);
    by.keySet().retainAll(described().keySet());
    chosen.retainAll(kept().keySet());
    Set<String> unused = new LinkedHashSet<>(delivered);
    unused.removeAll(columns.values());
    this.ignored = List.copyOf(unused);
  }

  /**
   * @param kept what the source's last delivery had
   * @throws UserFault where {@code --map} or {@code --set} name a field or column that is not
   *     there, or a column that a person once mapped is missing now
   */
  public static ColumnMapping of(
      Layer layer, DeliveredFile file, ImportRequest request, KeptMapping kept) {
    return new ColumnMapping(layer, file, request, kept);
  }

  /** Whether the file or a constant gives the field. */
  public boolean has(String field) {
    return columns.containsKey(field) || constants.containsKey(field);
  }

  /** What the row brings for the field, as delivered; null for nothing. */
  public Object get(String field, SourceRow row) {
    RowTemplate constant = constants.get(field);
    return constant == null ? row.values().get(columns.get(field)) : constant.fill(row);
  }

  /** Source column, or {@code =constant}, by field. */
  public Map<String, String> described() {
    Map<String, String> all = new LinkedHashMap<>(columns);
    constants.forEach((field, value) -> all.put(field, "=" + PersonalData.masked(value.text())));
    return all;
  }

  /** Columns of the file that fill no field. */
  public List<String> ignored() {
    return ignored;
  }

  /** How each field's column is known. */
  public Map<String, MappedBy> by() {
    return Collections.unmodifiableMap(by);
  }

  /** What differs from the source's last delivery. */
  public List<Issue> notices() {
    return notices;
  }

  /** For people: each field with its column, and the columns that are not used. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    described()
        .forEach(
            (field, column) -> {
              String title = layer.findField(field).map(f -> " " + f.title().zh()).orElse("");
              lines.add(field + title + " ← " + column + " [" + by.get(field).words() + "]");
            });
    if (!geometryColumns.isEmpty()) {
      lines.add("坐标 geom ← " + String.join(", ", geometryColumns));
    }
    if (!ignored.isEmpty()) {
      lines.add("未用的列 (not used): " + String.join(", ", ignored));
    }
    return lines;
  }

  /** What is to be kept of it: columns and templates of columns, but no values. */
  public KeptMapping toKeep(String key) {
    return new KeptMapping(key, kept(), Set.copyOf(chosen));
  }

  private Map<String, String> kept() {
    Map<String, String> all = new LinkedHashMap<>(columns);
    constants.forEach(
        (field, template) -> {
          if (!template.columns().isEmpty()) {
            all.put(field, "=" + PersonalData.masked(template.text()));
          }
        });
    all.putAll(coordinates);
    return all;
  }

  private void takeConstants(
      ImportRequest request, Map<String, List<Heading>> targets, List<String> delivered) {
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
              by.put(field, MappedBy.CONSTANT);
              chosen.add(field);
            });
  }

  private void takeGiven(
      ImportRequest request, Map<String, List<Heading>> targets, List<String> delivered) {
    request
        .map()
        .forEach(
            (field, column) -> {
              if (!COORDINATES.contains(field)) {
                requireField(field, targets, "--map");
                columns.put(field, requireColumn(column, delivered, "--map " + field));
                by.put(field, MappedBy.OPTION);
                chosen.add(field);
              }
            });
  }

  private static void requireField(
      String field, Map<String, List<Heading>> targets, String option) {
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

  private void takeKept(
      KeptMapping kept, Map<String, List<Heading>> targets, List<String> delivered) {
    kept.fields()
        .forEach(
            (field, column) -> {
              if (targets.containsKey(field) && !has(field)) {
                takeKept(kept, field, column, delivered);
              }
            });
  }

  private void takeKept(KeptMapping kept, String field, String column, List<String> delivered) {
    boolean there;
    if (column.startsWith("=")) {
      RowTemplate template = new RowTemplate(column.substring(1));
      there = delivered.containsAll(template.columns());
      if (there) {
        constants.put(field, template);
      }
    } else {
      there = delivered.contains(column) && !columns.containsValue(column);
      if (there) {
        columns.put(field, column);
      }
    }
    if (there) {
      by.put(field, MappedBy.KEPT);
      if (kept.isChosen(field)) {
        chosen.add(field);
      }
    } else if (kept.isChosen(field)) {
      throw new UserFault(
          "来源“%s”上次指定字段 %s 取自“%s”,此文件没有该列 (a column that was mapped last time is missing)"
              .formatted(kept.source(), field, column),
          Spelling.hint(column, delivered)
              + "用 --map "
              + field
              + "=列 重新指定,或加 --fresh-mapping 不沿用;现有列 (columns): "
              + String.join(", ", delivered));
    } else {
      String reason = "上次该字段取自此列,这次文件没有,改按名称识别 (the column of last time is missing)";
      notices.add(new Issue(0, field, column, reason, "核对列的对应", Severity.WARNING));
    }
  }

  private void rememberCoordinates(DeliveredFile file, ImportRequest request, KeptMapping kept) {
    for (String axis : COORDINATES) {
      String given = request.map().getOrDefault(axis, kept.fields().get(axis));
      if (given != null && file.geometryColumns().contains(given)) {
        coordinates.put(axis, given);
        chosen.add(axis);
      }
    }
  }

  /** Better headings first: no alias takes a column that is another field's own name. */
  private void recognise(Map<String, List<Heading>> targets, List<String> delivered) {
    int deepest = targets.values().stream().mapToInt(List::size).max().orElse(0);
    for (int rank = 0; rank < deepest; rank++) {
      for (Map.Entry<String, List<Heading>> target : targets.entrySet()) {
        if (!has(target.getKey()) && rank < target.getValue().size()) {
          take(target.getKey(), target.getValue().get(rank), delivered);
        }
      }
    }
  }

  private void take(String field, Heading heading, List<String> delivered) {
    String found = null;
    for (String column : delivered) {
      boolean exact = column.equals(heading.text());
      boolean alike = found == null && Headings.key(column).equals(Headings.key(heading.text()));
      if ((exact || alike) && !columns.containsValue(column)) {
        found = column;
      }
    }
    if (found != null) {
      columns.put(field, found);
      by.put(field, heading.by());
    }
  }
}

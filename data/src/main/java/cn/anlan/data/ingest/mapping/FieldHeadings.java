package cn.anlan.data.ingest.mapping;

import cn.anlan.data.catalog.Field;
import cn.anlan.data.catalog.Layer;
import cn.anlan.data.catalog.StandardColumn;
import cn.anlan.data.sheet.Headings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Under which headings the fields of a layer are known, the best first. */
final class FieldHeadings {
  /** A heading and what it is of the field. */
  record Heading(String text, MappedBy by) {}

  private FieldHeadings() {}

  /**
   * The fields that a file may fill, with their headings: the name; the Chinese and English title;
   * aliases of the catalogue; the short name that our own Shapefiles use; the name cut at ten
   * characters. Beside the layer's fields {@code code}, {@code sigma_m}, {@code source} and {@code
   * is_demo}. The located county is always computed, never taken.
   */
  static Map<String, List<Heading>> of(Layer layer) {
    List<String> names = new ArrayList<>(List.of(ColumnMapping.CODE));
    layer.fields().forEach(f -> names.add(f.name()));
    names.addAll(List.of(ColumnMapping.SIGMA, ColumnMapping.SOURCE, ColumnMapping.DEMO));
    Map<String, String> shortNames = Headings.shortNames(names);
    Map<String, List<Heading>> all = new LinkedHashMap<>();
    all.put(
        ColumnMapping.CODE,
        standard(ColumnMapping.CODE, StandardColumn.CODE, "编码", "编号", "代码", "id"));
    for (Field field : layer.fields()) {
      if (!field.name().equals(layer.regionLocatedField())) {
        List<Heading> headings = new ArrayList<>();
        headings.add(new Heading(field.name(), MappedBy.NAME));
        headings.add(new Heading(field.title().zh(), MappedBy.TITLE));
        headings.add(new Heading(field.title().en(), MappedBy.TITLE));
        field.aliases().forEach(a -> headings.add(new Heading(a, MappedBy.ALIAS)));
        FiveElements.synonyms(field.name())
            .forEach(s -> headings.add(new Heading(s, MappedBy.ALIAS)));
        headings.add(new Heading(shortNames.get(field.name()), MappedBy.SHORT));
        Headings.findCut(field.name(), takeable(layer))
            .ifPresent(cut -> headings.add(new Heading(cut, MappedBy.SHORT)));
        all.put(field.name(), headings);
      }
    }
    all.put(
        ColumnMapping.SIGMA,
        standard(ColumnMapping.SIGMA, StandardColumn.SIGMA_M, "sigma", "位置中误差", "中误差"));
    all.put(ColumnMapping.SOURCE, standard(ColumnMapping.SOURCE, StandardColumn.SOURCE, "数据来源"));
    all.put(ColumnMapping.DEMO, standard(ColumnMapping.DEMO, StandardColumn.IS_DEMO, "是否示例数据"));
    return all;
  }

  private static List<Heading> standard(String name, StandardColumn column, String... aliases) {
    List<Heading> headings = new ArrayList<>();
    headings.add(new Heading(name, MappedBy.NAME));
    headings.add(new Heading(column.title().zh(), MappedBy.TITLE));
    headings.add(new Heading(column.title().en(), MappedBy.TITLE));
    for (String alias : aliases) {
      headings.add(new Heading(alias, MappedBy.ALIAS));
    }
    return headings;
  }

  private static List<String> takeable(Layer layer) {
    return layer.fields().stream()
        .map(Field::name)
        .filter(n -> !n.equals(layer.regionLocatedField()))
        .toList();
  }
}

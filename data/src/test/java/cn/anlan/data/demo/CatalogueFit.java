package cn.anlan.data.demo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.catalog.Field;
import cn.anlan.data.catalog.Layer;
import cn.anlan.data.demo.draw.DemoRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds invented rows to what the catalogue says of their layer. */
final class CatalogueFit {
  private static final int DEFAULT_MAX_LENGTH = 1000;

  private final Catalog catalog = Catalog.load(null);
  private final Layer layer;
  private final Map<Field, Set<String>> referable = new HashMap<>();
  private final List<String> faults = new ArrayList<>();

  private CatalogueFit(String id, DrawnLayers layers) {
    this.layer = catalog.getLayer(id);
    for (Field field : layer.fields()) {
      if (field.references() != null) {
        layers
            .find(field.references().split("\\.")[0])
            .ifPresent(rows -> referable.put(field, codes(rows)));
      }
    }
  }

  /**
   * Codes are there and unique; only known fields, all required ones; types, code lists, ranges and
   * lengths; references to layers that were handed over lead to a row; a geometry where there
   * should be one.
   */
  static void check(String id, DrawnLayers layers) {
    CatalogueFit fit = new CatalogueFit(id, layers);
    List<DemoRow> rows = layers.get(id);
    assertThat(rows).as(id).isNotEmpty();
    assertThat(codes(rows)).as("codes of " + id).hasSameSizeAs(rows);
    rows.forEach(fit::check);
    assertThat(fit.faults).as(id).isEmpty();
  }

  private static Set<String> codes(List<DemoRow> rows) {
    return rows.stream().map(DemoRow::code).collect(Collectors.toSet());
  }

  private void check(DemoRow row) {
    Set<String> unknown = new HashSet<>(row.values().keySet());
    for (Field field : layer.fields()) {
      unknown.remove(field.name());
      Object value = row.values().get(field.name());
      if (value == null ? field.required() : !fits(field, value)) {
        faults.add(row.code() + " " + field.name() + " = " + value);
      }
    }
    if (!unknown.isEmpty()) {
      faults.add(row.code() + " unknown fields " + unknown);
    }
    if (layer.hasGeometry() != (row.geometry() != null && !row.geometry().isEmpty())) {
      faults.add(row.code() + " geometry " + row.geometry());
    }
  }

  private boolean fits(Field field, Object value) {
    Set<String> known = referable.get(field);
    return switch (field.type()) {
          case TEXT, CODE -> value instanceof String text && fitsLength(field, text);
          case TEXT_LIST -> value instanceof Collection;
          case INTEGER -> value instanceof Long number && fitsRange(field, number);
          case NUMBER -> value instanceof Double number && fitsRange(field, number);
          case BOOLEAN -> value instanceof Boolean;
          case DATE -> value instanceof LocalDate;
        }
        && (field.codes() == null
            || catalog.getCodes(field.codes()).find(value.toString()).isPresent())
        && (known == null || known.contains(value));
  }

  private static boolean fitsLength(Field field, String text) {
    int most = field.maxLength() == null ? DEFAULT_MAX_LENGTH : field.maxLength();
    return !text.isEmpty() && text.length() <= most;
  }

  private static boolean fitsRange(Field field, Number number) {
    return (field.min() == null || number.doubleValue() >= field.min())
        && (field.max() == null || number.doubleValue() <= field.max());
  }
}

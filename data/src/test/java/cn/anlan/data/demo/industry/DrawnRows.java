package cn.anlan.data.demo.industry;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.catalog.Field;
import cn.anlan.data.catalog.Layer;
import cn.anlan.data.demo.draw.DemoRow;
import cn.anlan.data.demo.draw.DemoSink;
import cn.anlan.data.demo.ground.Ground;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** Keeps what a theme hands over and holds it to the catalogue and the ground. */
public final class DrawnRows implements DemoSink {
  private final Map<String, List<DemoRow>> byLayer = new LinkedHashMap<>();

  @Override
  public void layer(String layer, Consumer<Consumer<DemoRow>> rows) {
    List<DemoRow> taken = new ArrayList<>();
    rows.accept(taken::add);
    assertThat(byLayer.put(layer, taken)).as(layer + " handed over twice").isNull();
  }

  public List<DemoRow> get(String layer) {
    return byLayer.get(layer);
  }

  public Set<String> layers() {
    return byLayer.keySet();
  }

  /** As text, so that two drawings can be compared. */
  public Map<String, List<String>> asText() {
    Map<String, List<String>> text = new LinkedHashMap<>();
    byLayer.forEach(
        (layer, rows) ->
            text.put(
                layer,
                rows.stream()
                    .map(r -> r.code() + new java.util.TreeMap<>(r.values()) + r.geometry())
                    .toList()));
    return text;
  }

  /** Fields, types, code lists, ranges and references of the catalogue. */
  public void assertFitsCatalogue(String id) {
    Catalog catalog = Catalog.load(null);
    Layer layer = catalog.getLayer(id);
    List<DemoRow> rows = get(id);
    assertThat(rows).isNotEmpty();
    assertThat(rows.stream().map(DemoRow::code).distinct().count()).isEqualTo(rows.size());
    for (DemoRow row : rows) {
      row.values().keySet().forEach(layer::getField);
    }
    for (Field field : layer.fields()) {
      assertFits(field, catalog, rows);
    }
  }

  /** Every row lies in the county it names, and not in the water. */
  public void assertLiesInItsCounty(String id, Ground ground) {
    Map<String, PreparedGeometry> counties =
        ground.counties().stream()
            .collect(
                Collectors.toMap(
                    c -> c.code(), c -> PreparedGeometryFactory.prepare(c.geometry())));
    for (DemoRow row : get(id)) {
      PreparedGeometry county = counties.get(row.values().get("county_code"));
      assertThat(county.covers(row.geometry())).as(id + " " + row.code()).isTrue();
      assertThat(ground.preparedWater().intersects(row.geometry()))
          .as(id + " " + row.code() + " in the water")
          .isFalse();
    }
  }

  private void assertFits(Field field, Catalog catalog, List<DemoRow> rows) {
    Set<String> known = codesOf(field);
    for (DemoRow row : rows) {
      Object value = row.values().get(field.name());
      if (value == null) {
        assertThat(field.required()).as(row.code() + " lacks " + field.name()).isFalse();
        continue;
      }
      String what = row.code() + " " + field.name() + " = " + value;
      Class<?> type =
          switch (field.type()) {
            case TEXT, CODE -> String.class;
            case TEXT_LIST -> Collection.class;
            case INTEGER -> Long.class;
            case NUMBER -> Double.class;
            case BOOLEAN -> Boolean.class;
            case DATE -> LocalDate.class;
          };
      assertThat(value).as(what).isInstanceOf(type);
      if (field.codes() != null) {
        assertThat(catalog.getCodes(field.codes()).find(value.toString())).as(what).isPresent();
      }
      if (value instanceof Number number) {
        assertThat(field.min() == null || number.doubleValue() >= field.min()).as(what).isTrue();
        assertThat(field.max() == null || number.doubleValue() <= field.max()).as(what).isTrue();
      }
      if (known != null) {
        assertThat(known.contains(value)).as(what + " refers to a row").isTrue();
      }
    }
  }

  /** Codes of the layer that the field refers to, where it was handed over; else null. */
  private Set<String> codesOf(Field field) {
    String target = field.references() == null ? null : field.references().split("\\.")[0];
    return byLayer.containsKey(target)
        ? get(target).stream().map(DemoRow::code).collect(Collectors.toSet())
        : null;
  }
}

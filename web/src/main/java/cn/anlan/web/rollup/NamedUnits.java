package cn.anlan.web.rollup;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.catalog.Field;
import cn.anlan.data.catalog.Layer;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * The reporting unit that a row names: itself, or through what it belongs to, over any number of
 * steps (listing → hazard → risk point → enterprise). Of several such fields the first that the row
 * fills decides, in the order of the catalogue.
 */
final class NamedUnits {
  private static final String UNIT = "reporting_unit_code";

  /** A field that refers to rows of another layer, and those of them that name a unit. */
  private record Way(String field, Map<String, String> unitOfCode) {}

  private final Catalog catalog;
  private final Generation generation;
  private final Scope scope;

  NamedUnits(Catalog catalog, Generation generation, Scope scope) {
    this.catalog = catalog;
    this.generation = generation;
    this.scope = scope;
  }

  /** By row of the layer's snapshot; null where a row names none. */
  IntFunction<String> of(Layer layer) {
    LayerSnapshot rows = generation.get(layer.id());
    boolean own = layer.findField(UNIT).isPresent();
    List<Way> ways = new ArrayList<>();
    for (Field field : layer.fields()) {
      Layer target = target(field, layer);
      if (target != null && leadsToUnit(target)) {
        ways.add(new Way(field.name(), unitOfCode(target)));
      }
    }
    boolean any = ways.stream().anyMatch(way -> !way.unitOfCode().isEmpty());
    return row -> {
      String unit = own ? rows.text(UNIT, row) : null;
      return unit == null && any ? through(ways, rows, row) : unit;
    };
  }

  private static String through(List<Way> ways, LayerSnapshot rows, int row) {
    for (Way way : ways) {
      String code = rows.text(way.field(), row);
      if (code != null) {
        return way.unitOfCode().get(code);
      }
    }
    return null;
  }

  /** The few rows that report to another unit than their county, by code. */
  private Map<String, String> unitOfCode(Layer layer) {
    LayerSnapshot rows = generation.get(layer.id());
    IntFunction<String> units = of(layer);
    Map<String, String> unitOfCode = new HashMap<>();
    Query.on(rows, scope)
        .rows()
        .forEach(
            (int row) -> {
              String unit = units.apply(row);
              if (unit != null) {
                unitOfCode.put(rows.text(LayerSnapshot.CODE, row), unit);
              }
            });
    return unitOfCode;
  }

  private boolean leadsToUnit(Layer layer) {
    return layer.findField(UNIT).isPresent()
        || layer.fields().stream()
            .map(field -> target(field, layer))
            .anyMatch(target -> target != null && leadsToUnit(target));
  }

  /** The other layer that a field refers to; null for none. The catalogue admits no circles. */
  private Layer target(Field field, Layer of) {
    if (field.references() == null || !field.queryable()) {
      return null;
    }
    String id = field.references().split("\\.")[0];
    return id.equals(of.id()) ? null : catalog.getLayer(id);
  }
}

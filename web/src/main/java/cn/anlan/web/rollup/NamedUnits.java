package cn.anlan.web.rollup;

import cn.anlan.analytics.rollup.NamedRows;
import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.catalog.Field;
import cn.anlan.data.catalog.Layer;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import java.util.ArrayList;
import java.util.List;

/**
 * The reporting unit that a row names: itself, or through what it belongs to, over any number of
 * steps (listing → hazard → risk point → enterprise). Of several such fields the first that the row
 * fills decides, in the order of the catalogue.
 */
final class NamedUnits {
  private static final String UNIT = "reporting_unit_code";

  private final Catalog catalog;
  private final Generation generation;
  private final Scope scope;

  NamedUnits(Catalog catalog, Generation generation, Scope scope) {
    this.catalog = catalog;
    this.generation = generation;
    this.scope = scope;
  }

  /** The rows of the layer that name a unit. */
  NamedRows of(Layer layer) {
    LayerSnapshot rows = generation.get(layer.id());
    List<String> before = new ArrayList<>();
    NamedRows named = NamedRows.none(rows, scope);
    if (layer.findField(UNIT).isPresent()) {
      named = NamedRows.ofThemselves(rows, scope);
      before.add(UNIT);
    }
    for (Field field : layer.fields()) {
      Layer target = target(field, layer);
      if (target != null && leadsToUnit(target)) {
        String[] unless = before.toArray(String[]::new);
        named = named.and(of(target).through(rows, field.name(), unless));
        before.add(field.name());
      }
    }
    return named;
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

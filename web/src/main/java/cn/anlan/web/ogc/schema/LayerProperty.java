package cn.anlan.web.ogc.schema;

import cn.anlan.data.catalog.Field;
import cn.anlan.data.catalog.Layer;
import cn.anlan.data.catalog.StandardColumn;
import cn.anlan.data.snapshots.SnapshotLoader;
import cn.anlan.geo.snapshot.ColumnKind;
import cn.anlan.geo.snapshot.ColumnSpec;
import cn.anlan.geo.text.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A property of a layer's features.
 *
 * @param field what the catalogue says of it; null for the columns that every layer has
 * @param held whether snapshots hold it, so that pages of items have it and filters may name it;
 *     the others are read from PostGIS for a single item
 */
public record LayerProperty(String name, ColumnKind kind, Text title, Field field, boolean held) {

  /** All of them: first those that snapshots hold, in their order; the geometry is not one. */
  public static List<LayerProperty> of(Layer layer) {
    List<LayerProperty> all = new ArrayList<>();
    for (ColumnSpec column : SnapshotLoader.columns(layer)) {
      Field field = layer.findField(column.name()).orElse(null);
      Text title = field == null ? standardTitle(column.name()) : field.title();
      all.add(new LayerProperty(column.name(), column.kind(), title, field, true));
    }
    for (Field field : layer.fields()) {
      if (!field.queryable()) {
        ColumnKind kind = ColumnKind.valueOf(field.type().name());
        all.add(new LayerProperty(field.name(), kind, field.title(), field, false));
      }
    }
    return all;
  }

  /** Whether items may be ordered by it: what is held, but no lists. */
  public boolean isSortable() {
    return held && kind != ColumnKind.TEXT_LIST;
  }

  static Text standardTitle(String column) {
    return Arrays.stream(StandardColumn.values())
        .filter(standard -> standard.column().equals(column))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no title for column " + column))
        .title();
  }
}

package cn.anlan.data.snapshots;

import cn.anlan.data.catalog.Field;
import cn.anlan.data.catalog.Layer;
import cn.anlan.data.store.LayerTables;
import cn.anlan.geo.snapshot.ColumnKind;
import cn.anlan.geo.snapshot.ColumnSpec;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.SnapshotBuilder;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads one layer's table into a snapshot. Left out are fields that the catalogue says nobody
 * filters by, and the heights of a line: a map is flat.
 */
final class LayerReading {
  private static final Logger LOG = LoggerFactory.getLogger(LayerReading.class);

  private final Layer layer;
  private final List<ColumnSpec> columns;
  private final ColumnKind[] kinds; // of the columns, for the innermost loop

  LayerReading(Layer layer) {
    this.layer = layer;
    this.columns = columns(layer);
    this.kinds = columns.stream().map(ColumnSpec::kind).toArray(ColumnKind[]::new);
  }

  LayerSnapshot read(Connection connection, long version) throws SQLException {
    return complained(filled(connection, version, everything()).build());
  }

  /**
   * Reads what was written after the ordered rows of an earlier snapshot, and packs it behind them.
   *
   * @param gone as for {@link SnapshotBuilder#buildBehind}
   */
  LayerSnapshot readBehind(Connection connection, long version, LayerSnapshot base, long[] gone)
      throws SQLException {
    String later = since(base.orderedVersion());
    return complained(filled(connection, version, later).buildBehind(base, gone));
  }

  private SnapshotBuilder filled(Connection connection, long version, String query)
      throws SQLException {
    SnapshotBuilder builder =
        new SnapshotBuilder(layer.id(), version, columns).disclosure(layer.disclosure());
    if (layer.regionField() != null) {
      builder.regionColumn(layer.regionField());
    }
    try (CopyRows rows =
        new CopyRows(connection, query, columns.size() + (layer.hasGeometry() ? 2 : 1))) {
      while (rows.next()) {
        rows.length();
        long id = rows.whole();
        int length = layer.hasGeometry() ? rows.length() : -1;
        byte[] wkb = length < 0 ? null : rows.copyOf(length);
        for (int i = 0; i < kinds.length; i++) {
          take(rows, i, builder);
        }
        builder.addPlace(id, wkb);
      }
    }
    return builder;
  }

  private LayerSnapshot complained(LayerSnapshot snapshot) {
    if (snapshot.geometryFaults() > 0) {
      LOG.warn(
          "layer {}: {} shapes cannot be read and are not on the map; ids {}",
          layer.id(),
          snapshot.geometryFaults(),
          snapshot.faultyGeometryIds());
    }
    return snapshot;
  }

  private void take(CopyRows rows, int column, SnapshotBuilder builder) {
    int length = rows.length();
    if (length < 0) {
      builder.addValue(column, null);
      return;
    }
    switch (kinds[column]) {
      case TEXT, CODE -> builder.addUtf8(column, rows.bytes(), rows.skip(length), length);
      case INTEGER -> builder.addLong(column, rows.whole());
      case NUMBER -> builder.addDouble(column, rows.number());
      case BOOLEAN -> builder.addLong(column, rows.truth() ? 1 : 0);
      case DATE -> builder.addLong(column, rows.epochDay());
      case TEXT_LIST -> builder.addValue(column, rows.texts());
    }
  }

  /** The table itself where that will do: the server reads it with less ado than a query. */
  private String everything() {
    return isHigh()
        ? "(" + select() + ")"
        : LayerTables.table(layer) + " (" + String.join(", ", names()) + ")";
  }

  private String since(long version) {
    return "(" + select() + " WHERE data_version > " + version + ")";
  }

  private String select() {
    List<String> names = new ArrayList<>(names());
    if (isHigh()) {
      names.set(1, "ST_Force2D(geom)");
    }
    return "SELECT " + String.join(", ", names) + " FROM " + LayerTables.table(layer);
  }

  private boolean isHigh() {
    return layer.hasGeometry() && layer.geometry().sqlType().endsWith("Z");
  }

  /** Names are quoted: a field of the office's own may be called {@code user} or {@code order}. */
  private List<String> names() {
    List<String> names =
        new ArrayList<>(layer.hasGeometry() ? List.of("id", "geom") : List.of("id"));
    columns.forEach(c -> names.add('"' + c.name() + '"'));
    return names;
  }

  static List<ColumnSpec> columns(Layer layer) {
    List<ColumnSpec> columns = new ArrayList<>();
    columns.add(new ColumnSpec(LayerSnapshot.CODE, ColumnKind.TEXT));
    for (Field field : layer.fields()) {
      if (field.queryable()) {
        columns.add(new ColumnSpec(field.name(), ColumnKind.valueOf(field.type().name())));
      }
    }
    columns.add(new ColumnSpec("sigma_m", ColumnKind.NUMBER));
    columns.add(new ColumnSpec("source", ColumnKind.TEXT));
    columns.add(new ColumnSpec("source_crs", ColumnKind.TEXT));
    columns.add(new ColumnSpec("is_demo", ColumnKind.BOOLEAN));
    return columns;
  }
}

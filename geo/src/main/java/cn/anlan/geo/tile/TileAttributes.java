package cn.anlan.geo.tile;

import cn.anlan.geo.snapshot.ColumnKind;
import cn.anlan.geo.snapshot.ColumnSpec;
import cn.anlan.geo.snapshot.LayerSnapshot;
import java.util.List;
import java.util.Optional;

/** What a tile says of a feature or a cell beside its place. */
final class TileAttributes {
  private static final String NAME = "name";
  private static final int LONGEST_NAME = 40;

  private final LayerSnapshot snapshot;
  private final Grading grading;
  private final List<String> values;
  private final List<String> countKeys;
  private final boolean wholeNumbers;
  private final boolean hasName;

  TileAttributes(LayerSnapshot snapshot, Grading grading) {
    this.snapshot = snapshot;
    this.grading = grading;
    this.values = grading == null ? List.of() : grading.worstFirst();
    this.countKeys = values.stream().map(Grading::countKey).toList();
    this.wholeNumbers =
        grading != null && kind(grading.field()).equals(Optional.of(ColumnKind.INTEGER));
    this.hasName = kind(NAME).equals(Optional.of(ColumnKind.TEXT));
  }

  private Optional<ColumnKind> kind(String column) {
    return snapshot.columns().stream()
        .filter(spec -> spec.name().equals(column))
        .map(ColumnSpec::kind)
        .findFirst();
  }

  boolean graded() {
    return grading != null;
  }

  void feature(MvtLayer layer, int row, boolean named) {
    layer.feature(snapshot.id(row));
    if (grading != null) {
      Object value = snapshot.value(grading.field(), row);
      layer.tag(grading.field(), value == null || value instanceof Long ? value : value.toString());
    }
    if (named && hasName) {
      String name = snapshot.text(NAME, row);
      layer.tag(NAME, name == null || name.length() > LONGEST_NAME ? null : name);
    }
  }

  void cell(MvtLayer layer, CellCounts cells, int cell) {
    layer.cell().tag("n", (long) cells.count(cell));
    for (int rank = 0; rank < values.size(); rank++) {
      int count = cells.count(cell, rank);
      if (count > 0) {
        layer.tag(countKeys.get(rank), (long) count);
      }
    }
    int worst = cells.rankOf(cell);
    if (worst < values.size()) {
      String value = values.get(worst);
      layer.tag(grading.field(), wholeNumbers ? (Object) Long.valueOf(value) : value);
    }
  }
}

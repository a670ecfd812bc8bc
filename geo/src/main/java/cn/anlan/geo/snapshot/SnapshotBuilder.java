package cn.anlan.geo.snapshot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.roaringbitmap.RoaringBitmap;

/**
 * Makes a {@link LayerSnapshot} from rows in any order, which does not matter. Rows are packed as
 * they come and each column is let go as soon as its sorted form stands, so that building needs
 * little more memory than the result. Not for several threads; a builder builds once.
 */
public final class SnapshotBuilder {
  private final String layer;
  private final long dataVersion;
  private final ColumnStage[] stages;
  private LongChunks ids = new LongChunks();
  private GeometryStage geometries = new GeometryStage();
  private Disclosure disclosure = Disclosure.RESTRICTED;
  private String regionColumn;
  private boolean ascending = true;
  private long lastId;

  /**
   * @param columns the layer's columns; {@code id} is not among them, a TEXT column {@code code} is
   *     the key, by which rows can be found
   * @throws IllegalArgumentException where a name is taken or comes twice
   */
  public SnapshotBuilder(String layer, long dataVersion, List<ColumnSpec> columns) {
    this.layer = Objects.requireNonNull(layer, "layer");
    this.dataVersion = dataVersion;
    List<ColumnStage> list = new ArrayList<>();
    List<String> names = new ArrayList<>(List.of(LayerSnapshot.ID, LayerSnapshot.GEOMETRY));
    for (ColumnSpec column : columns) {
      if (names.contains(column.name())) {
        throw new IllegalArgumentException("layer " + layer + ": column twice: " + column.name());
      }
      names.add(column.name());
      list.add(ColumnStage.of(column, column.name().equals(LayerSnapshot.CODE)));
    }
    this.stages = list.toArray(ColumnStage[]::new);
  }

  /** Who the layer is meant for; RESTRICTED where this is not called. */
  public SnapshotBuilder disclosure(Disclosure value) {
    this.disclosure = Objects.requireNonNull(value, "disclosure");
    return this;
  }

  /**
   * The TEXT or CODE column whose region code a {@link Scope} looks at; null where there is none.
   */
  public SnapshotBuilder regionColumn(String column) {
    boolean fits = column == null;
    for (ColumnStage stage : stages) {
      ColumnKind kind = stage.spec.kind();
      fits |=
          stage.spec.name().equals(column) && (kind == ColumnKind.CODE || kind == ColumnKind.TEXT);
    }
    if (!fits) {
      throw new IllegalArgumentException("layer " + layer + ": no text column " + column);
    }
    this.regionColumn = column;
    return this;
  }

  /**
   * Adds a row.
   *
   * @param wkb the geometry in well-known binary (also EWKB), CGCS2000; null where there is none.
   *     Of a point only longitude and latitude are kept.
   * @param values in the order of the columns, of the classes that {@link ColumnKind} names (also
   *     {@link Integer} and {@link Short} for whole numbers, any {@link Number} for numbers, {@code
   *     String[]} for lists); null where there is none
   * @throws IllegalArgumentException where a value is of another class; the builder is then of no
   *     use
   */
  public void add(long id, byte[] wkb, Object... values) {
    if (values.length != stages.length) {
      throw new IllegalArgumentException(
          "layer %s, id %d: %d values for %d columns"
              .formatted(layer, id, values.length, stages.length));
    }
    try {
      for (int i = 0; i < values.length; i++) {
        stages[i].add(values[i]);
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "layer " + layer + ", id " + id + ": " + e.getMessage(), e);
    }
    addPlace(id, wkb);
  }

  /**
   * Takes the next row's value of a text or code column in UTF-8, without making an object of it.
   * The four methods like this one, once for each column, and {@link #addPlace} make up one row.
   */
  public void addUtf8(int column, byte[] bytes, int from, int length) {
    stages[column].addUtf8(bytes, from, length);
  }

  /** The same for a whole number, a day counted from 1970-01-01, or truth as 0 or 1. */
  public void addLong(int column, long value) {
    stages[column].addLong(value);
  }

  /** The same for a number. */
  public void addDouble(int column, double value) {
    stages[column].addDouble(value);
  }

  /** The same for any value, of the classes that {@link ColumnKind} names, or null. */
  public void addValue(int column, Object value) {
    stages[column].add(value);
  }

  /**
   * Ends a row.
   *
   * @param wkb as in {@link #add}
   */
  public void addPlace(long id, byte[] wkb) {
    ascending &= ids.size() == 0 || id > lastId;
    lastId = id;
    ids.add(id);
    geometries.add(id, wkb);
  }

  /** Rows by id, or null where they came so. */
  private int[] sequence() {
    if (ascending) {
      return null;
    }
    return IntStream.range(0, ids.size())
        .boxed()
        .sorted(Comparator.comparingLong(ids::get))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /**
   * Sorts and packs everything.
   *
   * @throws IllegalArgumentException where an id or a code comes twice or a code is null
   */
  public LayerSnapshot build() {
    return new LayerSnapshot(
        layer, dataVersion, dataVersion, disclosure, regionColumn, new Parts(pack()));
  }

  /**
   * Packs the rows given here behind the ordered ones of an earlier snapshot, which are shared, not
   * copied. Its own tail is left out: the rows are all those written since {@link
   * LayerSnapshot#orderedVersion}.
   *
   * @param before of the same layer with the same columns
   * @param goneIds of the ordered rows that were deleted or changed since; others do no harm
   * @throws IllegalArgumentException as {@link #build}
   */
  public LayerSnapshot buildBehind(LayerSnapshot before, long[] goneIds) {
    Part changed = pack();
    List<ColumnSpec> columns = columns(before.parts().ordered());
    if (!before.layer().equals(layer) || !columns.equals(columns(changed))) {
      throw new IllegalArgumentException(
          "layer " + layer + ": not the layer and columns of " + before.layer());
    }
    return before.with(dataVersion, before.parts().with(changed, goneIds));
  }

  private static List<ColumnSpec> columns(Part part) {
    return part.columns().values().stream().map(Column::spec).toList();
  }

  private Part pack() {
    Squares.Sorted sorted = geometries.sort(sequence());
    Geometries placed = geometries.finish(sorted);
    int[] order = sorted.order();
    geometries = null;
    for (ColumnStage stage : stages) {
      if (stage.size() != ids.size()) {
        throw new IllegalStateException("layer " + layer + ": rows without " + stage.spec.name());
      }
    }
    LongChunks sortedIds = ids.seal().reorder(order);
    ids = null;
    IdIndex index = new IdIndex(layer, sortedIds);
    Map<String, Column> columns = new LinkedHashMap<>();
    for (int i = 0; i < stages.length; i++) {
      columns.put(stages[i].spec.name(), stages[i].finish(order));
      stages[i] = null;
    }
    ColumnSpec id = new ColumnSpec(LayerSnapshot.ID, ColumnKind.INTEGER);
    columns.put(id.name(), new IntegerColumn(id, new RoaringBitmap(), sortedIds));
    return new Part(layer, sortedIds, index, placed, columns);
  }
}

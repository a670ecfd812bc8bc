package cn.anlan.geo.snapshot;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.roaringbitmap.RoaringBitmap;

/**
 * The rows of a snapshot as one sequence: the ordered part, then the tail with what has changed
 * since, and which of the ordered ones are dead because of it. Immutable.
 */
final class Parts {
  private final Part ordered;
  private final int orderedRows;
  private final Part tail; // null where nothing has changed since
  private final RoaringBitmap dead; // of the ordered rows; changed by nobody

  Parts(Part ordered) {
    this(ordered, null, new RoaringBitmap());
  }

  private Parts(Part ordered, Part tail, RoaringBitmap dead) {
    this.ordered = ordered;
    this.orderedRows = ordered.size();
    this.tail = tail;
    this.dead = dead;
  }

  /**
   * The same ordered rows with others behind them in place of any tail there is.
   *
   * @param goneIds of ordered rows that are no more, besides those that stand in the tail again
   */
  Parts with(Part changed, long[] goneIds) {
    RoaringBitmap superseded = new RoaringBitmap();
    for (long id : goneIds) {
      addFormer(id, superseded);
    }
    for (int row = 0; row < changed.size(); row++) {
      addFormer(changed.id(row), superseded);
    }
    return changed.size() == 0 && superseded.isEmpty()
        ? new Parts(ordered)
        : new Parts(ordered, changed, superseded);
  }

  private void addFormer(long id, RoaringBitmap rows) {
    int row = ordered.rowOfId(id);
    if (row >= 0) {
      rows.add(row);
    }
  }

  Part ordered() {
    return ordered;
  }

  int orderedRows() {
    return orderedRows;
  }

  int size() {
    return tail == null ? orderedRows : orderedRows + tail.size();
  }

  int deadRows() {
    return dead.getCardinality();
  }

  IntStream deadRowNumbers() {
    return dead.stream();
  }

  /** Whole numbers of a column by row, {@code ofNull} where there is none. */
  void copyWholes(String column, int[] to, int ofNull) {
    ((IntegerColumn) ordered.column(column)).copyTo(to, 0, ofNull);
    if (tail != null) {
      ((IntegerColumn) tail.column(column)).copyTo(to, orderedRows, ofNull);
    }
  }

  boolean isLive(int row) {
    return tail == null || !dead.contains(row);
  }

  /** The part in which a row stands. */
  Part of(int row) {
    return row < orderedRows ? ordered : tail;
  }

  /** The row's number there. */
  int within(int row) {
    return row < orderedRows ? row : row - orderedRows;
  }

  /** A number that no id is below; that of a dead row may be lower than all others. */
  long leastId() {
    return tail == null || tail.size() == 0
        ? ordered.leastId()
        : orderedRows == 0 ? tail.leastId() : Math.min(ordered.leastId(), tail.leastId());
  }

  /** The live row that {@code find} finds in one of the parts, or -1. */
  int find(ToIntFunction<Part> find) {
    int behind = tail == null ? -1 : find.applyAsInt(tail);
    if (behind >= 0) {
      return orderedRows + behind;
    }
    int row = find.applyAsInt(ordered);
    return row >= 0 && isLive(row) ? row : -1;
  }

  /** The live ones of the rows that {@code asked} gives of each part; a new set. */
  RoaringBitmap rows(Function<Part, RoaringBitmap> asked) {
    RoaringBitmap rows = asked.apply(ordered);
    if (tail == null) {
      return rows;
    }
    rows.andNot(dead);
    rows.or(RoaringBitmap.addOffset(asked.apply(tail), orderedRows));
    return rows;
  }

  /** Takes {@code rows} apart into those of each part, numbered as there. */
  void forEach(RoaringBitmap rows, BiConsumer<Part, RoaringBitmap> taker) {
    if (tail == null) {
      taker.accept(ordered, rows);
      return;
    }
    RoaringBitmap first = rows.clone();
    first.remove((long) orderedRows, (long) size());
    taker.accept(ordered, first);
    RoaringBitmap behind = rows.clone();
    behind.remove(0L, (long) orderedRows);
    taker.accept(tail, RoaringBitmap.addOffset(behind, -orderedRows));
  }

  /** A question to rows, made of what each part answers. */
  IntUnaryOperator each(Function<Part, IntUnaryOperator> asked) {
    IntUnaryOperator first = asked.apply(ordered);
    if (tail == null) {
      return first;
    }
    IntUnaryOperator behind = asked.apply(tail);
    return row -> row < orderedRows ? first.applyAsInt(row) : behind.applyAsInt(row - orderedRows);
  }

  boolean allPoints() {
    return ordered.geometries().allPoints() && (tail == null || tail.geometries().allPoints());
  }

  void walkSquares(SquareVisitor visitor) {
    ordered.geometries().squares().walk(0, visitor);
    if (tail != null) {
      tail.geometries().squares().walk(orderedRows, visitor);
    }
  }

  int geometryFaults() {
    return ordered.geometries().faults() + (tail == null ? 0 : tail.geometries().faults());
  }

  List<Long> faultyGeometryIds() {
    List<Long> behind = tail == null ? List.of() : tail.geometries().faultyIds();
    return Stream.concat(ordered.geometries().faultyIds().stream(), behind.stream())
        .limit(GeometryStage.NAMED_FAULTS)
        .toList();
  }

  long memoryBytes() {
    return ordered.memoryBytes()
        + (tail == null ? 0 : tail.memoryBytes() + dead.getLongSizeInBytes());
  }
}

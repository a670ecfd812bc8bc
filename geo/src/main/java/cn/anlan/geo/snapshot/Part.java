package cn.anlan.geo.snapshot;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Rows of one layer in the order of the curve, packed once and never changed again. Snapshots of
 * later versions share it with those of earlier ones: a {@link LayerSnapshot} is one part, or one
 * and a second behind it with what has changed since. Rows are counted from 0 within the part.
 */
final class Part {
  private static final AtomicLong MADE = new AtomicLong();

  private final long number = MADE.incrementAndGet();
  private final String layer;
  private final LongChunks ids;
  private final IdIndex rowOfId;
  private final Geometries geometries;
  private final Map<String, Column> columns;

  Part(
      String layer,
      LongChunks ids,
      IdIndex rowOfId,
      Geometries geometries,
      Map<String, Column> columns) {
    this.layer = layer;
    this.ids = ids;
    this.rowOfId = rowOfId;
    this.geometries = geometries;
    this.columns = columns;
  }

  /** Its own number: no other part made by this run of the program has it. */
  long number() {
    return number;
  }

  int size() {
    return ids.size();
  }

  long id(int row) {
    return ids.get(row);
  }

  /** The smallest id; 0 where there is none. */
  long leastId() {
    return ids.min();
  }

  Geometries geometries() {
    return geometries;
  }

  /** All columns in the builder's order; {@code id} is one of them, the last. */
  Map<String, Column> columns() {
    return columns;
  }

  /** Refuses a name that is no column, with the nearest one that is. */
  Column column(String name) {
    Column column = columns.get(name);
    if (column == null) {
      throw Faults.unknownColumn(layer, name, columns.keySet());
    }
    return column;
  }

  /** The row of a feature, or -1. */
  int rowOfId(long id) {
    return rowOfId.find(id);
  }

  /** The row with a business key, or -1. */
  int rowOfCode(String code) {
    return columns.get(LayerSnapshot.CODE) instanceof TextColumn key ? key.find(code) : -1;
  }

  long memoryBytes() {
    long total = ids.memoryBytes() + rowOfId.memoryBytes() + geometries.memoryBytes();
    for (Column column : columns.values()) {
      total += column.spec().name().equals(LayerSnapshot.ID) ? 0 : column.memoryBytes();
    }
    return total;
  }
}

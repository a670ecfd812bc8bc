package cn.anlan.geo.snapshot;

import java.util.Arrays;

/**
 * Where the rows of a square of the web map's pyramid stand. A square of zoom z is one of the 2^z ×
 * 2^z equal parts of the Web Mercator world, counted from the west and from the north; it has four
 * quarters of zoom z + 1. Since rows stand along a Hilbert curve over just these squares (D.
 * Hilbert, Math. Ann. 38, 1891), those of one square are one run of row numbers: to count them
 * nobody walks over them.
 *
 * <p>The curve knows sixteen zooms below the smallest square that holds all rows; what lies in the
 * same square of the last of them stands together in no order. Holds only rows in curve order, and
 * four bytes for each. Immutable.
 */
final class Squares {
  /** Zooms between the square that holds all and the smallest that is told apart. */
  private static final int ORDER = 16;

  private static final int BITS = 40; // of a place in the world, which bounds the deepest zoom

  private final int rootZoom;
  private final long rootCol;
  private final long rootRow;
  private final int[] places; // along the curve within the root, unsigned, ascending

  private Squares(int rootZoom, long rootCol, long rootRow, int[] places) {
    this.rootZoom = rootZoom;
    this.rootCol = rootCol;
    this.rootRow = rootRow;
    this.places = places;
  }

  /** The order in which rows are to be stored, and what it tells of squares afterwards. */
  record Sorted(int[] order, Squares squares) {}

  /**
   * Sorts rows along the curve over their points; those at the same place and those without a point
   * (NaN), which come last, in the given sequence.
   *
   * @param sequence all rows; null for the sequence in which they were added
   */
  static Sorted sort(DoubleChunks lonDeg, DoubleChunks latDeg, int[] sequence) {
    int size = lonDeg.size();
    long[] xs = new long[Math.max(1, size)];
    long[] ys = new long[Math.max(1, size)];
    int[] order = new int[size];
    long differing = 0; // the bits in which any place differs from the first
    int located = 0;
    int rest = size;
    for (int i = 0; i < size; i++) {
      int row = sequence == null ? i : sequence[i];
      double lon = lonDeg.get(row);
      if (Double.isNaN(lon)) {
        order[--rest] = i;
        continue;
      }
      xs[located] = fixed(WebMercator.x(lon));
      ys[located] = fixed(WebMercator.y(latDeg.get(row)));
      differing |= xs[located] ^ xs[0] | ys[located] ^ ys[0];
      order[located++] = i;
    }
    int rootZoom = Math.min(BITS - ORDER, Long.numberOfLeadingZeros(differing) - (64 - BITS));
    long[] keys = keys(xs, ys, order, located, BITS - ORDER - rootZoom);
    int[] places = new int[located];
    for (int i = 0; i < located; i++) {
      order[i] = (int) keys[i];
      places[i] = (int) ((keys[i] ^ Long.MIN_VALUE) >>> 32);
    }
    Arrays.sort(order, located, size);
    if (sequence != null) {
      Arrays.setAll(order, i -> sequence[order[i]]);
    }
    int beyond = BITS - rootZoom;
    return new Sorted(order, new Squares(rootZoom, xs[0] >>> beyond, ys[0] >>> beyond, places));
  }

  /** Places along the curve with the row's number below, sorted as signed numbers. */
  private static long[] keys(long[] xs, long[] ys, int[] rows, int count, int shift) {
    long[] keys = new long[count];
    for (int i = 0; i < count; i++) {
      long place =
          Hilbert.place((int) (xs[i] >>> shift) & 0xFFFF, (int) (ys[i] >>> shift) & 0xFFFF);
      // The flipped highest bit makes the signed order of longs that of the unsigned places.
      keys[i] = (place << 32 | rows[i]) ^ Long.MIN_VALUE;
    }
    Arrays.sort(keys);
    return keys;
  }

  private static long fixed(double share) {
    long whole = (long) (share * (1L << BITS));
    return Math.max(0, Math.min((1L << BITS) - 1, whole));
  }

  /** How many rows stand in the order of the curve, from row 0 on. */
  int rows() {
    return places.length;
  }

  /**
   * Goes from the smallest square that holds all rows downward, as far as the visitor wants.
   *
   * @param first the number of these rows' first one
   */
  void walk(int first, SquareVisitor visitor) {
    if (places.length > 0) {
      walk(visitor, first, Square.ROOT, 0, places.length);
    }
  }

  private void walk(SquareVisitor visitor, int first, Square square, int from, int end) {
    int depth = square.depth();
    long col = (rootCol << depth) + square.col();
    long row = (rootRow << depth) + square.row();
    if (!visitor.enter(rootZoom + depth, col, row, first + from, first + end)) {
      return;
    }
    if (depth == ORDER) {
      visitor.together(first + from, first + end);
      return;
    }
    int shift = 2 * (ORDER - depth - 1);
    int start = from;
    for (int quarter = 0; quarter < 4 && start < end; quarter++) {
      long next = square.place() * 4 + quarter + 1 << shift;
      int stop = quarter == 3 ? end : firstFrom(next, start, end);
      if (stop > start) {
        walk(visitor, first, square.quarter(quarter), start, stop);
        start = stop;
      }
    }
  }

  /**
   * A square below the root, and how the curve runs through it.
   *
   * @param place along the curve of order {@code depth}
   * @param swapped whether x and y are exchanged against the curve's own run
   * @param flipped whether both are counted from the other end
   */
  private record Square(
      int depth, long place, long col, long row, boolean swapped, boolean flipped) {
    static final Square ROOT = new Square(0, 0, 0, 0, false, false);

    /** The reverse of a step of {@link Hilbert#place}. */
    Square quarter(int number) {
      int rx = number >> 1;
      int ry = number ^ 3 * rx;
      int x = rx ^ (flipped ? 1 : 0);
      int y = ry ^ (flipped ? 1 : 0);
      return new Square(
          depth + 1,
          place * 4 + number,
          col << 1 | (swapped ? y : x),
          row << 1 | (swapped ? x : y),
          swapped ^ ry == 0,
          flipped ^ (ry == 0 && rx == 1));
    }
  }

  /** The first row within {@code from..end} whose place is not before the given one. */
  private int firstFrom(long place, int from, int end) {
    int low = from;
    int high = end;
    while (low < high) {
      int middle = low + high >>> 1;
      if (Integer.toUnsignedLong(places[middle]) < place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  long memoryBytes() {
    return 16 + 4L * places.length;
  }
}

package cn.anlan.geo.snapshot;

import java.util.Arrays;

/**
 * Places along the Hilbert curve of order 16, which keeps what is near on the map near in memory
 * (D. Hilbert, Math. Ann. 38, 1891). Over the extent of a province a cell is about ten metres wide.
 */
final class Hilbert {
  private static final int ORDER = 16;
  private static final int CELLS = 1 << ORDER;

  private Hilbert() {}

  /** The place of cell (x, y), each within 0..65535, along the curve; unsigned 32 bits. */
  static long place(int x, int y) {
    int cx = x;
    int cy = y;
    long place = 0;
    for (int s = CELLS / 2; s > 0; s /= 2) {
      int rx = (cx & s) > 0 ? 1 : 0;
      int ry = (cy & s) > 0 ? 1 : 0;
      place += (long) s * s * ((3 * rx) ^ ry);
      if (ry == 0) { // turn the quadrant so that the curve goes on where it left off
        if (rx == 1) {
          cx = CELLS - 1 - cx;
          cy = CELLS - 1 - cy;
        }
        int swap = cx;
        cx = cy;
        cy = swap;
      }
    }
    return place;
  }

  /**
   * The order in which rows are to be stored: along the curve over the points' own extent, those at
   * the same place and those without a point (NaN), which come last, in the given sequence.
   *
   * @param sequence all rows; null for the sequence in which they were added
   */
  static int[] order(DoubleChunks lonDeg, DoubleChunks latDeg, int[] sequence) {
    int size = lonDeg.size();
    double west = Double.POSITIVE_INFINITY;
    double south = Double.POSITIVE_INFINITY;
    double east = Double.NEGATIVE_INFINITY;
    double north = Double.NEGATIVE_INFINITY;
    for (int row = 0; row < size; row++) {
      double lon = lonDeg.get(row);
      if (!Double.isNaN(lon)) {
        double lat = latDeg.get(row);
        west = Math.min(west, lon);
        east = Math.max(east, lon);
        south = Math.min(south, lat);
        north = Math.max(north, lat);
      }
    }
    long[] keys = new long[size];
    int[] order = new int[size];
    int located = 0;
    int rest = size;
    for (int i = 0; i < size; i++) {
      int row = sequence == null ? i : sequence[i];
      double lon = lonDeg.get(row);
      if (Double.isNaN(lon)) {
        order[--rest] = i;
      } else {
        long place = place(cell(lon, west, east), cell(latDeg.get(row), south, north));
        // The flipped highest bit makes the signed order of longs that of the unsigned places.
        keys[located++] = (place << 32 | i) ^ Long.MIN_VALUE;
      }
    }
    Arrays.sort(keys, 0, located);
    for (int i = 0; i < located; i++) {
      order[i] = (int) keys[i];
    }
    Arrays.sort(order, located, size);
    if (sequence != null) {
      Arrays.setAll(order, i -> sequence[order[i]]);
    }
    return order;
  }

  private static int cell(double value, double low, double high) {
    double width = high - low;
    int cell = width > 0 ? (int) ((value - low) / width * CELLS) : 0;
    return Math.min(CELLS - 1, Math.max(0, cell));
  }
}

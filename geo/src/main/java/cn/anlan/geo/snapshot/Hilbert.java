package cn.anlan.geo.snapshot;

/**
 * The Hilbert curve of order 16 over a square of 65,536 × 65,536 cells, which keeps what is near on
 * the map near in memory (D. Hilbert, Math. Ann. 38, 1891). The first 2d bits of a place depend on
 * the first d bits of x and y alone: the cells of a larger square are one run of the curve.
 */
final class Hilbert {
  private static final int ORDER = 16;

  private Hilbert() {}

  /** The place of cell (x, y), each within 0..65535, along the curve; unsigned 32 bits. */
  static long place(int x, int y) {
    int cx = x;
    int cy = y;
    long place = 0;
    for (int s = 1 << ORDER - 1; s > 0; s /= 2) {
      int rx = (cx & s) > 0 ? 1 : 0;
      int ry = (cy & s) > 0 ? 1 : 0;
      place += (long) s * s * ((3 * rx) ^ ry);
      if (ry == 0) { // turn the quadrant so that the curve goes on where it left off
        if (rx == 1) {
          cx = ~cx & 0xFFFF;
          cy = ~cy & 0xFFFF;
        }
        int swap = cx;
        cx = cy;
        cy = swap;
      }
    }
    return place;
  }
}

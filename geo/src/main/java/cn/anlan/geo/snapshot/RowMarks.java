package cn.anlan.geo.snapshot;

import org.roaringbitmap.BitSetUtil;
import org.roaringbitmap.RoaringBitmap;

/** One bit a row while a column is scanned; far quicker to write than a compressed bitmap. */
final class RowMarks {
  private final long[] words;

  RowMarks(int rows) {
    words = new long[(rows + 63) >>> 6];
  }

  void mark(int row) {
    words[row >>> 6] |= 1L << row;
  }

  RoaringBitmap toBitmap() {
    RoaringBitmap result = BitSetUtil.bitmapOf(words);
    result.runOptimize();
    return result;
  }
}

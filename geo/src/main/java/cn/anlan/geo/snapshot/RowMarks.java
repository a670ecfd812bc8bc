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

  /**
   * Marks those rows whose value is within {@code low..high}, both included. The inner loop has no
   * branch and calls nothing, so that two million rows take some milliseconds.
   *
   * @param values all of them so near to {@code low} and {@code high} that the difference is a long
   * @param first the row of {@code values[0]}, a multiple of 64
   */
  void markBetween(long[] values, int count, int first, long low, long high) {
    for (int from = 0; from < count; from += Long.SIZE) {
      int end = Math.min(Long.SIZE, count - from);
      long word = 0;
      for (int bit = 0; bit < end; bit++) {
        long value = values[from + bit];
        long outside = value - low | high - value; // its sign
        word = word >>> 1 | ~outside & Long.MIN_VALUE;
      }
      words[first + from >>> 6] |= word >>> Long.SIZE - end;
    }
  }

  /**
   * Marks those rows whose value, not negative, is set in {@code wanted}, which has a bit for each
   * possible value.
   *
   * @param first the row of {@code values[0]}, a multiple of 64
   */
  void markIn(long[] values, int count, int first, long[] wanted) {
    for (int from = 0; from < count; from += Long.SIZE) {
      int end = Math.min(Long.SIZE, count - from);
      long word = 0;
      for (int bit = 0; bit < end; bit++) {
        int value = (int) values[from + bit];
        word = word >>> 1 | wanted[value >>> 6] << ~value & Long.MIN_VALUE;
      }
      words[first + from >>> 6] |= word >>> Long.SIZE - end;
    }
  }

  RoaringBitmap toBitmap() {
    RoaringBitmap result = BitSetUtil.bitmapOf(words);
    result.runOptimize();
    return result;
  }
}

package cn.anlan.geo.tile;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.roaringbitmap.BitSetUtil;
import org.roaringbitmap.RoaringBitmap;

/**
 * A set of rows of which those in a run are counted in a few steps, however long the run is: one
 * bit for each row of the snapshot, and for every 512 of them how many are set before (G. Jacobson,
 * Space-efficient static trees and graphs, 1989). Immutable.
 */
final class RowSet {
  private static final int BLOCK_WORDS = 8;
  private static final int BLOCK_BITS = 9;

  private final long[] words;
  private final int[] before;

  /**
   * @param words one bit a row, with {@link #wordsFor} words; not changed by anybody from here on
   */
  RowSet(long[] words) {
    this.words = words;
    this.before = new int[words.length / BLOCK_WORDS + 1];
    int sum = 0;
    for (int word = 0; word < words.length; word++) {
      if (word % BLOCK_WORDS == 0) {
        before[word / BLOCK_WORDS] = sum;
      }
      sum += Long.bitCount(words[word]);
    }
    before[before.length - 1] = sum;
  }

  static RowSet of(RoaringBitmap rows, int size) {
    return new RowSet(Arrays.copyOf(BitSetUtil.toLongArray(rows), wordsFor(size)));
  }

  /** Words for so many rows: whole blocks. */
  static int wordsFor(int rows) {
    return (rows + (1 << BLOCK_BITS) - 1 >>> BLOCK_BITS) * BLOCK_WORDS;
  }

  /** The rows that both sets of the same snapshot have. */
  RowSet and(RowSet other) {
    long[] both = new long[words.length];
    for (int i = 0; i < both.length; i++) {
      both[i] = words[i] & other.words[i];
    }
    return new RowSet(both);
  }

  /** How many rows of {@code from} to {@code end − 1} are in the set. */
  int count(int from, int end) {
    return countBefore(end) - countBefore(from);
  }

  private int countBefore(int row) {
    int block = row >>> BLOCK_BITS;
    int sum = before[block];
    int last = row >>> 6;
    for (int word = block * BLOCK_WORDS; word < last; word++) {
      sum += Long.bitCount(words[word]);
    }
    int rest = row & 63;
    return rest == 0 ? sum : sum + Long.bitCount(words[last] << 64 - rest);
  }

  /** The set's row that has {@code skipped} others between {@code from} and itself. */
  int rowAfter(int from, int skipped) {
    int wanted = countBefore(from) + skipped;
    int low = from >>> BLOCK_BITS;
    int high = before.length - 1;
    while (high - low > 1) { // the last block that begins with no more than are wanted
      int middle = low + high >>> 1;
      if (before[middle] <= wanted) {
        low = middle;
      } else {
        high = middle;
      }
    }
    int rest = wanted - before[low];
    int word = low * BLOCK_WORDS;
    for (int here = Long.bitCount(words[word]); here <= rest; here = Long.bitCount(words[word])) {
      rest -= here;
      word++;
    }
    long bits = words[word];
    for (; rest > 0; rest--) {
      bits &= bits - 1;
    }
    return word << 6 | Long.numberOfTrailingZeros(bits);
  }

  /** The rows of the set within {@code from} to {@code end − 1}, ascending. */
  void forEach(int from, int end, IntConsumer look) {
    int word = from >>> 6;
    if (from >= end) {
      return;
    }
    long bits = words[word] & -1L << from;
    while (true) {
      while (bits != 0) {
        int row = word << 6 | Long.numberOfTrailingZeros(bits);
        if (row >= end) {
          return;
        }
        look.accept(row);
        bits &= bits - 1;
      }
      if (++word << 6 >= end) {
        return;
      }
      bits = words[word];
    }
  }

  int size() {
    return before[before.length - 1];
  }

  long memoryBytes() {
    return 48 + 8L * words.length + 4L * before.length;
  }
}

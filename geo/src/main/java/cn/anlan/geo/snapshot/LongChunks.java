package cn.anlan.geo.snapshot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.LongPredicate;
import org.roaringbitmap.RoaringBitmap;

/**
 * A list of whole numbers that grows without copying and packs each full block. The same class
 * stages rows while a snapshot is read and holds them afterwards.
 */
final class LongChunks {
  private final List<LongBlock> blocks = new ArrayList<>();
  private long[] open;
  private int openCount;
  private int size;

  void add(long value) {
    size++;
    if (open == null) {
      open = new long[LongBlock.SIZE];
    }
    open[openCount++] = value;
    if (openCount == LongBlock.SIZE) {
      blocks.add(LongBlock.pack(open, openCount));
      openCount = 0;
    }
  }

  int size() {
    return size;
  }

  long get(int index) {
    int block = index >>> LongBlock.BITS;
    int at = index & LongBlock.MASK;
    return block < blocks.size() ? blocks.get(block).get(at) : open[at];
  }

  /** Packs the last block and gives the writing buffer back. Nothing may be added afterwards. */
  LongChunks seal() {
    if (openCount > 0) {
      blocks.add(LongBlock.pack(open, openCount));
      openCount = 0;
    }
    open = null;
    return this;
  }

  /** The sealed list with element {@code i} taken from {@code order[i]} of this one. */
  LongChunks reorder(int[] order) {
    LongChunks result = new LongChunks();
    for (int from : order) {
      result.add(get(from));
    }
    return result.seal();
  }

  /** The rows whose value is within {@code low..high}, both included. */
  RoaringBitmap rowsBetween(long low, long high) {
    return low > high ? new RoaringBitmap() : scan(low, high, v -> v >= low && v <= high);
  }

  /** The rows whose value is one of {@code wanted}, which is sorted. */
  RoaringBitmap rowsEqualToAny(long[] wanted) {
    if (wanted.length == 0) {
      return new RoaringBitmap();
    }
    long low = wanted[0];
    long high = wanted[wanted.length - 1];
    return scan(low, high, v -> Arrays.binarySearch(wanted, v) >= 0);
  }

  /** The rows whose value, an index of a dictionary, is marked in {@code wanted}. */
  RoaringBitmap rowsIn(BitSet wanted) {
    if (wanted.isEmpty()) {
      return new RoaringBitmap();
    }
    return scan(wanted.nextSetBit(0), wanted.length() - 1, v -> wanted.get((int) v));
  }

  /** Blocks outside {@code low..high} are passed over; in the others every value is asked. */
  private RoaringBitmap scan(long low, long high, LongPredicate wanted) {
    RowMarks marks = new RowMarks(size());
    long[] values = new long[LongBlock.SIZE];
    for (int b = 0; b < blocks.size(); b++) {
      LongBlock block = blocks.get(b);
      if (block.max < low || block.min > high) {
        continue;
      }
      int first = b << LongBlock.BITS;
      int count = Math.min(LongBlock.SIZE, size() - first);
      block.decode(values);
      for (int i = 0; i < count; i++) {
        if (wanted.test(values[i])) {
          marks.mark(first + i);
        }
      }
    }
    return marks.toBitmap();
  }

  long memoryBytes() {
    long total = open == null ? 0 : 8L * open.length;
    for (LongBlock block : blocks) {
      total += block.memoryBytes();
    }
    return total + 8L * blocks.size();
  }
}

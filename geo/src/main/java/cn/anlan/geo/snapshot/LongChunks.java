package cn.anlan.geo.snapshot;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.roaringbitmap.RoaringBitmap;

/**
 * A list of whole numbers that grows without copying and packs each full block. The same class
 * stages rows while a snapshot is read and holds them afterwards.
 */
final class LongChunks {
  /** So many blocks are scanned by one core at a time. */
  private static final int STRETCH = 16;

  private LongBlock[] blocks = new LongBlock[1];
  private int closed;
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
      close();
    }
  }

  int size() {
    return size;
  }

  long get(int index) {
    int block = index >>> LongBlock.BITS;
    int at = index & LongBlock.MASK;
    return block < closed ? blocks[block].get(at) : open[at];
  }

  /** Packs the last block and gives the writing buffer back. Nothing may be added afterwards. */
  LongChunks seal() {
    if (openCount > 0) {
      close();
    }
    open = null;
    return this;
  }

  /** With element {@code i} taken from {@code order[i]} of this one; both are sealed. */
  LongChunks reorder(int[] order) {
    if (order.length == size && min() == max()) {
      return this; // one value throughout
    }
    long[] values =
        decode(); // a plain array: taking single values out of blocks costs twice as much
    LongChunks result = new LongChunks();
    for (int from : order) {
      result.add(values[from]);
    }
    return result.seal();
  }

  /** Copies all values, each small enough for an int; sealed. */
  void copyTo(int[] to, int first) {
    long[] block = new long[LongBlock.SIZE];
    for (int b = 0; b < closed; b++) {
      blocks[b].decode(block);
      int start = b << LongBlock.BITS;
      int count = Math.min(LongBlock.SIZE, size - start);
      for (int i = 0; i < count; i++) {
        to[first + start + i] = (int) block[i];
      }
    }
  }

  private long[] decode() {
    long[] values = new long[size];
    long[] block = new long[LongBlock.SIZE];
    for (int b = 0; b < closed; b++) {
      blocks[b].decode(block);
      int first = b << LongBlock.BITS;
      System.arraycopy(block, 0, values, first, Math.min(LongBlock.SIZE, size - first));
    }
    return values;
  }

  /** The rows whose value is within {@code low..high}, both included. */
  RoaringBitmap rowsBetween(long low, long high) {
    return scan(
        low,
        high,
        (block, values, count, first, marks) -> {
          if (block.max - block.min < 0) { // the difference overflows
            for (int i = 0; i < count; i++) {
              if (values[i] >= low && values[i] <= high) {
                marks.mark(first + i);
              }
            }
          } else {
            long from = Math.max(low, block.min);
            marks.markBetween(values, count, first, from, Math.min(high, block.max));
          }
        });
  }

  /** The rows whose value is one of {@code wanted}, which is sorted. */
  RoaringBitmap rowsEqualToAny(long[] wanted) {
    if (wanted.length == 0) {
      return new RoaringBitmap();
    }
    return scan(
        wanted[0],
        wanted[wanted.length - 1],
        (block, values, count, first, marks) -> {
          for (int i = 0; i < count; i++) {
            if (Arrays.binarySearch(wanted, values[i]) >= 0) {
              marks.mark(first + i);
            }
          }
        });
  }

  /** The rows whose value, an index of a dictionary, is marked in {@code wanted}. */
  RoaringBitmap rowsIn(BitSet wanted) {
    if (wanted.isEmpty()) {
      return new RoaringBitmap();
    }
    long[] words = Arrays.copyOf(wanted.toLongArray(), (int) (max() >>> 6) + 1);
    return scan(
        wanted.nextSetBit(0),
        wanted.length() - 1,
        (block, values, count, first, marks) -> marks.markIn(values, count, first, words));
  }

  /** Marks those of a block's values that are wanted; the first of them is row {@code first}. */
  private interface BlockScan {
    void mark(LongBlock block, long[] values, int count, int first, RowMarks marks);
  }

  /**
   * Blocks outside {@code low..high} are passed over; in the others every value is asked. All cores
   * work on it: a block's rows have words of their own among the marks.
   */
  private RoaringBitmap scan(long low, long high, BlockScan asked) {
    RowMarks marks = new RowMarks(size());
    int stretches = (closed + STRETCH - 1) / STRETCH;
    IntStream.range(0, stretches)
        .parallel()
        .forEach(
            stretch -> {
              long[] values = new long[LongBlock.SIZE];
              int end = Math.min(closed, (stretch + 1) * STRETCH);
              for (int b = stretch * STRETCH; b < end; b++) {
                LongBlock block = blocks[b];
                if (block.max >= low && block.min <= high) {
                  int first = b << LongBlock.BITS;
                  block.decode(values);
                  asked.mark(block, values, Math.min(LongBlock.SIZE, size - first), first, marks);
                }
              }
            });
    return marks.toBitmap();
  }

  long memoryBytes() {
    long total = open == null ? 0 : 8L * open.length;
    for (int b = 0; b < closed; b++) {
      total += blocks[b].memoryBytes();
    }
    return total + 4L * blocks.length;
  }

  private void close() {
    if (closed == blocks.length) {
      blocks = Arrays.copyOf(blocks, closed * 2);
    }
    blocks[closed++] = LongBlock.pack(open, openCount);
    openCount = 0;
  }

  /** The least value, or 0 where there is none. */
  long min() {
    return Arrays.stream(blocks, 0, closed).mapToLong(b -> b.min).min().orElse(0);
  }

  /** The greatest value, or 0 where there is none. */
  long max() {
    return Arrays.stream(blocks, 0, closed).mapToLong(b -> b.max).max().orElse(0);
  }
}

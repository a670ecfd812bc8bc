package cn.anlan.geo.snapshot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;
import org.roaringbitmap.RoaringBitmap;

/**
 * A list of doubles that grows without copying. A block whose values all have a few decimals
 * (scores, factors, heads) is stored as whole numbers and a divisor, but only where that gives back
 * every value bit for bit; any other block is stored as it is.
 */
final class DoubleChunks {
  private static final double[] DIVISORS = {1, 10, 100, 1000, 1e4, 1e6, 1e7, 1e8};
  private static final double EXACT = 1L << 52;

  /** One block: {@code raw}, or {@code whole / divisor}, or {@code divisor} throughout. */
  private record Block(double[] raw, LongBlock whole, double divisor) {
    double get(int index) {
      if (raw != null) {
        return raw[index];
      }
      return whole != null ? whole.get(index) / divisor : divisor;
    }

    /**
     * The least whole number of the block's range whose value is not below (or is above) a bound;
     * one beyond the range where there is none. The values rise with the whole numbers.
     */
    long leastWhole(double bound, boolean above) {
      double near = Math.floor(bound * divisor) - 1;
      long least = (long) Math.max(whole.min, Math.min(near, whole.max + 1));
      while (least <= whole.max && (above ? least / divisor <= bound : least / divisor < bound)) {
        least++;
      }
      return least;
    }

    long memoryBytes() {
      return 32 + (raw != null ? 16 + 8L * raw.length : whole != null ? whole.memoryBytes() : 0);
    }
  }

  private final List<Block> blocks = new ArrayList<>();
  private double[] open;
  private int openCount;
  private int size;

  void add(double value) {
    if (open == null) {
      open = new double[LongBlock.SIZE];
    }
    open[openCount++] = value;
    size++;
    if (openCount == LongBlock.SIZE) {
      closeBlock();
    }
  }

  int size() {
    return size;
  }

  double get(int index) {
    int block = index >>> LongBlock.BITS;
    int at = index & LongBlock.MASK;
    return block < blocks.size() ? blocks.get(block).get(at) : open[at];
  }

  /** Packs the last block and gives the writing buffer back. Nothing may be added afterwards. */
  DoubleChunks seal() {
    if (openCount > 0) {
      closeBlock();
    }
    open = null;
    return this;
  }

  /** With element {@code i} taken from {@code order[i]} of this one; both are sealed. */
  DoubleChunks reorder(int[] order) {
    double[] values = new double[size];
    for (int i = 0; i < size; i++) { // in their order, which is the quick way through the blocks
      values[i] = get(i);
    }
    DoubleChunks result = new DoubleChunks();
    for (int from : order) {
      result.add(values[from]);
    }
    return result.seal();
  }

  /** The rows whose value is within {@code low..high}, both included; NaN is in no range. */
  RoaringBitmap rowsBetween(double low, double high) {
    RowMarks marks = new RowMarks(size);
    long[] whole = new long[LongBlock.SIZE];
    for (int b = 0; b < blocks.size(); b++) {
      int first = b << LongBlock.BITS;
      int count = Math.min(LongBlock.SIZE, size - first);
      Block block = blocks.get(b);
      if (block.whole != null) {
        long from = block.leastWhole(low, false);
        long to = block.leastWhole(high, true) - 1;
        if (from <= to) {
          block.whole.decode(whole);
          marks.markBetween(whole, count, first, from, to);
        }
      } else {
        for (int i = 0; i < count; i++) {
          double value = block.get(i);
          if (value >= low && value <= high) {
            marks.mark(first + i);
          }
        }
      }
    }
    return marks.toBitmap();
  }

  RoaringBitmap rowsWhere(DoublePredicate wanted) {
    RowMarks marks = new RowMarks(size);
    for (int row = 0; row < size; row++) {
      if (wanted.test(get(row))) {
        marks.mark(row);
      }
    }
    return marks.toBitmap();
  }

  long memoryBytes() {
    long total = open == null ? 0 : 8L * open.length;
    for (Block block : blocks) {
      total += block.memoryBytes() + 8;
    }
    return total;
  }

  private void closeBlock() {
    blocks.add(pack(open, openCount));
    openCount = 0;
  }

  private static Block pack(double[] values, int count) {
    if (isConstant(values, count)) { // also where all are NaN
      return new Block(null, null, values[0]);
    }
    long[] whole = new long[count];
    for (double divisor : DIVISORS) {
      if (scale(values, count, divisor, whole)) {
        LongBlock packed = LongBlock.pack(whole, count);
        if (packed.memoryBytes() < 8L * count) {
          return new Block(null, packed, divisor);
        }
        break;
      }
    }
    return new Block(Arrays.copyOf(values, count), null, 1);
  }

  private static boolean isConstant(double[] values, int count) {
    long first = Double.doubleToRawLongBits(values[0]);
    for (int i = 1; i < count; i++) {
      if (Double.doubleToRawLongBits(values[i]) != first) {
        return false;
      }
    }
    return true;
  }

  private static boolean scale(double[] values, int count, double divisor, long[] whole) {
    for (int i = 0; i < count; i++) {
      double scaled = Math.rint(values[i] * divisor);
      if (!(Math.abs(scaled) < EXACT)) { // also refuses NaN
        return false;
      }
      whole[i] = (long) scaled;
      double back = whole[i] / divisor;
      if (Double.doubleToRawLongBits(back) != Double.doubleToRawLongBits(values[i])) {
        return false;
      }
    }
    return true;
  }
}

package cn.anlan.geo.snapshot;

import java.util.Arrays;

/**
 * Up to {@link #SIZE} whole numbers, stored as differences from the least of them in 0, 1, 2, 4 or
 * 8 bytes each, whichever is enough. In Hilbert order neighbours resemble each other, so a block is
 * often one or two bytes a row.
 */
abstract sealed class LongBlock {
  static final int BITS = 14;
  static final int SIZE = 1 << BITS;
  static final int MASK = SIZE - 1;

  final long min;
  final long max;

  LongBlock(long min, long max) {
    this.min = min;
    this.max = max;
  }

  abstract long get(int index);

  /** Writes all values to the beginning of {@code out}. */
  abstract void decode(long[] out);

  abstract long memoryBytes();

  static LongBlock pack(long[] values, int count) {
    long min = values[0];
    long max = values[0];
    for (int i = 1; i < count; i++) {
      min = Math.min(min, values[i]);
      max = Math.max(max, values[i]);
    }
    long span = max - min;
    if (span == 0) {
      return new Constant(min, count);
    } else if (span < 0 || span > 0xFFFF_FFFFL) { // below 0: the difference itself overflowed
      return new Longs(values, count, min, max);
    } else if (span <= 0xFF) {
      return new Bytes(values, count, min, max);
    } else if (span <= 0xFFFF) {
      return new Shorts(values, count, min, max);
    }
    return new Ints(values, count, min, max);
  }

  private static final class Constant extends LongBlock {
    private final int count;

    Constant(long value, int count) {
      super(value, value);
      this.count = count;
    }

    @Override
    long get(int index) {
      return min;
    }

    @Override
    void decode(long[] out) {
      Arrays.fill(out, 0, count, min);
    }

    @Override
    long memoryBytes() {
      return 40;
    }
  }

  private static final class Bytes extends LongBlock {
    private final byte[] data;

    Bytes(long[] values, int count, long min, long max) {
      super(min, max);
      data = new byte[count];
      for (int i = 0; i < count; i++) {
        data[i] = (byte) (values[i] - min);
      }
    }

    @Override
    long get(int index) {
      return min + (data[index] & 0xFF);
    }

    @Override
    void decode(long[] out) {
      for (int i = 0; i < data.length; i++) {
        out[i] = min + (data[i] & 0xFF);
      }
    }

    @Override
    long memoryBytes() {
      return 56 + data.length;
    }
  }

  private static final class Shorts extends LongBlock {
    private final short[] data;

    Shorts(long[] values, int count, long min, long max) {
      super(min, max);
      data = new short[count];
      for (int i = 0; i < count; i++) {
        data[i] = (short) (values[i] - min);
      }
    }

    @Override
    long get(int index) {
      return min + (data[index] & 0xFFFF);
    }

    @Override
    void decode(long[] out) {
      for (int i = 0; i < data.length; i++) {
        out[i] = min + (data[i] & 0xFFFF);
      }
    }

    @Override
    long memoryBytes() {
      return 56 + 2L * data.length;
    }
  }

  private static final class Ints extends LongBlock {
    private final int[] data;

    Ints(long[] values, int count, long min, long max) {
      super(min, max);
      data = new int[count];
      for (int i = 0; i < count; i++) {
        data[i] = (int) (values[i] - min);
      }
    }

    @Override
    long get(int index) {
      return min + Integer.toUnsignedLong(data[index]);
    }

    @Override
    void decode(long[] out) {
      for (int i = 0; i < data.length; i++) {
        out[i] = min + Integer.toUnsignedLong(data[i]);
      }
    }

    @Override
    long memoryBytes() {
      return 56 + 4L * data.length;
    }
  }

  private static final class Longs extends LongBlock {
    private final long[] data;

    Longs(long[] values, int count, long min, long max) {
      super(min, max);
      data = Arrays.copyOf(values, count);
    }

    @Override
    long get(int index) {
      return data[index];
    }

    @Override
    void decode(long[] out) {
      System.arraycopy(data, 0, out, 0, data.length);
    }

    @Override
    long memoryBytes() {
      return 56 + 8L * data.length;
    }
  }
}

package cn.anlan.geo.snapshot;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import org.roaringbitmap.RoaringBitmap;

/**
 * A column while rows are being read, in the order they come. A null repeats the value before it,
 * so that it costs nothing in a packed block; which rows are null stands apart, a bit a row.
 */
abstract class ColumnStage {
  final ColumnSpec spec;
  private long[] nulls = new long[16];
  private boolean anyNull;
  private int size;

  ColumnStage(ColumnSpec spec) {
    this.spec = spec;
  }

  static ColumnStage of(ColumnSpec spec, boolean key) {
    return switch (spec.kind()) {
      case TEXT, CODE, TEXT_LIST -> key ? new KeyStage(spec) : new TextStage(spec);
      case INTEGER, DATE, BOOLEAN -> new Longs(spec);
      case NUMBER -> new Doubles(spec);
    };
  }

  /**
   * Takes the value of the next row.
   *
   * @throws IllegalArgumentException where the value is not of the column's kind
   */
  final void add(Object value) {
    if (value == null) {
      addMissing();
      return;
    }
    try {
      switch (spec.kind()) {
        case TEXT, CODE -> addText((String) value);
        case TEXT_LIST -> addText(TextListColumn.encode(value));
        case INTEGER -> addLong(whole((Number) value));
        case DATE -> addLong(((LocalDate) value).toEpochDay());
        case BOOLEAN -> addLong((Boolean) value ? 1 : 0);
        case NUMBER -> addDouble(((Number) value).doubleValue());
      }
    } catch (ClassCastException e) {
      throw new IllegalArgumentException(
          "column %s (%s) cannot take a %s"
              .formatted(spec.name(), spec.kind(), value.getClass().getName()),
          e);
    }
  }

  final void addMissing() {
    int word = size >>> 6;
    if (word >= nulls.length) {
      nulls = Arrays.copyOf(nulls, Math.max(word + 1, nulls.length * 2));
    }
    nulls[word] |= 1L << size;
    anyNull = true;
    repeat();
    size++;
  }

  private void addText(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    addUtf8(utf8, 0, utf8.length);
  }

  /** For texts and codes; of a list, its dictionary entry. */
  final void addUtf8(byte[] bytes, int from, int length) {
    append(bytes, from, length);
    size++;
  }

  /** For whole numbers, days counted from 1970-01-01, and truth as 0 or 1. */
  final void addLong(long value) {
    append(value);
    size++;
  }

  /** For numbers; NaN counts as null. */
  final void addDouble(double value) {
    if (Double.isNaN(value)) {
      addMissing();
      return;
    }
    append(value);
    size++;
  }

  /** Takes the last value once more. */
  abstract void repeat();

  void append(byte[] bytes, int from, int length) {
    throw wrong("text");
  }

  void append(long value) {
    throw wrong("whole number");
  }

  void append(double value) {
    throw wrong("number");
  }

  /** The column with row {@code i} from {@code order[i]}; the stage must not be used again. */
  abstract Column finish(int[] order);

  final int size() {
    return size;
  }

  final boolean anyNull() {
    return anyNull;
  }

  final RoaringBitmap nullsIn(int[] order) {
    if (!anyNull) {
      return new RoaringBitmap();
    }
    nulls = Arrays.copyOf(nulls, (size + 63) >>> 6);
    RowMarks marks = new RowMarks(order.length);
    for (int row = 0; row < order.length; row++) {
      if ((nulls[order[row] >>> 6] & 1L << order[row]) != 0) {
        marks.mark(row);
      }
    }
    return marks.toBitmap();
  }

  private IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException(
        "column %s (%s) cannot take a %s".formatted(spec.name(), spec.kind(), what));
  }

  private static long whole(Number value) {
    if (value instanceof Long || value instanceof Integer || value instanceof Short) {
      return value.longValue();
    }
    throw new ClassCastException(value.getClass().getName());
  }

  private static final class Longs extends ColumnStage {
    private final LongChunks values = new LongChunks();
    private long last;

    Longs(ColumnSpec spec) {
      super(spec);
    }

    @Override
    void append(long value) {
      last = value;
      values.add(value);
    }

    @Override
    void repeat() {
      values.add(last);
    }

    @Override
    Column finish(int[] order) {
      LongChunks ordered = values.seal().reorder(order);
      RoaringBitmap rowNulls = nullsIn(order);
      if (spec.kind() == ColumnKind.BOOLEAN) {
        RoaringBitmap trues = ordered.rowsBetween(1, 1);
        trues.andNot(rowNulls);
        return new BooleanColumn(spec, order.length, rowNulls, trues);
      }
      return new IntegerColumn(spec, rowNulls, ordered);
    }
  }

  private static final class Doubles extends ColumnStage {
    private final DoubleChunks values = new DoubleChunks();
    private double last;

    Doubles(ColumnSpec spec) {
      super(spec);
    }

    @Override
    void append(double value) {
      last = value;
      values.add(value);
    }

    @Override
    void repeat() {
      values.add(last);
    }

    @Override
    Column finish(int[] order) {
      return new NumberColumn(spec, nullsIn(order), values.seal().reorder(order));
    }
  }
}

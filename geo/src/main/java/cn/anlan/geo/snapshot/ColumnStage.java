package cn.anlan.geo.snapshot;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import org.roaringbitmap.RoaringBitmap;

/**
 * A column while rows are being read, in the order they come. A null repeats the value before it,
 * so that it costs nothing in a packed block; which rows are null stands apart.
 */
abstract class ColumnStage {
  final ColumnSpec spec;
  private RoaringBitmap nulls = new RoaringBitmap();
  private int size;

  ColumnStage(ColumnSpec spec) {
    this.spec = spec;
  }

  static ColumnStage of(ColumnSpec spec, boolean key) {
    return switch (spec.kind()) {
      case TEXT, CODE, TEXT_LIST -> new Texts(spec, key);
      case INTEGER, DATE, BOOLEAN -> new Longs(spec);
      case NUMBER -> new Doubles(spec);
    };
  }

  /**
   * @throws IllegalArgumentException where the value is not of the column's kind
   */
  final void add(Object value) {
    boolean isNull = value == null || value instanceof Double d && d.isNaN();
    try {
      append(isNull ? null : value);
    } catch (ClassCastException e) {
      throw new IllegalArgumentException(
          "column %s (%s) cannot take a %s"
              .formatted(spec.name(), spec.kind(), value.getClass().getName()),
          e);
    }
    if (isNull) {
      nulls.add(size);
    }
    size++;
  }

  /** Takes the value of the next row; null repeats the last one. */
  abstract void append(Object value);

  /** The column with row {@code i} from {@code order[i]}; the stage must not be used again. */
  abstract Column finish(int[] order);

  final RoaringBitmap nullsIn(int[] order) {
    if (nulls.isEmpty()) {
      return nulls;
    }
    return rowsIn(order, nulls);
  }

  private static RoaringBitmap rowsIn(int[] order, RoaringBitmap staged) {
    RowMarks marks = new RowMarks(order.length);
    for (int row = 0; row < order.length; row++) {
      if (staged.contains(order[row])) {
        marks.mark(row);
      }
    }
    return marks.toBitmap();
  }

  private static final class Texts extends ColumnStage {
    private final boolean key;
    private final Dictionary dictionary = new Dictionary();
    private final LongChunks numbers = new LongChunks();
    private int last = -1;

    Texts(ColumnSpec spec, boolean key) {
      super(spec);
      this.key = key;
    }

    @Override
    void append(Object value) {
      if (value != null) {
        last = dictionary.intern(text(value));
      } else if (last < 0) {
        last = dictionary.intern("");
      }
      numbers.add(last);
    }

    private String text(Object value) {
      if (spec.kind() != ColumnKind.TEXT_LIST) {
        return (String) value;
      }
      return TextListColumn.encode(
          value instanceof Object[] array ? Arrays.asList(array) : (Collection<?>) value);
    }

    @Override
    Column finish(int[] order) {
      numbers.seal();
      RoaringBitmap rowNulls = nullsIn(order);
      LongChunks ordered = numbers.reorder(order);
      if (spec.kind() == ColumnKind.TEXT_LIST) {
        return new TextListColumn(spec, order.length, rowNulls, dictionary.seal(false), ordered);
      }
      boolean distinct = rowNulls.isEmpty() && dictionary.size() == order.length;
      if (key && !distinct) {
        throw new IllegalArgumentException(
            "column " + spec.name() + " is the key, but has nulls or doubled values");
      }
      if (distinct && (key || spec.kind() == ColumnKind.TEXT)) {
        // All different: each row's number in the order they came is the row's own.
        Dictionary byRow = dictionary.reorder(order);
        return new TextColumn(spec, order.length, rowNulls, byRow.seal(key), null);
      }
      return new TextColumn(spec, order.length, rowNulls, dictionary.seal(false), ordered);
    }
  }

  private static final class Longs extends ColumnStage {
    private final LongChunks values = new LongChunks();
    private long last;

    Longs(ColumnSpec spec) {
      super(spec);
    }

    @Override
    void append(Object value) {
      if (value != null) {
        last =
            switch (spec.kind()) {
              case DATE -> ((LocalDate) value).toEpochDay();
              case BOOLEAN -> (Boolean) value ? 1 : 0;
              default -> whole((Number) value);
            };
      }
      values.add(last);
    }

    private static long whole(Number value) {
      if (value instanceof Long || value instanceof Integer || value instanceof Short) {
        return value.longValue();
      }
      throw new ClassCastException(value.getClass().getName());
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
    void append(Object value) {
      if (value != null) {
        last = ((Number) value).doubleValue();
      }
      values.add(last);
    }

    @Override
    Column finish(int[] order) {
      return new NumberColumn(spec, nullsIn(order), values.seal().reorder(order));
    }
  }
}

package cn.anlan.geo.snapshot;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import org.roaringbitmap.RoaringBitmap;

/** One column of a snapshot: its values by row, and the rows for which a comparison holds. */
abstract sealed class Column
    permits TextColumn, TextListColumn, IntegerColumn, NumberColumn, BooleanColumn {
  /** More different values than this are not counted one by one. */
  static final int MAX_COUNTED = 10_000;

  private final ColumnSpec spec;
  private final int size;
  private final RoaringBitmap nulls;

  Column(ColumnSpec spec, int size, RoaringBitmap nulls) {
    this.spec = spec;
    this.size = size;
    this.nulls = nulls;
  }

  final ColumnSpec spec() {
    return spec;
  }

  final int size() {
    return size;
  }

  final RoaringBitmap nulls() {
    return nulls;
  }

  final Object value(int row) {
    return nulls.contains(row) ? null : valueAt(row);
  }

  /** The value of a row that is not null. */
  abstract Object valueAt(int row);

  /** Rows by a comparison with a literal of the class {@link ColumnKind#literal()}. */
  abstract Truth compare(Comparison comparison, Object literal);

  /** Rows whose value is within two literals of that class, both included. */
  Truth between(Object low, Object high) {
    return compare(Comparison.GREATER_OR_EQUAL, low).and(compare(Comparison.LESS_OR_EQUAL, high));
  }

  /** Rows whose value equals one of at least one literals. */
  Truth in(List<Object> literals) {
    return literals.stream()
        .map(literal -> compare(Comparison.EQUAL, literal))
        .reduce(Truth::or)
        .orElseThrow();
  }

  abstract long memoryBytes();

  /** Of each row the place of its value among {@code values}; their number where it is none. */
  final IntUnaryOperator ranks(List<String> values) {
    IntUnaryOperator present = ranksOfPresent(values);
    return nulls.isEmpty()
        ? present
        : row -> nulls.contains(row) ? values.size() : present.applyAsInt(row);
  }

  /** The same for rows that are not null. */
  IntUnaryOperator ranksOfPresent(List<String> values) {
    return row -> rankOf(valueAt(row).toString(), values);
  }

  static int rankOf(String text, List<String> values) {
    int rank = values.indexOf(text);
    return rank < 0 ? values.size() : rank;
  }

  /** How many of {@code rows}, none of them null here, have each value, written as text. */
  Map<String, Long> countsOf(RoaringBitmap rows) {
    Map<String, Long> counts = new TreeMap<>();
    rows.forEach(
        (int row) -> {
          counts.merge(valueAt(row).toString(), 1L, Long::sum);
          if (counts.size() > MAX_COUNTED) {
            throw Faults.tooManyValues(spec, MAX_COUNTED);
          }
        });
    return counts;
  }

  /** The counts that are not 0, by the text of their index. */
  static Map<String, Long> named(long[] counts, IntFunction<String> text) {
    Map<String, Long> result = new TreeMap<>();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        result.put(text.apply(i), counts[i]);
      }
    }
    return result;
  }

  /** True on {@code rows} that are not null, unknown where null, else false. */
  final Truth on(RoaringBitmap rows) {
    RoaringBitmap trues = nulls.isEmpty() ? rows : RoaringBitmap.andNot(rows, nulls);
    return new Truth(size, trues, nulls);
  }

  /** The opposite of {@link #on}. */
  final Truth notOn(RoaringBitmap rows) {
    return on(rows).not();
  }
}

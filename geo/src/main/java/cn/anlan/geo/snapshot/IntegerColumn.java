package cn.anlan.geo.snapshot;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.roaringbitmap.RoaringBitmap;

/** Whole numbers, or days counted from 1970-01-01. Every comparison becomes a range of longs. */
final class IntegerColumn extends Column {
  private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger GREATEST = BigInteger.valueOf(Long.MAX_VALUE);

  private final LongChunks values;

  IntegerColumn(ColumnSpec spec, RoaringBitmap nulls, LongChunks values) {
    super(spec, values.size(), nulls);
    this.values = values;
  }

  /** The number, or the day's number; of a null: any. */
  long longAt(int row) {
    return values.get(row);
  }

  /** All values from place {@code first} on, as ints. */
  void copyTo(int[] to, int first, int ofNull) {
    values.copyTo(to, first);
    nulls().forEach((int row) -> to[first + row] = ofNull);
  }

  @Override
  Object valueAt(int row) {
    return valueOf(values.get(row));
  }

  private Object valueOf(long value) {
    return spec().kind() == ColumnKind.DATE ? (Object) LocalDate.ofEpochDay(value) : (Long) value;
  }

  @Override
  Truth compare(Comparison comparison, Object literal) {
    BigDecimal number = exact(literal);
    BigInteger floor = number.setScale(0, RoundingMode.FLOOR).unscaledValue();
    BigInteger ceiling = number.setScale(0, RoundingMode.CEILING).unscaledValue();
    return switch (comparison) {
      case EQUAL -> between(ceiling, floor); // empty where the literal is not whole
      case NOT_EQUAL -> between(ceiling, floor).not();
      case LESS -> between(LEAST, ceiling.subtract(BigInteger.ONE));
      case LESS_OR_EQUAL -> between(LEAST, floor);
      case GREATER -> between(floor.add(BigInteger.ONE), GREATEST);
      case GREATER_OR_EQUAL -> between(ceiling, GREATEST);
    };
  }

  @Override
  Truth between(Object low, Object high) {
    return between(
        exact(low).setScale(0, RoundingMode.CEILING).unscaledValue(),
        exact(high).setScale(0, RoundingMode.FLOOR).unscaledValue());
  }

  @Override
  Truth in(List<Object> literals) {
    long[] wanted =
        literals.stream()
            .map(IntegerColumn::exact)
            .filter(number -> number.stripTrailingZeros().scale() <= 0)
            .map(BigDecimal::toBigInteger)
            .filter(whole -> whole.compareTo(LEAST) >= 0 && whole.compareTo(GREATEST) <= 0)
            .mapToLong(BigInteger::longValue)
            .sorted()
            .toArray();
    return on(values.rowsEqualToAny(wanted));
  }

  private static BigDecimal exact(Object literal) {
    return literal instanceof LocalDate day
        ? BigDecimal.valueOf(day.toEpochDay())
        : (BigDecimal) literal;
  }

  @Override
  Map<String, Long> countsOf(RoaringBitmap rows) {
    long least = values.min();
    long range = values.max() - least;
    if (range < 0 || range >= MAX_COUNTED) { // below 0: the difference overflowed
      return super.countsOf(rows);
    }
    long[] counts = new long[(int) range + 1];
    rows.forEach((int row) -> counts[(int) (values.get(row) - least)]++);
    return named(counts, i -> valueOf(least + i).toString());
  }

  private Truth between(BigInteger low, BigInteger high) {
    if (low.compareTo(high) > 0 || low.compareTo(GREATEST) > 0 || high.compareTo(LEAST) < 0) {
      return on(new RoaringBitmap());
    }
    return on(values.rowsBetween(low.max(LEAST).longValue(), high.min(GREATEST).longValue()));
  }

  @Override
  IntUnaryOperator ranksOfPresent(List<String> wanted) {
    long least = values.min();
    long range = values.max() - least;
    if (range < 0 || range >= MAX_COUNTED) { // below 0: the difference overflowed
      return super.ranksOfPresent(wanted);
    }
    int[] rankOf = new int[(int) range + 1];
    Arrays.setAll(rankOf, i -> rankOf(valueOf(least + i).toString(), wanted));
    return row -> rankOf[(int) (values.get(row) - least)];
  }

  @Override
  long memoryBytes() {
    return values.memoryBytes() + nulls().getLongSizeInBytes();
  }
}

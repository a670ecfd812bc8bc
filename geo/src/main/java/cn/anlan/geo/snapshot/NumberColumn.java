package cn.anlan.geo.snapshot;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.roaringbitmap.RoaringBitmap;

/**
 * Numbers in double precision. A literal is rounded to the nearest double before it is compared, so
 * that {@code score = 0.1} finds what was stored from "0.1".
 */
final class NumberColumn extends Column {
  private final DoubleChunks values;

  NumberColumn(ColumnSpec spec, RoaringBitmap nulls, DoubleChunks values) {
    super(spec, values.size(), nulls);
    this.values = values;
  }

  /** The number; of a null: any. */
  double doubleAt(int row) {
    return values.get(row);
  }

  @Override
  Double valueAt(int row) {
    return values.get(row);
  }

  @Override
  Truth compare(Comparison comparison, Object literal) {
    double number = ((BigDecimal) literal).doubleValue();
    double least = Double.NEGATIVE_INFINITY;
    double greatest = Double.POSITIVE_INFINITY;
    return switch (comparison) {
      case EQUAL -> on(values.rowsBetween(number, number));
      case NOT_EQUAL -> notOn(values.rowsBetween(number, number));
      case LESS -> on(values.rowsBetween(least, Math.nextDown(number)));
      case LESS_OR_EQUAL -> on(values.rowsBetween(least, number));
      case GREATER -> on(values.rowsBetween(Math.nextUp(number), greatest));
      case GREATER_OR_EQUAL -> on(values.rowsBetween(number, greatest));
    };
  }

  @Override
  Truth in(List<Object> literals) {
    // Adding 0.0 makes −0 and 0 one, as == does but sorted search does not.
    double[] wanted =
        literals.stream().mapToDouble(l -> ((BigDecimal) l).doubleValue() + 0.0).sorted().toArray();
    return on(values.rowsWhere(v -> Arrays.binarySearch(wanted, v + 0.0) >= 0));
  }

  @Override
  Map<String, Long> countsOf(RoaringBitmap rows) {
    throw Faults.notCountable(spec());
  }

  @Override
  long memoryBytes() {
    return values.memoryBytes() + nulls().getLongSizeInBytes();
  }
}

package cn.anlan.geo.snapshot;

import java.math.BigDecimal;
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
  Map<String, Long> countsOf(RoaringBitmap rows) {
    throw Faults.notCountable(spec());
  }

  @Override
  long memoryBytes() {
    return values.memoryBytes() + nulls().getLongSizeInBytes();
  }
}

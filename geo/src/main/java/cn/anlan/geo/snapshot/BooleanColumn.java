package cn.anlan.geo.snapshot;

import java.util.Map;
import org.roaringbitmap.RoaringBitmap;

/** Truth values, as two sets of rows: the true and the null ones. False comes before true. */
final class BooleanColumn extends Column {
  private final RoaringBitmap trues;

  BooleanColumn(ColumnSpec spec, int size, RoaringBitmap nulls, RoaringBitmap trues) {
    super(spec, size, nulls);
    this.trues = trues;
  }

  @Override
  Boolean valueAt(int row) {
    return trues.contains(row);
  }

  @Override
  Truth compare(Comparison comparison, Object literal) {
    int ofTrue = Boolean.compare(true, (Boolean) literal);
    int ofFalse = Boolean.compare(false, (Boolean) literal);
    if (comparison.holds(ofTrue)) {
      return comparison.holds(ofFalse) ? notOn(new RoaringBitmap()) : on(trues);
    }
    return comparison.holds(ofFalse) ? notOn(trues) : on(new RoaringBitmap());
  }

  @Override
  Map<String, Long> countsOf(RoaringBitmap rows) {
    long yes = RoaringBitmap.andCardinality(trues, rows);
    return named(new long[] {rows.getLongCardinality() - yes, yes}, i -> Boolean.toString(i == 1));
  }

  @Override
  long memoryBytes() {
    return 64 + trues.getLongSizeInBytes() + nulls().getLongSizeInBytes();
  }
}

package cn.anlan.geo.snapshot;

import java.util.Map;
import org.roaringbitmap.RoaringBitmap;

/** Truth values, as two sets of rows: the true and the null ones. */
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
    boolean equal =
        switch (comparison) {
          case EQUAL -> true;
          case NOT_EQUAL -> false;
          default ->
              throw Faults.wrongType(
                  spec(),
                  "比较大小 " + comparison.sign(),
                  "请写 %1$s = TRUE 或 %1$s = FALSE / write %1$s = TRUE".formatted(spec().name()));
        };
    return equal == (Boolean) literal ? on(trues) : notOn(trues);
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

package cn.anlan.geo.snapshot;

import cn.anlan.geo.fault.UserFault;
import java.util.Comparator;
import org.roaringbitmap.RoaringBitmap;

/** Two columns of one layer compared with each other, row by row. */
record ColumnPair(Column left, Column right) {
  /** Refuses columns whose values have no common order. */
  ColumnPair {
    ColumnSpec a = left.spec();
    ColumnSpec b = right.spec();
    boolean lists = a.kind() == ColumnKind.TEXT_LIST || b.kind() == ColumnKind.TEXT_LIST;
    if (lists || a.kind().literal() != b.kind().literal()) {
      throw new UserFault(
          "属性 '%s'（%s）与 '%s'（%s）类型不同，不能比较 / properties '%s' (%s) and '%s' (%s) cannot be compared"
              .formatted(
                  a.name(),
                  a.kind().zh(),
                  b.name(),
                  b.kind().zh(),
                  a.name(),
                  a.kind().en(),
                  b.name(),
                  b.kind().en()),
          "请比较同类属性 / compare two texts, two numbers, two dates or two booleans");
    }
  }

  /** True where both have values that stand so; unknown where one has none. */
  Truth compare(Comparison comparison, Comparator<Object> order, Deadline deadline) {
    RoaringBitmap nulls = RoaringBitmap.or(left.nulls(), right.nulls());
    RowMarks trues = new RowMarks(left.size());
    for (int row = 0; row < left.size(); row++) {
      deadline.look();
      if (!nulls.contains(row)
          && comparison.holds(order.compare(left.valueAt(row), right.valueAt(row)))) {
        trues.mark(row);
      }
    }
    return new Truth(left.size(), trues.toBitmap(), nulls);
  }
}

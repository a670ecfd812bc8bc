package cn.anlan.geo.snapshot;

import cn.anlan.geo.fault.UserFault;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.roaringbitmap.RoaringBitmap;

/**
 * A question to one snapshot within one {@link Scope}: the only way to rows. A query is immutable;
 * {@link #filter}, {@link #bbox} and {@link #envelope} give a narrower one.
 */
public final class Query {
  private final LayerSnapshot snapshot;
  private final Scope scope;
  private final RowPredicate filter;
  private final Box box;
  private final boolean exact;

  private Query(LayerSnapshot snapshot, Scope scope, RowPredicate filter, Box box, boolean exact) {
    this.snapshot = Objects.requireNonNull(snapshot, "snapshot");
    this.scope = Objects.requireNonNull(scope, "scope");
    this.filter = filter;
    this.box = box;
    this.exact = exact;
  }

  /** All rows of the snapshot that the scope lets be seen. */
  public static Query on(LayerSnapshot snapshot, Scope scope) {
    return new Query(snapshot, scope, null, null, false);
  }

  /** What is asked: the rows of this query are rows of it. */
  public LayerSnapshot snapshot() {
    return snapshot;
  }

  /** Only rows for which the condition is true (not unknown), besides any condition before. */
  public Query filter(RowPredicate condition) {
    RowPredicate before = filter;
    RowPredicate both =
        before == null
            ? condition
            : columns -> before.evaluate(columns).and(condition.evaluate(columns));
    return new Query(snapshot, scope, both, box, exact);
  }

  /** The same rows, found here and now, to be narrowed many times without being found again. */
  public Query evaluated() {
    Map<Long, Truth> found = new HashMap<>();
    snapshot
        .parts()
        .forEach(
            rows(),
            (part, rows) ->
                found.put(part.number(), new Truth(part.size(), rows, new RoaringBitmap())));
    return new Query(snapshot, scope, part -> found.get(part.partNumber()), null, false);
  }

  /** Only rows whose geometry has a point in common with the box, edges included. */
  public Query bbox(Box area) {
    return new Query(snapshot, scope, filter, area, true);
  }

  /** Only rows whose envelope meets the box: quicker for lines and polygons, as tiles need it. */
  public Query envelope(Box area) {
    return new Query(snapshot, scope, filter, area, false);
  }

  /** The rows, none of them dead, as a set that belongs to the caller. */
  public RoaringBitmap rows() {
    return snapshot.parts().rows(this::rowsOf);
  }

  private RoaringBitmap rowsOf(Part part) {
    RoaringBitmap rows = scope.rows(part, snapshot);
    if (filter != null) {
      // Asked even where nothing is visible: a faulty filter is faulty for everybody.
      rows.and(filter.evaluate(new Predicates(part)).trues());
    }
    if (box != null) {
      rows.and(part.geometries().envelopesMeeting(box));
      if (exact) {
        rows = part.geometries().meeting(box, rows);
      }
    }
    return rows;
  }

  public long count() {
    return rows().getLongCardinality();
  }

  /**
   * How many rows have each value of a column.
   *
   * @throws UserFault where there is no such column, it holds numbers or lists, or has more than
   *     10,000 different values
   */
  public Counts countsBy(String column) {
    RoaringBitmap rows = rows();
    Map<String, Long> byValue = new TreeMap<>();
    snapshot
        .parts()
        .forEach(
            rows,
            (part, ofPart) -> {
              Column counted = part.column(column);
              RoaringBitmap present = RoaringBitmap.andNot(ofPart, counted.nulls());
              counted.countsOf(present).forEach((value, n) -> byValue.merge(value, n, Long::sum));
            });
    if (byValue.size() > Column.MAX_COUNTED) {
      throw Faults.tooManyValues(
          snapshot.parts().ordered().column(column).spec(), Column.MAX_COUNTED);
    }
    long total = rows.getLongCardinality();
    long present = byValue.values().stream().mapToLong(Long::longValue).sum();
    return new Counts(column, total, byValue, total - present);
  }

  /** The row of a feature, where this query has it. */
  public Optional<Integer> findRow(long id) {
    return ifAmongRows(snapshot.rowOfId(id));
  }

  /** The row of the feature with a business key, where this query has it. */
  public Optional<Integer> findRow(String code) {
    return ifAmongRows(snapshot.rowOfCode(code));
  }

  private Optional<Integer> ifAmongRows(int row) {
    return row >= 0 && rows().contains(row) ? Optional.of(row) : Optional.empty();
  }
}

package cn.anlan.data.ingest.load;

import java.util.Map;

/**
 * One row that a delivery adds, changes or removes. The names of the components are the names in
 * JSON.
 *
 * @param change {@code added}, {@code changed} or {@code removed}
 * @param fields of a changed row, what differs; else empty
 * @param movedM how far a changed row's geometry is from where it was, metres; 0 for a shape that
 *     changed and touches the former one, null where the geometry is the same
 */
public record RowChange(String code, String change, Map<String, Difference> fields, Double movedM) {

  /** A value before and after, as text; null for none. */
  public record Difference(String from, String to) {}
}

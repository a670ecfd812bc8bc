package cn.anlan.geo.tile;

import cn.anlan.geo.snapshot.LayerSnapshot;
import java.util.function.IntUnaryOperator;

/**
 * The rows that a query has, ready to be counted.
 *
 * @param ranks of a row the place of its value, 0 the worst; the number of values where it has none
 *     of them
 * @param all the query's rows
 * @param byRank of these the ones with each value
 */
record SelectedRows(LayerSnapshot snapshot, IntUnaryOperator ranks, RowSet all, RowSet[] byRank) {
  /** How many values are told apart. */
  int values() {
    return byRank.length;
  }

  long memoryBytes() {
    long total = all.memoryBytes();
    for (RowSet rows : byRank) {
      total += rows.memoryBytes();
    }
    return total;
  }
}

package cn.anlan.geo.snapshot;

import java.util.Collections;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.roaringbitmap.PeekableIntIterator;
import org.roaringbitmap.RoaringBitmap;

/**
 * Rows in the order of their ids, a page at a time. An id never changes, so whoever goes on behind
 * the last id that he was given meets every row that was there all the time exactly once, whatever
 * is changed meanwhile.
 */
public final class IdOrder {
  /** So many ids are tried for each row wanted before it is cheaper to look at every row. */
  private static final int TRIES = 8;

  private IdOrder() {}

  /**
   * The rows with the smallest ids that are greater than {@code afterId}.
   *
   * <p>Ids of a table have few gaps, so the next ids are tried one by one; where too many of them
   * are none of the rows wanted, every row wanted is looked at once.
   *
   * @param rows rows of the snapshot, as a {@link Query} gave them
   * @param limit at least 1
   * @return at most {@code limit} rows, by ascending id
   */
  public static int[] after(long afterId, LayerSnapshot snapshot, RoaringBitmap rows, int limit) {
    if (afterId == Long.MAX_VALUE) {
      return new int[0];
    }
    long firstId = Math.max(afterId + 1, snapshot.leastId());
    int[] found = new int[(int) Math.min(limit, rows.getLongCardinality())];
    int count = 0;
    long id = firstId;
    for (long left = (long) TRIES * found.length; left > 0 && count < found.length; left--, id++) {
      int row = snapshot.rowOfId(id);
      if (row >= 0 && rows.contains(row)) {
        found[count++] = row;
      }
    }
    return count == found.length ? found : choose(firstId, snapshot, rows, found.length);
  }

  private static int[] choose(long firstId, LayerSnapshot snapshot, RoaringBitmap rows, int limit) {
    PriorityQueue<Long> smallest = new PriorityQueue<>(limit + 1, Collections.reverseOrder());
    PeekableIntIterator each = rows.getIntIterator();
    while (each.hasNext()) {
      long id = snapshot.id(each.next());
      if (id >= firstId && (smallest.size() < limit || id < smallest.peek())) {
        smallest.add(id);
        if (smallest.size() > limit) {
          smallest.poll();
        }
      }
    }
    return smallest.stream()
        .sorted(Comparator.naturalOrder())
        .mapToInt(snapshot::rowOfId)
        .toArray();
  }
}

package cn.anlan.web.ogc.items;

import cn.anlan.geo.snapshot.IdOrder;
import cn.anlan.geo.snapshot.LayerSnapshot;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.roaringbitmap.PeekableIntIterator;
import org.roaringbitmap.RoaringBitmap;

/**
 * The rows of one page.
 *
 * @param rows in order
 * @param next what the link to the next page carries; null where this is the last
 */
record PageOfRows(int[] rows, String next) {
  private record Placed(int row, List<Object> place) {}

  /**
   * @param after the mark of the page before; null for the first
   * @param limit at most so many rows
   */
  static PageOfRows of(
      LayerSnapshot snapshot, RoaringBitmap rows, SortOrder order, String after, int limit) {
    List<Object> last = after == null ? null : Cursor.read(after, order, snapshot);
    int[] found =
        order.isById()
            ? IdOrder.after(
                last == null ? Long.MIN_VALUE : (Long) last.get(0), snapshot, rows, limit + 1)
            : sorted(snapshot, rows, order, last, limit + 1);
    return new PageOfRows(found, null).first(Math.min(limit, found.length), order, snapshot);
  }

  /** The page up to where it must end; the others are on the next. */
  PageOfRows first(int count, SortOrder order, LayerSnapshot snapshot) {
    if (count == rows.length) {
      return this;
    }
    String mark = Cursor.write(order, order.place(snapshot, rows[count - 1]));
    return new PageOfRows(Arrays.copyOf(rows, count), mark);
  }

  private static int[] sorted(
      LayerSnapshot snapshot, RoaringBitmap rows, SortOrder order, List<Object> last, int limit) {
    Comparator<Placed> byPlace = (a, b) -> order.compare(snapshot, a.row(), b.place());
    PriorityQueue<Placed> first = new PriorityQueue<>(limit + 1, byPlace.reversed());
    PeekableIntIterator each = rows.getIntIterator();
    while (each.hasNext()) {
      int row = each.next();
      boolean wanted =
          (first.size() < limit || order.compare(snapshot, row, first.peek().place()) < 0)
              && (last == null || order.compare(snapshot, row, last) > 0);
      if (wanted) {
        first.add(new Placed(row, order.place(snapshot, row)));
        if (first.size() > limit) {
          first.poll();
        }
      }
    }
    return first.stream().sorted(byPlace).mapToInt(Placed::row).toArray();
  }
}

package cn.anlan.web.hotspots;

import cn.anlan.data.catalog.FieldType;
import cn.anlan.data.catalog.Layer;
import cn.anlan.data.catalog.LayerTime;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.filter.Filter;
import cn.anlan.geo.grid.EqualAreaPlane;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.geo.snapshot.Scope;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.roaringbitmap.PeekableIntIterator;
import org.roaringbitmap.RoaringBitmap;

/**
 * The rows of a layer that count, as points on the plane.
 *
 * @param rows of the snapshot, those with a point only
 * @param xy their points, {x0, y0, x1, y1, …}, metres
 * @param weights what each counts
 * @param withoutPlace rows that were meant and have no point
 * @param lastDay the last day of a fact among them; null where the layer's rows have no day
 * @param isDemo whether any is invented
 */
record Events(
    int[] rows,
    double[] xy,
    double[] weights,
    int withoutPlace,
    LocalDate lastDay,
    boolean isDemo) {
  /** Fewer make no pattern. */
  static final int LEAST = 10;

  /**
   * @throws UserFault where the layer has no shapes, the field cannot be summed, has a value below
   *     0, or fewer than ten rows are left
   */
  static Events of(Layer layer, LayerSnapshot snapshot, Scope scope, HotspotQuestion question) {
    if (!layer.hasGeometry()) {
      throw new UserFault(
          "图层 " + layer.id() + " 没有位置 (has no places)", "换一个有位置的图层 (take a layer with places)");
    }
    if (question.value() != null) {
      FieldType type = layer.getField(question.value()).type();
      if (type != FieldType.INTEGER && type != FieldType.NUMBER) {
        throw new UserFault(
            "字段 " + question.value() + " 不是数值 (not a number)",
            "换一个数值字段，或取 count (take a numeric field, or count)");
      }
    }
    Query query = Query.on(snapshot, scope);
    if (question.filter() != null) {
      query = query.filter(Filter.parse(question.filter()));
    }
    Gathering gathering = new Gathering(layer, snapshot, question);
    RoaringBitmap rows = query.rows();
    PeekableIntIterator each = rows.getIntIterator();
    while (each.hasNext()) {
      gathering.take(each.next());
    }
    return gathering.done();
  }

  /** How many count. */
  int size() {
    return rows.length;
  }

  private static final class Gathering {
    private final LayerSnapshot snapshot;
    private final String value;
    private final Optional<LayerTime> time;
    private final long asOf;
    private int[] rows = new int[1024];
    private double[] xy = new double[2048];
    private double[] weights = new double[1024];
    private int count;
    private int withoutPlace;
    private int lastDay = Integer.MIN_VALUE;
    private boolean isDemo;

    Gathering(Layer layer, LayerSnapshot snapshot, HotspotQuestion question) {
      this.snapshot = snapshot;
      this.value = question.value();
      this.time = LayerTime.of(layer);
      this.asOf = question.asOf() == null ? Long.MAX_VALUE : question.asOf().toEpochDay();
      if (question.asOf() != null && time.isEmpty()) {
        throw new UserFault(
            "图层 " + layer.id() + " 没有日期，不能取 asOf (its rows have no day)", "去掉 asOf (leave it out)");
      }
    }

    void take(int row) {
      int day = time.isEmpty() ? Integer.MIN_VALUE : snapshot.epochDay(time.get().begin(), row);
      if (time.isPresent() && asOf != Long.MAX_VALUE && !holds(row, day)) {
        return;
      }
      double lonDeg = snapshot.lonDeg(row);
      if (Double.isNaN(lonDeg)) {
        withoutPlace++;
        return;
      }
      double weight = value == null ? 1 : snapshot.number(value, row);
      if (weight < 0) {
        throw new UserFault(
            "字段 " + value + " 有负值 " + weight + " (a value below 0)",
            "先更正，或用 filter 排除 (correct it, or leave it out with a filter)");
      }
      if (count == rows.length) {
        rows = Arrays.copyOf(rows, 2 * count);
        xy = Arrays.copyOf(xy, 4 * count);
        weights = Arrays.copyOf(weights, 2 * count);
      }
      rows[count] = row;
      xy[2 * count] = lonDeg;
      xy[2 * count + 1] = snapshot.latDeg(row);
      weights[count++] = Double.isNaN(weight) ? 0 : weight;
      lastDay = Math.max(lastDay, day);
      isDemo = isDemo || Boolean.TRUE.equals(snapshot.value("is_demo", row));
    }

    /** Begun by the day and, where a row has an end, not ended before it. */
    private boolean holds(int row, int day) {
      if (day == Integer.MIN_VALUE || day > asOf) {
        return false;
      }
      String end = time.get().end();
      int last = end == null ? Integer.MIN_VALUE : snapshot.epochDay(end, row);
      return last == Integer.MIN_VALUE || (time.get().endIncluded() ? last >= asOf : last > asOf);
    }

    Events done() {
      if (count < LEAST) {
        throw new UserFault(
            "只有 " + count + " 处有位置的记录，看不出聚集 (only " + count + " rows with a place: no pattern)",
            "至少 " + LEAST + " 处；放宽条件或时段 (at least " + LEAST + "; widen the filter or the period)");
      }
      double[] points = Arrays.copyOf(xy, 2 * count);
      EqualAreaPlane.toPlane(points);
      return new Events(
          Arrays.copyOf(rows, count),
          points,
          Arrays.copyOf(weights, count),
          withoutPlace,
          lastDay == Integer.MIN_VALUE ? null : LocalDate.ofEpochDay(lastDay),
          isDemo);
    }
  }
}

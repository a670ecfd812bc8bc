package cn.anlan.web.reach;

import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.filter.Filter;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.geo.snapshot.Scope;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The rows that are asked about, and how answers name them. */
record Places(LayerSnapshot snapshot, ReachQuestion question, int[] rows) {
  private static final String LEVEL = "level";
  private static final String NAME = "name";

  /**
   * @throws UserFault where no row is left, or the filter names a field that is not there
   */
  static Places of(LayerSnapshot snapshot, Scope scope, ReachQuestion question) {
    Query query = Query.on(snapshot, scope);
    if (question.filter() != null) {
      query = query.filter(Filter.parse(question.filter()));
    }
    List<Integer> levels = question.levels();
    int[] rows =
        query.rows().stream()
            .filter(row -> levels.isEmpty() || levels.contains((int) snapshot.number(LEVEL, row)))
            .toArray();
    if (rows.length == 0) {
      throw new UserFault(
          "图层 " + snapshot.layer() + " 没有符合条件的记录 (no such row)",
          "放宽等级或条件 (ask for more levels, or widen the filter)");
    }
    return new Places(snapshot, question, rows);
  }

  int size() {
    return rows.length;
  }

  double[] lonDeg() {
    return Arrays.stream(rows).mapToDouble(snapshot::lonDeg).toArray();
  }

  double[] latDeg() {
    return Arrays.stream(rows).mapToDouble(snapshot::latDeg).toArray();
  }

  List<Double> at(int i) {
    double lon = snapshot.lonDeg(rows[i]);
    return Double.isNaN(lon) ? null : List.of(lon, snapshot.latDeg(rows[i]));
  }

  long id(int i) {
    return snapshot.id(rows[i]);
  }

  String code(int i) {
    return snapshot.text(LayerSnapshot.CODE, rows[i]);
  }

  String name(int i) {
    return question.layer().findField(NAME).isPresent() ? snapshot.text(NAME, rows[i]) : null;
  }

  /** Null where the layer has no levels. */
  Integer level(int i) {
    return ReachQuestion.hasLevels(question.layer())
        ? (Integer) (int) snapshot.number(LEVEL, rows[i])
        : null;
  }

  IntStream all() {
    return IntStream.range(0, rows.length);
  }

  boolean isDemo() {
    return all().anyMatch(i -> Boolean.TRUE.equals(snapshot.value("is_demo", rows[i])));
  }
}

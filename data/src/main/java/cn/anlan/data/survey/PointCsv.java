package cn.anlan.data.survey;

import cn.anlan.data.ingest.report.Issue;
import cn.anlan.data.source.FileOpener;
import cn.anlan.data.source.file.DeliveredFile;
import cn.anlan.data.source.file.SourceRow;
import cn.anlan.geo.datum.CoordinateSystem;
import cn.anlan.geo.fault.UserFault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Point;

/**
 * A table of boundary points in their order: a column of the coordinates each ({@code x} or {@code
 * lon} is east, {@code y} or {@code lat} north), the point's number, and the ring where there are
 * several. A ring may repeat its first point or not.
 */
final class PointCsv {
  private static final Set<String> NAME =
      Set.of("点号", "point", "point_no", "no", "name", "id", "序号");
  private static final Set<String> RING = Set.of("圈号", "ring", "ring_no");

  private PointCsv() {}

  static PointFile read(Path file, String name, CoordinateSystem system) {
    List<BoundaryPoint> points = new ArrayList<>();
    List<Issue> issues = new ArrayList<>();
    try (DeliveredFile table = FileOpener.open(file, FileOpener.Options.none())) {
      if (!table.hasGeometry()) {
        throw new UserFault(
            name + " 没有坐标列 (no columns of coordinates)",
            "列名用 x,y（东、北坐标，米）或 lon,lat (name them x,y or lon,lat)");
      }
      Optional<String> pointNo = column(table, NAME);
      Optional<String> ringNo = column(table, RING);
      table.forEach(
          row -> {
            if (points.size() <= PointFiles.MAX_POINTS) {
              add(row, pointNo, ringNo, points, issues);
            }
          });
    }
    return new PointFile("CSV", system, false, points, issues);
  }

  private static Optional<String> column(DeliveredFile table, Set<String> known) {
    return table.columns().stream()
        .filter(c -> known.contains(c.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  private static void add(
      SourceRow row,
      Optional<String> pointNo,
      Optional<String> ringNo,
      List<BoundaryPoint> points,
      List<Issue> issues) {
    row.problems()
        .forEach(
            p ->
                issues.add(
                    Located.error(row.number(), p.field(), p.value(), p.reason(), p.remedy())));
    if (!row.problems().isEmpty()) {
      return;
    }
    String ring = ringNo.map(c -> text(row, c)).orElse("1");
    if (!ring.matches("\\d{1,6}")) {
      issues.add(
          Located.error(
              row.number(), ringNo.orElseThrow(), ring, "圈号应为正整数 (ring is no number)", "外圈写 1"));
    } else if (row.geometry() instanceof Point p) {
      String number = pointNo.map(c -> text(row, c)).orElse(Long.toString(row.number()));
      points.add(
          new BoundaryPoint(row.number(), number, Integer.parseInt(ring), p.getX(), p.getY()));
    } else {
      issues.add(Located.error(row.number(), "x, y", null, "没有坐标 (no coordinates)", "补上坐标或删去该行"));
    }
  }

  private static String text(SourceRow row, String column) {
    Object value = row.values().get(column);
    return value == null ? "" : value.toString().strip();
  }
}

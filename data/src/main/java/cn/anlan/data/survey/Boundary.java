package cn.anlan.data.survey;

import cn.anlan.data.ingest.report.Issue;
import cn.anlan.data.parcel.RingArea;
import cn.anlan.geo.datum.DatumShift;
import cn.anlan.geo.fault.UserFault;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.operation.valid.IsSimpleOp;
import org.locationtech.jts.operation.valid.IsValidOp;

/**
 * The area that boundary points enclose, or the reasons why they enclose none. Rings inside another
 * are holes; the others are parts.
 *
 * @param source in the file's own coordinates; null where an issue is an error
 * @param cgcs2000 the same in CGCS2000 longitude and latitude
 */
record Boundary(MultiPolygon source, MultiPolygon cgcs2000, List<Issue> issues) {
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final int SHOWN = 50;

  /** No site is so wide that two of its points lie farther apart. */
  private static final double MAX_SPREAD_DEG = 0.3;

  static Boundary of(PointFile file) {
    List<Issue> issues = new ArrayList<>(file.issues());
    if (issues.isEmpty()) {
      checkPlaces(file, issues);
    }
    List<List<BoundaryPoint>> rings = issues.isEmpty() ? rings(file, issues) : List.of();
    if (has(issues)) {
      return new Boundary(null, null, capped(issues));
    }
    List<LinearRing> lines = new ArrayList<>();
    for (List<BoundaryPoint> ring : rings) {
      LinearRing line = FACTORY.createLinearRing(coordinates(ring));
      checkSimple(line, ring, issues);
      lines.add(line);
    }
    if (has(issues)) {
      return new Boundary(null, null, capped(issues));
    }
    MultiPolygon source = RingArea.of(lines);
    source.setSRID(file.system().srid());
    MultiPolygon moved = (MultiPolygon) DatumShift.toCgcs2000(source, file.system());
    IsValidOp valid = new IsValidOp(moved);
    if (!valid.isValid()) {
      Coordinate at = valid.getValidationError().getCoordinate();
      issues.add(
          Located.error(
              0,
              "geom",
              "%.7f, %.7f".formatted(at.x, at.y),
              "各圈互相交叉或重叠 (rings cross or overlap one another)",
              "检查圈号和界址点次序 (check ring numbers and the order of points)"));
      return new Boundary(null, null, capped(issues));
    }
    return new Boundary(source, moved, capped(issues));
  }

  boolean isRefused() {
    return source == null;
  }

  private static boolean has(List<Issue> issues) {
    return issues.stream()
        .anyMatch(i -> i.severity() == cn.anlan.data.ingest.report.Severity.ERROR);
  }

  private static List<Issue> capped(List<Issue> issues) {
    return issues.stream().limit(SHOWN).toList();
  }

  /** Each point by itself: it must be of the declared system, and near the others. */
  private static void checkPlaces(PointFile file, List<Issue> issues) {
    List<Coordinate> places = new ArrayList<>();
    for (BoundaryPoint point : file.points()) {
      try {
        Geometry raw = FACTORY.createPoint(new Coordinate(point.east(), point.north()));
        places.add(DatumShift.toCgcs2000(raw, file.system()).getCoordinate());
      } catch (UserFault fault) {
        issues.add(
            Located.error(
                point.row(),
                point.name(),
                place(point.east(), point.north()),
                fault.getMessage(),
                fault.remedy()));
        if (issues.size() >= SHOWN) {
          return;
        }
      }
    }
    if (!issues.isEmpty() || places.isEmpty()) {
      return;
    }
    double lon = median(places.stream().map(c -> c.x).sorted().toList());
    double lat = median(places.stream().map(c -> c.y).sorted().toList());
    for (int i = 0; i < places.size(); i++) {
      if (Math.abs(places.get(i).x - lon) > MAX_SPREAD_DEG
          || Math.abs(places.get(i).y - lat) > MAX_SPREAD_DEG) {
        BoundaryPoint point = file.points().get(i);
        issues.add(
            Located.error(
                point.row(),
                point.name(),
                place(point.east(), point.north()),
                "远离其余界址点，坐标可能少位、多位或颠倒 (far from the other points; digits missing or swapped)",
                "核对该点的坐标 (check this point's coordinates)"));
      }
    }
  }

  private static String place(double east, double north) {
    return BigDecimal.valueOf(east).toPlainString()
        + ", "
        + BigDecimal.valueOf(north).toPlainString();
  }

  private static double median(List<Double> sorted) {
    return sorted.get(sorted.size() / 2);
  }

  /** The rings, each closed, without points that stand twice in a row. */
  private static List<List<BoundaryPoint>> rings(PointFile file, List<Issue> issues) {
    Map<Integer, List<BoundaryPoint>> byRing = new LinkedHashMap<>();
    for (BoundaryPoint point : file.points()) {
      List<BoundaryPoint> ring = byRing.computeIfAbsent(point.ring(), key -> new ArrayList<>());
      if (!ring.isEmpty() && ring.get(ring.size() - 1).isAt(point)) {
        issues.add(
            Located.warning(
                point.row(),
                point.name(),
                null,
                "与前一点重合，已略去 (same as the point before; passed over)",
                "不必处理 (nothing to do)"));
      } else {
        ring.add(point);
      }
    }
    byRing.values().forEach(ring -> close(ring, file.closedByFormat(), issues));
    return List.copyOf(byRing.values());
  }

  private static void close(List<BoundaryPoint> ring, boolean required, List<Issue> issues) {
    BoundaryPoint first = ring.get(0);
    BoundaryPoint last = ring.get(ring.size() - 1);
    boolean closed = ring.size() > 1 && first.isAt(last);
    if (!closed && required) {
      issues.add(
          Located.error(
              last.row(),
              last.name(),
              place(last.east(), last.north()),
              "圈未闭合：末点不是首点 %s (ring not closed: it does not end where it begins)"
                  .formatted(first.name()),
              "在末尾重复首点，或补全缺少的界址点 (repeat the first point, or add what is missing)"));
      return;
    }
    if (!closed) {
      ring.add(first);
    }
    if (ring.size() < 4) {
      issues.add(
          Located.error(
              first.row(),
              first.name(),
              null,
              "一圈至少要三个不同的点 (a ring needs three points)",
              "补全界址点 (add points)"));
    }
  }

  private static Coordinate[] coordinates(List<BoundaryPoint> ring) {
    return ring.stream().map(p -> new Coordinate(p.east(), p.north())).toArray(Coordinate[]::new);
  }

  private static void checkSimple(LinearRing line, List<BoundaryPoint> ring, List<Issue> issues) {
    IsSimpleOp simple = new IsSimpleOp(line);
    if (simple.isSimple()) {
      return;
    }
    Coordinate at = simple.getNonSimpleLocation();
    List<Integer> edges = nearestEdges(ring, at);
    BoundaryPoint from = ring.get(edges.get(0));
    issues.add(
        Located.error(
            from.row(),
            from.name(),
            place(at.x, at.y),
            "界线自相交：%s 与 %s (the boundary crosses itself)"
                .formatted(edge(ring, edges.get(0)), edge(ring, edges.get(1))),
            "检查这些点的次序和坐标 (check order and coordinates of these points)"));
  }

  private static List<Integer> nearestEdges(List<BoundaryPoint> ring, Coordinate at) {
    record Edge(int index, double distance) {}
    List<Edge> edges = new ArrayList<>();
    Coordinate[] c = coordinates(ring);
    for (int i = 0; i + 1 < c.length; i++) {
      edges.add(new Edge(i, new LineSegment(c[i], c[i + 1]).distance(at)));
    }
    return edges.stream()
        .sorted(Comparator.comparingDouble(Edge::distance))
        .limit(2)
        .map(Edge::index)
        .sorted()
        .toList();
  }

  private static String edge(List<BoundaryPoint> ring, int index) {
    return ring.get(index).name() + "–" + ring.get(index + 1).name();
  }
}

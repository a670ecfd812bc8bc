package cn.anlan.web.downgrade;

import cn.anlan.data.ingest.load.OwnRows.Row;
import cn.anlan.data.results.ResultRows;
import cn.anlan.data.store.Database;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.road.Stakes;
import cn.anlan.geo.road.linear.Direction;
import cn.anlan.geo.road.linear.RouteCut;
import cn.anlan.geo.road.linear.RouteIndex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/**
 * A report as rows of the layer {@code long_downgrade}: what was found, and what is registered
 * where nothing was found. Written as a whole, so that the layer is always one report.
 */
public final class DowngradeRows {
  private static final String LAYER = "long_downgrade";
  private static final String RUN = "downgrades";
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private final DowngradeReport report;
  private final RouteIndex routes;
  private final Map<String, Integer> keys = new HashMap<>();

  private DowngradeRows(DowngradeReport report, RouteIndex routes) {
    this.report = report;
    this.routes = routes;
  }

  /**
   * Writes them.
   *
   * @param routes of the roads that the report is about: they have the lines
   */
  public static ResultRows.Outcome store(
      Database database, DowngradeReport report, RouteIndex routes, String author) {
    return ResultRows.replace(
        database,
        LAYER,
        RUN,
        new DowngradeRows(report, routes).rows(),
        author,
        "长大下坡核查 (long steep downgrades)");
  }

  private List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (DowngradeReport.Downgrade found : report.downgrades()) {
      Map<String, Object> values =
          values(found.routeNo(), found.direction(), found.fromStake(), found.toStake());
      values.put("finding", found.finding());
      values.put("length_km", found.lengthKm());
      values.put("drop_m", found.dropM());
      values.put("average_grade_pct", found.averageGradePct());
      values.put("grade_uncertainty_pct", found.gradeUncertaintyPct());
      values.put("registered_as", found.registeredAs());
      rows.add(row(values, lines(found)));
    }
    for (DowngradeReport.Registered site : report.registry()) {
      if (site.verdict() == null) {
        boolean against = "decreasing".equals(site.direction());
        String from = against ? site.toStake() : site.fromStake();
        String to = against ? site.fromStake() : site.toStake();
        Map<String, Object> values = values(site.routeNo(), site.direction(), from, to);
        values.put("finding", "not_confirmed");
        values.put("registered_as", site.code());
        rows.add(row(values, lines(site.routeNo(), Stakes.parse(from), Stakes.parse(to))));
      }
    }
    return rows;
  }

  private Map<String, Object> values(String routeNo, String direction, String from, String to) {
    DowngradeReport.Manifest m = report.manifest();
    Map<String, Object> values = new HashMap<>();
    values.put(ResultRows.RUN_KEY, RUN);
    values.put("name", routeNo + " " + from + "–" + to);
    values.put("route_no", routeNo);
    values.put("direction", direction);
    values.put("from_stake", from);
    values.put("to_stake", to);
    values.put("is_demo", m.isDemo());
    values.put(
        "parameters",
        String.format(
            Locale.ROOT,
            "%s v%d · σ %.1f m%s · 回升 climb %.0f m",
            m.limitsSource().zh(),
            m.limitsVersion(),
            m.heightSigmaM(),
            m.ground().isEmpty()
                ? ""
                : String.format(Locale.ROOT, " (DEM %.1f m)", m.groundSigmaM()),
            m.climbM()));
    return values;
  }

  private Row row(Map<String, Object> values, List<RouteCut.Line> lines) {
    return new Row(
        key(values),
        values,
        lines.isEmpty()
            ? null
            : GEOMETRIES.createMultiLineString(
                lines.stream().map(DowngradeRows::flat).toArray(LineString[]::new)));
  }

  /**
   * By what it says. Where two roads with the same stakes, neither of which follows the other, have
   * the same downgrade the second is numbered.
   */
  private String key(Map<String, Object> values) {
    String key =
        Stream.of("route_no", "direction", "from_stake", "to_stake", "finding", "registered_as")
            .map(values::get)
            .filter(Objects::nonNull)
            .map(Object::toString)
            .collect(Collectors.joining("/", RUN + "/", ""));
    int times = keys.merge(key, 1, Integer::sum);
    return times == 1 ? key : key + "#" + times;
  }

  /** Of a stake that its direction has twice both places. */
  private List<RouteCut.Line> lines(DowngradeReport.Downgrade found) {
    boolean against = found.direction().equals(Direction.DECREASING.code());
    return found.stakes().stream()
        .flatMap(
            range ->
                lines(
                    found.routeNo(),
                    against ? range.toKm() : range.fromKm(),
                    against ? range.fromKm() : range.toKm())
                    .stream())
        .toList();
  }

  /**
   * In the direction of travel; none where the register names a stretch of which none is stored.
   */
  private List<RouteCut.Line> lines(String routeNo, double fromKm, double toKm) {
    try {
      return routes.cut(routeNo, fromKm, toKm, Direction.BOTH).lines();
    } catch (UserFault nowhere) {
      return List.of();
    }
  }

  /** The layer has no heights, for those of an elevation model are not in the line. */
  private static LineString flat(RouteCut.Line line) {
    return GEOMETRIES.createLineString(
        Arrays.stream(line.points()).map(CoordinateXY::new).toArray(CoordinateXY[]::new));
  }
}

package cn.anlan.web.blackspot;

import cn.anlan.data.ingest.load.OwnRows.Row;
import cn.anlan.data.results.ResultRows;
import cn.anlan.data.store.Database;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.road.Stakes;
import cn.anlan.geo.road.linear.Direction;
import cn.anlan.geo.road.linear.RouteCut;
import cn.anlan.web.blackspot.BlackspotReport.Segment;
import cn.anlan.web.crash.CrashRoads;
import cn.anlan.web.crash.RoadLines;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/** The worst stretches as rows of the layer {@code accident_prone_segment}. */
public final class SegmentRows {
  /** How many of the ranked list are kept. */
  public static final int MOST = 300;

  private static final String LAYER = "accident_prone_segment";
  private static final int MOST_LETTERS = 2000;

  private SegmentRows() {}

  /** Replaces them; nothing is written where nothing differs. */
  public static ResultRows.Outcome write(
      Database database, CrashRoads roads, BlackspotReport report, String author) {
    String runKey = report.manifest().model();
    List<Row> rows = new ArrayList<>();
    for (Segment segment : report.segments().subList(0, Math.min(MOST, report.segments().size()))) {
      Map<String, Object> values = new HashMap<>();
      String stretch = segment.routeNo() + " " + segment.fromStake() + "—" + segment.toStake();
      values.put(ResultRows.RUN_KEY, runKey);
      values.put("name", stretch);
      values.put("rank", (long) segment.rank());
      values.put("route_no", segment.routeNo());
      values.put("crashes", (long) segment.crashes());
      values.put("fatal", (long) segment.fatal());
      values.put("deaths", (long) segment.deaths());
      values.put("expected", rounded(segment.expected()));
      values.put("excess", rounded(segment.excess()));
      values.put("methods", (long) segment.methods());
      values.put("reasons", shortened(BlackspotSheet.reasons(segment).zh()));
      values.put("registered_as", segment.registeredAs());
      values.put("data_cut_off", report.manifest().asOf());
      values.put("parameters", parameters(report.manifest()));
      values.put("is_demo", report.manifest().isDemo());
      rows.add(new Row(runKey + "/" + stretch, values, line(roads, segment)));
    }
    return ResultRows.replace(
        database, LAYER, runKey, rows, author, "事故易发路段筛查 (accident-prone stretches)");
  }

  /** Of the carriageway with rising stakes, or of the only one; null where there is no line. */
  private static Geometry line(CrashRoads roads, Segment segment) {
    double from = Stakes.parse(segment.fromStake());
    double to = Stakes.parse(segment.toStake());
    for (Direction direction : new Direction[] {Direction.INCREASING, Direction.DECREASING}) {
      try {
        RouteCut cut = roads.routes().cut(segment.routeNo(), from, to, direction);
        return RoadLines.of(cut.lines().stream().map(RouteCut.Line::points).toList());
      } catch (UserFault none) { // no such carriageway, or shorter than stakes are written
        continue;
      }
    }
    return null;
  }

  private static String parameters(BlackspotReport.Manifest m) {
    return "%s · %d · %d m · %d 年 years"
        .formatted(m.model(), m.modelVersion(), m.stretchM(), m.years());
  }

  private static String shortened(String text) {
    return text.length() <= MOST_LETTERS ? text : text.substring(0, MOST_LETTERS - 1) + "…";
  }

  private static Double rounded(Double value) {
    return value == null ? null : Math.round(value * 1000) / 1000.0;
  }
}

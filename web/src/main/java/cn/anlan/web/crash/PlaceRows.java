package cn.anlan.web.crash;

import cn.anlan.analytics.crash.Match.Placed;
import cn.anlan.analytics.crash.Match.Queued;
import cn.anlan.data.ingest.load.OwnRows.Row;
import cn.anlan.data.results.ResultRows;
import cn.anlan.data.store.Database;
import cn.anlan.web.crash.MatchedCrashes.Matched;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;

/** Accidents on roads, and those that wait, as rows of the layer {@code accident_place}. */
public final class PlaceRows {
  private static final String LAYER = "accident_place";
  private static final String RUN_KEY = "all";
  private static final GeometryFactory POINTS = new GeometryFactory(new PrecisionModel(), 4490);

  private PlaceRows() {}

  /** Replaces them; nothing is written where nothing differs. */
  public static ResultRows.Outcome write(Database database, MatchedCrashes crashes, String author) {
    List<Row> rows = new ArrayList<>();
    for (Matched matched : crashes.all()) {
      Map<String, Object> values = new HashMap<>();
      values.put(ResultRows.RUN_KEY, RUN_KEY);
      values.put("name", matched.match().report().code());
      values.put("occurred_on", matched.day());
      Object deaths = crashes.accidents().value("deaths", matched.row());
      values.put("deaths", deaths == null ? null : ((Number) deaths).longValue());
      values.put("county_code", crashes.accidents().text("county_code", matched.row()));
      values.put("is_demo", crashes.isDemo());
      double lon = matched.match().report().lonDeg();
      double lat = matched.match().report().latDeg();
      if (matched.match() instanceof Placed placed) {
        lon = placed.place().lonDeg();
        lat = placed.place().latDeg();
        placed(crashes, placed, values);
      } else if (matched.match() instanceof Queued queued) {
        values.put("status", "queued");
        values.put("reason", MatchReport.word(queued.reason()));
        values.put("why", queued.why().zh());
        values.put("remedy", queued.remedy().zh());
      }
      rows.add(
          new Row(
              RUN_KEY + "/" + matched.match().report().code(),
              values,
              Double.isNaN(lon) ? null : POINTS.createPoint(new Coordinate(lon, lat))));
    }
    return ResultRows.replace(
        database, LAYER, RUN_KEY, rows, author, "事故落路 (accidents onto roads)");
  }

  private static void placed(MatchedCrashes crashes, Placed placed, Map<String, Object> values) {
    values.put("status", "placed");
    values.put("route_no", placed.place().routeNo());
    values.put("stake", placed.place().stake());
    values.put("stake_km", rounded(placed.place().stakeKm(), 1e4));
    values.put("road_code", crashes.roads().pieces().get(placed.place().piece()).code());
    values.put("confidence", rounded(placed.confidence(), 1e6));
    values.put("route_confidence", rounded(placed.routeConfidence(), 1e6));
    values.put("basis", MatchReport.word(placed.basis()));
    values.put("along_sigma_m", rounded(placed.place().sigmaM(), 10));
    if (!placed.notes().isEmpty()) {
      values.put("why", String.join("；", placed.notes().stream().map(n -> n.zh()).toList()));
    }
  }

  private static double rounded(double value, double parts) {
    return Math.round(value * parts) / parts;
  }
}

package cn.anlan.web.crash;

import cn.anlan.data.ingest.load.OwnRows.Row;
import cn.anlan.data.results.ResultRows;
import cn.anlan.data.store.Database;
import cn.anlan.web.crash.CrashDensity.Dense;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;

/** The densest stretches as rows of the layer {@code crash_density}. */
public final class DensityRows {
  private static final String LAYER = "crash_density";
  private static final String RUN_KEY = "traffic";

  private DensityRows() {}

  /** Replaces them; nothing is written where nothing differs. */
  public static ResultRows.Outcome write(
      Database database, MatchedCrashes crashes, CrashDensity density, String author) {
    List<Row> rows = new ArrayList<>();
    for (Dense dense : density.stretches()) {
      Map<String, Object> values = new HashMap<>();
      values.put(ResultRows.RUN_KEY, RUN_KEY);
      values.put("name", dense.name());
      values.put("band", dense.band());
      values.put("density_per_km", Math.round(dense.perKm() * 1000) / 1000.0);
      values.put("route_no", dense.routeNo());
      values.put("road_code", dense.roadCode());
      values.put("events", (long) density.events());
      values.put("data_cut_off", density.asOf());
      values.put("parameters", density.question().text());
      values.put("is_demo", crashes.isDemo());
      rows.add(
          new Row(
              RUN_KEY + "/" + dense.key(),
              values,
              RoadLines.of(List.<Coordinate[]>of(points(crashes.roads(), dense)))));
    }
    return ResultRows.replace(
        database, LAYER, RUN_KEY, rows, author, "路网事故密度 (crash density on roads)");
  }

  private static Coordinate[] points(CrashRoads roads, Dense dense) {
    int piece = roads.part(dense.edge()).piece();
    return roads.routes().pieces().line(piece).cut(dense.fromM(), dense.toM());
  }
}

package cn.anlan.web.reach;

import cn.anlan.data.ingest.load.OwnRows.Row;
import cn.anlan.data.results.ResultRows;
import cn.anlan.data.store.Database;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.road.reach.Isochrones;
import cn.anlan.geo.snapshot.Disclosure;
import cn.anlan.geo.text.Text;
import cn.anlan.web.network.NetworkFolder;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;

/**
 * Keeps an answer as rows of the layers {@code reach_gap} and {@code reach_area}. The rows of one
 * question (layer, levels, kinds, minutes, filter) are replaced as a whole; areas by the kinds
 * alone, for they do not depend on the rest.
 */
public final class ReachRows {
  static final String GAPS = "reach_gap";
  static final String AREAS = "reach_area";
  private static final int CGCS2000 = 4490;
  private static final double CELL_M = 500;
  private static final double MINUTE_S = 60;

  /** The bands of the code list {@code reach_band}. */
  private static final List<Double> BANDS = List.of(5.0, 10.0, 15.0, 30.0);

  private final Database database;
  private final String author;

  /**
   * @param author who answers for it; stands in the version log
   */
  public ReachRows(Database database, String author) {
    this.database = database;
    this.author = author;
  }

  /**
   * Writes gaps and areas, in one data version.
   *
   * @return whether anything differed from what is stored
   * @throws UserFault where the places may not be shown as widely as the layer, or where other
   *     roads than the stored ones were driven: rows do not say of which network they are, and
   *     these would take the place of the province's
   */
  public boolean write(ReachResult result) {
    ReachQuestion question = result.question;
    if (question.layer().disclosure() == Disclosure.RESTRICTED) {
      throw new UserFault(
          "图层 " + question.layer().id() + " 涉密级别高于结果图层，不能存为图层 (restricted: not stored)",
          "只看不存 (look at them without --store)");
    }
    if (!result.ground.name().equals(NetworkFolder.PROVINCE)) {
      throw new UserFault(
          "只存全省路网的结果，不存路网 %s 的 (of the network %s nothing is kept, only of the province's)"
              .formatted(result.ground.name(), result.ground.name()),
          "去掉 --store 或 --network (leave out --store or --network)");
    }
    String runKey = runKey(question);
    String areaKey = areaKey(question);
    List<Row> gaps = gaps(result, runKey);
    List<Row> areas = areas(result, areaKey);
    return database.inTransaction(
        author,
        "救援到达 (reach) " + runKey,
        connection ->
            replace(connection, GAPS, runKey, gaps) | replace(connection, AREAS, areaKey, areas));
  }

  private boolean replace(Connection connection, String layer, String runKey, List<Row> rows)
      throws SQLException, IOException {
    return ResultRows.replace(connection, database.catalog().getLayer(layer), runKey, rows)
        .changedAnything();
  }

  /** By which the areas of a question's teams are known. */
  static String areaKey(ReachQuestion question) {
    return String.join("+", question.kinds());
  }

  /** By which the rows of a question are known. */
  static String runKey(ReachQuestion question) {
    String filter =
        question.filter() == null ? "" : "/" + Integer.toHexString(question.filter().hashCode());
    return question.layer().id()
        + "/"
        + (question.levels().isEmpty() ? "all" : join(question.levels()))
        + "/"
        + String.join("+", question.kinds())
        + "/"
        + number(question.minutes())
        + filter;
  }

  private static String join(List<Integer> levels) {
    return String.join("+", levels.stream().map(String::valueOf).toList());
  }

  private static String number(double minutes) {
    return minutes == Math.rint(minutes) ? "" + (long) minutes : "" + minutes;
  }

  private static String parameters(ReachResult result) {
    return String.format(
        Locale.ROOT,
        "%s · %s · 模型 model v%d · 离路 off road %.0f km/h, ≤ %.0f m",
        result.ground.name(),
        String.join("、", result.question.kindTitles().stream().map(Text::zh).toList()),
        result.ground.network().model().version(),
        result.ground.network().model().offRoadKmh(),
        result.ground.network().model().offRoadBoundM());
  }

  private static List<Row> gaps(ReachResult result, String runKey) {
    GeometryFactory points = new GeometryFactory(new PrecisionModel(), CGCS2000);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < result.places.size(); i++) {
      ReachResult.State state = result.state(i);
      if (state == ReachResult.State.REACHED || state == ReachResult.State.NO_PLACE) {
        continue;
      }
      Map<String, Object> values = new HashMap<>();
      values.put(ResultRows.RUN_KEY, runKey);
      values.put("subject", result.question.layer().id());
      values.put("subject_code", result.places.code(i));
      values.put("name", result.places.name(i));
      values.put("level", result.places.level(i) == null ? null : (long) result.places.level(i));
      values.put("reach", state.word());
      values.put("limit_minutes", result.question.minutes());
      if (state == ReachResult.State.LATE) {
        ReachAnswer.Gap gap = result.gap(i);
        values.put("minutes", gap.minutes());
        values.put("over_minutes", gap.overMinutes());
        values.put("team_code", gap.team().code());
        values.put("team_name", gap.team().name());
        values.put("road_m", gap.roadM());
      }
      values.put("parameters", parameters(result));
      values.put("county_code", result.county(i) == null ? null : result.county(i).code());
      values.put("is_demo", result.manifest().isDemo());
      List<Double> at = result.places.at(i);
      rows.add(
          new Row(
              runKey + "/" + result.places.code(i),
              values,
              points.createPoint(new Coordinate(at.get(0), at.get(1)))));
    }
    return rows;
  }

  private static List<Row> areas(ReachResult result, String runKey) {
    double most = BANDS.get(BANDS.size() - 1) * MINUTE_S;
    Isochrones.Areas areas = Isochrones.of(result.teams.arrivals(most), BANDS, CELL_M);
    List<Row> rows = new ArrayList<>();
    Geometry inner = null;
    for (Isochrones.Band band : areas.bands()) {
      Geometry ring = inner == null ? band.area() : band.area().difference(inner);
      inner = band.area();
      if (ring.isEmpty()) {
        continue;
      }
      ring.setSRID(CGCS2000);
      Map<String, Object> values = new HashMap<>();
      values.put(ResultRows.RUN_KEY, runKey);
      values.put("band", "within_" + number(band.minutes()));
      values.put("minutes", band.minutes());
      values.put("area_km2", IsochroneAnswer.areaKm2(ring));
      values.put("teams", (long) result.manifest().teams());
      values.put("cell_m", (double) Math.round(areas.cellM()));
      values.put("parameters", parameters(result));
      values.put("is_demo", result.manifest().isDemo());
      rows.add(new Row(runKey + "/" + number(band.minutes()), values, ring));
    }
    return rows;
  }
}

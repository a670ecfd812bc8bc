package cn.anlan.web.crash;

import cn.anlan.analytics.blackspot.Crash;
import cn.anlan.analytics.blackspot.Ledger;
import cn.anlan.analytics.blackspot.NetworkCrash;
import cn.anlan.analytics.crash.Match;
import cn.anlan.analytics.crash.Match.Placed;
import cn.anlan.analytics.crash.Report;
import cn.anlan.geo.road.Stakes;
import cn.anlan.geo.road.topology.RoadPiece;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.geo.snapshot.Scope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The road accidents of the layer {@code accident}, each with its place on the roads or the reason
 * why it has none.
 *
 * @param all in the order of their codes
 * @param lastDay of the newest; null where there is none
 * @param isDemo whether an accident or a road is invented
 */
public record MatchedCrashes(
    CrashRoads roads,
    LayerSnapshot accidents,
    List<Matched> all,
    LocalDate lastDay,
    boolean isDemo) {

  /**
   * One accident.
   *
   * @param crash what came of it, at its stake; null where it is not placed
   */
  public record Matched(int row, LocalDate day, Match match, NetworkCrash crash) {
    public boolean isPlaced() {
      return match instanceof Placed;
    }
  }

  static MatchedCrashes of(CrashRoads roads, LayerSnapshot accidents, Scope scope) {
    Map<String, String> routeOfRoad = new HashMap<>();
    for (RoadPiece piece : roads.pieces()) {
      routeOfRoad.put(piece.code(), piece.routeNo());
    }
    List<Integer> rows = new ArrayList<>();
    boolean[] demo = {roads.isDemo()};
    Query.on(accidents, scope)
        .rows()
        .forEach(
            (int row) -> {
              if (Boolean.TRUE.equals(accidents.value("is_traffic", row))) {
                rows.add(row);
                demo[0] |= Boolean.TRUE.equals(accidents.value("is_demo", row));
              }
            });
    rows.sort(Comparator.comparing(row -> accidents.text("code", row)));
    List<Match> matches =
        roads.matcher().match(rows.stream().map(r -> report(accidents, r, routeOfRoad)).toList());
    List<Matched> all = new ArrayList<>(rows.size());
    LocalDate last = null;
    for (int i = 0; i < rows.size(); i++) {
      Matched matched = matched(roads, accidents, rows.get(i), matches.get(i));
      all.add(matched);
      last = last == null || matched.day.isAfter(last) ? matched.day : last;
    }
    return new MatchedCrashes(roads, accidents, List.copyOf(all), last, demo[0]);
  }

  /** Where the route is not named, the road's code names it. */
  private static Report report(LayerSnapshot a, int row, Map<String, String> routeOfRoad) {
    String route = a.text("route_no", row);
    String road = a.text("road_code", row);
    Object stake = a.value("stake_km", row);
    Object sigma = a.value("sigma_m", row);
    return new Report(
        a.text("code", row),
        a.lonDeg(row),
        a.latDeg(row),
        sigma == null ? Double.NaN : ((Number) sigma).doubleValue(),
        route == null && road != null ? routeOfRoad.get(road) : route,
        stake == null ? Double.NaN : ((Number) stake).doubleValue());
  }

  private static Matched matched(CrashRoads roads, LayerSnapshot a, int row, Match match) {
    LocalDate day = a.date("occurred_on", row);
    if (!(match instanceof Placed placed)) {
      return new Matched(row, day, match, null);
    }
    int serious = whole(a.value("serious_injuries", row));
    RoadPiece piece = roads.pieces().get(placed.place().piece());
    Crash crash =
        new Crash(
            positionM(piece, placed.place().stakeKm()),
            day,
            whole(a.value("deaths", row)),
            serious,
            serious + whole(a.value("minor_injuries", row)));
    return new Matched(
        row,
        day,
        match,
        new NetworkCrash(
            piece.routeNo(), crash, piece.hasStakes(), roads.onNet(placed.place()).orElse(null)));
  }

  /** On its piece, of which interpolated stakes may be off by the noise of the sum. */
  private static double positionM(RoadPiece piece, double stakeKm) {
    double low = Math.min(piece.fromStakeKm(), piece.toStakeKm());
    double high = Math.max(piece.fromStakeKm(), piece.toStakeKm());
    return Stakes.metres(Math.min(high, Math.max(low, stakeKm)));
  }

  private static int whole(Object value) {
    return value == null ? 0 : ((Number) value).intValue();
  }

  /** Those up to a day. */
  public List<Matched> until(LocalDate asOf) {
    return all.stream().filter(m -> !m.day().isAfter(asOf)).toList();
  }

  /** What a question is answered for where it names no day: the last one of the ledger. */
  public LocalDate day(LocalDate asked) {
    return asked != null ? asked : lastDay == null ? LocalDate.now() : lastDay;
  }

  /** The days that the ledger covers, with the accidents that wait. */
  public Ledger ledger() {
    return Ledger.of(all.stream().map(Matched::day).toList());
  }

  /** Of roads and accidents, the later. */
  public long dataVersion() {
    return Math.max(roads.dataVersion(), accidents.dataVersion());
  }
}

package cn.anlan.web.blackspot;

import cn.anlan.analytics.blackspot.Crash;
import cn.anlan.analytics.blackspot.Route;
import cn.anlan.analytics.blackspot.Route.Piece;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.geo.snapshot.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The routes of the layers {@code road} and {@code accident}: a crash stands where its route number
 * and stake say. Crashes that name no route and stake, or a route that is not stored, are counted,
 * not guessed at by their coordinates.
 *
 * @param routes in the order of their numbers
 * @param traffic traffic accidents in all
 * @param unplaced those of them that name no stored route or no stake
 * @param isDemo whether any of the rows is invented
 */
record StoredRoutes(List<Route> routes, int traffic, int unplaced, boolean isDemo) {
  static final double KM = 1000;

  static StoredRoutes of(LayerSnapshot roads, LayerSnapshot accidents, Scope scope) {
    Map<String, List<Piece>> pieces = new TreeMap<>();
    boolean[] demo = new boolean[1];
    Query.on(roads, scope)
        .rows()
        .forEach(
            (int row) -> {
              demo[0] |= Boolean.TRUE.equals(roads.value("is_demo", row));
              double from = roads.number("from_stake_km", row) * KM;
              double to = roads.number("to_stake_km", row) * KM;
              if (from != to) {
                pieces
                    .computeIfAbsent(roads.text("route_no", row), any -> new ArrayList<>())
                    .add(
                        new Piece(
                            Math.min(from, to),
                            Math.max(from, to),
                            roads.text("road_class", row),
                            traffic(roads.value("adt", row))));
              }
            });
    Map<String, List<Crash>> crashes = new TreeMap<>();
    int[] counts = new int[2];
    Query.on(accidents, scope)
        .rows()
        .forEach(
            (int row) -> {
              if (!Boolean.TRUE.equals(accidents.value("is_traffic", row))) {
                return;
              }
              demo[0] |= Boolean.TRUE.equals(accidents.value("is_demo", row));
              counts[0]++;
              String route = accidents.text("route_no", row);
              double stakeKm = accidents.number("stake_km", row);
              if (route == null || Double.isNaN(stakeKm) || !pieces.containsKey(route)) {
                counts[1]++;
                return;
              }
              crashes
                  .computeIfAbsent(route, any -> new ArrayList<>())
                  .add(crash(accidents, row, stakeKm * KM));
            });
    List<Route> routes = new ArrayList<>();
    pieces.forEach(
        (no, list) -> routes.add(new Route(no, list, crashes.getOrDefault(no, List.of()))));
    return new StoredRoutes(routes, counts[0], counts[1], demo[0]);
  }

  private static Crash crash(LayerSnapshot accidents, int row, double positionM) {
    int serious = whole(accidents.value("serious_injuries", row));
    return new Crash(
        positionM,
        accidents.date("occurred_on", row),
        whole(accidents.value("deaths", row)),
        serious,
        serious + whole(accidents.value("minor_injuries", row)));
  }

  private static int whole(Object value) {
    return value == null ? 0 : ((Number) value).intValue();
  }

  /** A count of none is no count. */
  private static double traffic(Object adt) {
    return adt == null || ((Number) adt).doubleValue() <= 0
        ? Double.NaN
        : ((Number) adt).doubleValue();
  }
}

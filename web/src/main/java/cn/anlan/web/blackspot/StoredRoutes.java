package cn.anlan.web.blackspot;

import cn.anlan.analytics.blackspot.Broken;
import cn.anlan.analytics.blackspot.Crash;
import cn.anlan.analytics.blackspot.NetworkCrash;
import cn.anlan.analytics.blackspot.Route;
import cn.anlan.analytics.blackspot.Route.Abreast;
import cn.anlan.analytics.blackspot.Route.Piece;
import cn.anlan.analytics.blackspot.Screening;
import cn.anlan.geo.road.RouteNames;
import cn.anlan.geo.road.Stakes;
import cn.anlan.geo.road.linear.ChainBreak.Kind;
import cn.anlan.geo.road.linear.Direction;
import cn.anlan.geo.road.linear.RouteIndex;
import cn.anlan.geo.road.topology.RoadPiece;
import cn.anlan.web.crash.MatchedCrashes;
import cn.anlan.web.crash.MatchedCrashes.Matched;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The stored roads as routes by their stakes, each with the crashes that the matching has brought
 * onto it, and the same crashes on the network.
 *
 * @param routes in the order of their numbers; pieces without stakes are in none
 * @param names what they are called
 * @param withoutStake crashes on such pieces: in no route, but on the network
 */
record StoredRoutes(
    List<Route> routes, RouteNames names, Screening.Network network, int withoutStake) {
  static final double KM = 1000;

  static StoredRoutes of(MatchedCrashes crashes) {
    Map<String, List<Piece>> pieces = new TreeMap<>();
    for (RoadPiece piece : crashes.roads().pieces()) {
      double from = Stakes.metres(piece.fromStakeKm());
      double to = Stakes.metres(piece.toStakeKm());
      if (piece.hasStakes()) {
        pieces
            .computeIfAbsent(piece.routeNo(), any -> new ArrayList<>())
            .add(
                new Piece(
                    Math.min(from, to),
                    Math.max(from, to),
                    Direction.of(piece),
                    piece.roadClass(),
                    piece.adt() > 0 ? piece.adt() : Double.NaN)); // a count of none is no count
      }
    }
    Map<String, List<Crash>> byRoute = new TreeMap<>();
    List<NetworkCrash> onNet = new ArrayList<>();
    int withoutStake = 0;
    for (Matched matched : crashes.all()) {
      if (matched.crash() != null) {
        if (matched.crash().hasStake()) {
          byRoute
              .computeIfAbsent(matched.crash().routeNo(), any -> new ArrayList<>())
              .add(matched.crash().crash());
        } else {
          withoutStake++;
        }
        if (matched.crash().place() != null) {
          onNet.add(matched.crash());
        }
      }
    }
    List<Route> routes = new ArrayList<>();
    pieces.forEach(
        (no, list) ->
            routes.add(
                new Route(
                    no,
                    list,
                    abreast(crashes.roads().routes(), no),
                    byRoute.getOrDefault(no, List.of()))));
    Map<String, List<Broken>> broken = new TreeMap<>();
    pieces.keySet().forEach(no -> broken.put(no, broken(crashes.roads().routes(), no)));
    return new StoredRoutes(
        routes,
        RouteNames.of(routes.stream().map(Route::routeNo).toList()),
        new Screening.Network(crashes.roads().net(), onNet, broken),
        withoutStake);
  }

  private static List<Broken> broken(RouteIndex index, String routeNo) {
    return index.breaks(routeNo).stream()
        .filter(b -> b.kind() == Kind.LONG_CHAIN || b.kind() == Kind.SHORT_CHAIN)
        .map(
            b ->
                new Broken(
                    Stakes.metres(Math.min(b.fromKm(), b.toKm())),
                    Stakes.metres(Math.max(b.fromKm(), b.toKm()))))
        .toList();
  }

  private static List<Abreast> abreast(RouteIndex index, String routeNo) {
    return index.breaks(routeNo).stream()
        .filter(b -> b.kind() == Kind.OVERLAP)
        .map(b -> new Abreast(Stakes.metres(b.fromKm()), Stakes.metres(b.toKm())))
        .toList();
  }
}

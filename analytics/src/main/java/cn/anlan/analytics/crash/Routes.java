package cn.anlan.analytics.crash;

import cn.anlan.geo.road.RouteNames;
import cn.anlan.geo.road.linear.Direction;
import cn.anlan.geo.road.linear.RouteIndex;
import cn.anlan.geo.road.topology.PieceIndex;
import cn.anlan.geo.road.topology.RoadPiece;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The pieces by their routes, and what route a report means. */
final class Routes {
  /** One route: its stakes from and to, its length. */
  static final class Route {
    final String no;
    double fromKm = Double.POSITIVE_INFINITY;
    double toKm = Double.NEGATIVE_INFINITY;
    double lengthM;

    Route(String no) {
      this.no = no;
    }
  }

  private final PieceIndex index;
  private final RouteIndex stakes;
  private final Map<String, Route> byNo = new TreeMap<>();
  private final RouteNames names;
  private final double totalM;

  Routes(RouteIndex stakes) {
    this.stakes = stakes;
    this.index = stakes.pieces();
    double total = 0;
    for (int p = 0; p < index.pieces().size(); p++) {
      RoadPiece piece = index.pieces().get(p);
      Route route = byNo.computeIfAbsent(piece.routeNo(), Route::new);
      route.fromKm = Math.min(route.fromKm, Math.min(piece.fromStakeKm(), piece.toStakeKm()));
      route.toKm = Math.max(route.toKm, Math.max(piece.fromStakeKm(), piece.toStakeKm()));
      route.lengthM += index.line(p).lengthM();
      total += index.line(p).lengthM();
    }
    totalM = total;
    names = RouteNames.of(byNo.keySet());
  }

  double totalM() {
    return totalM;
  }

  int count() {
    return byNo.size();
  }

  Route of(int piece) {
    return byNo.get(index.pieces().get(piece).routeNo());
  }

  /** The stored route that words name; empty where none does, or several may be meant. */
  Optional<Route> named(String words) {
    List<String> called = called(words);
    return called.size() == 1 ? Optional.of(byNo.get(called.get(0))) : Optional.empty();
  }

  /** The numbers of all that words may mean. */
  List<String> called(String words) {
    return names.called(words);
  }

  double stakeKm(int piece, double measureM) {
    RoadPiece of = index.pieces().get(piece);
    double share = measureM / index.line(piece).lengthM();
    return of.fromStakeKm() + share * (of.toStakeKm() - of.fromStakeKm());
  }

  /**
   * Every place of a route that has a stake: several on two carriageways, or where stakes repeat.
   */
  List<RoadPlace> at(Route route, double stakeKm, double sigmaM) {
    return stakes.find(route.no, stakeKm, Direction.BOTH).stream()
        .map(at -> place(at.piece(), at.measureM(), sigmaM))
        .toList();
  }

  /** A place by its measure, clamped to the piece. */
  RoadPlace place(int piece, double measureM, double sigmaM) {
    double along = Math.min(index.line(piece).lengthM(), Math.max(0, measureM));
    var at = index.line(piece).at(along);
    return new RoadPlace(piece, along, at.x, at.y, of(piece).no, stakeKm(piece, along), sigmaM);
  }
}

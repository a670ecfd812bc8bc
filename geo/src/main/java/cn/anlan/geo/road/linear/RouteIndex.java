package cn.anlan.geo.road.linear;

import cn.anlan.geo.distance.Cgcs2000;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.road.MeasuredLine;
import cn.anlan.geo.road.RouteNames;
import cn.anlan.geo.road.Stakes;
import cn.anlan.geo.road.topology.Foot;
import cn.anlan.geo.road.topology.PieceIndex;
import cn.anlan.geo.road.topology.RoadPiece;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Routes by number and stake. Locates a stake, names the stake of a place, cuts out a stretch. A
 * stake that occurs more than once (长链: after a new alignment the old stakes go on; or the two
 * carriageways of a road) is answered with all places, never with one of them silently.
 *
 * <p>Immutable; any number of threads may ask. Stakes are as accurate as the package's page says;
 * lengths are geodesic.
 */
public final class RouteIndex {
  /** Stakes are written in whole metres: so far beyond a road's end its end is still meant. */
  static final double SLACK_KM = 0.001;

  /** Places so near to one another are one. */
  static final double SAME_PLACE_M = 1;

  private static final double END_M = 0.001;
  private static final int MOST_RANGES = 6;

  private final PieceIndex pieces;
  private final RoutePiece[] byNumber;
  private final Map<String, Route> routes = new TreeMap<>();
  private final RouteNames names;

  private RouteIndex(PieceIndex pieces) {
    this.pieces = pieces;
    this.byNumber = new RoutePiece[pieces.pieces().size()];
    Map<String, List<RoutePiece>> byRoute = new TreeMap<>();
    for (int i = 0; i < byNumber.length; i++) {
      RoadPiece piece = pieces.pieces().get(i);
      MeasuredLine line = pieces.line(i);
      if (piece.fromStakeKm() != piece.toStakeKm() && line.lengthM() > 0) {
        byNumber[i] = new RoutePiece(i, piece, line);
        byRoute
            .computeIfAbsent(RouteNames.canonical(piece.routeNo()), any -> new ArrayList<>())
            .add(byNumber[i]);
      }
    }
    byRoute.forEach((no, list) -> routes.put(no, new Route(no, list)));
    names = RouteNames.of(routes.keySet());
  }

  public static RouteIndex of(List<RoadPiece> pieces) {
    return of(PieceIndex.of(pieces));
  }

  /** Over an index that is there; pieces without a range of stakes are in no route. */
  public static RouteIndex of(PieceIndex pieces) {
    return new RouteIndex(pieces);
  }

  /** The pieces, and what of them is near a point. */
  public PieceIndex pieces() {
    return pieces;
  }

  /** The numbers of all routes. */
  public Set<String> routes() {
    return routes.keySet();
  }

  /** Where the stakes of a route are known; none of a route that is not. */
  public List<StakeRange> ranges(String routeNo) {
    Route route = routes.get(RouteNames.canonical(routeNo));
    return route == null ? List.of() : route.ranges();
  }

  /** Where the stakes of a route break off, are left out or occur twice, by stake. */
  public List<ChainBreak> breaks(String routeNo) {
    Route route = routes.get(RouteNames.canonical(routeNo));
    return route == null ? List.of() : route.breaks();
  }

  /**
   * The pieces of a route in the order in which a direction's traffic meets them, or meets them
   * backwards; none of a route that is not known.
   *
   * @param direction {@link Direction#INCREASING} or {@link Direction#DECREASING}
   */
  public List<Carriageway> carriageways(String routeNo, Direction direction) {
    Route route = routes.get(RouteNames.canonical(routeNo));
    return route == null ? List.of() : route.carriageways(direction);
  }

  /**
   * All places with a stake, or none: as {@link #locate}, without a fault.
   *
   * @param direction only pieces that serve it; {@link Direction#BOTH} for all
   */
  public List<RoutePlace> find(String routeNo, double stakeKm, Direction direction) {
    Route route = routes.get(RouteNames.canonical(routeNo));
    return route == null ? List.of() : route.places(stakeKm, direction);
  }

  /**
   * All places with a stake. More than one where the stake occurs twice or the road has two
   * carriageways.
   *
   * @throws UserFault for a route that is not known, or a stake outside it
   */
  public List<RoutePlace> locate(String routeNo, double stakeKm, Direction direction) {
    Route route = get(routeNo);
    List<RoutePlace> places = route.places(stakeKm, direction);
    if (!places.isEmpty()) {
      return places;
    }
    if (direction != Direction.BOTH && !route.places(stakeKm, Direction.BOTH).isEmpty()) {
      throw new UserFault(
          "%s %s 处没有 %s 方向的车道 (no carriageway in that direction)"
              .formatted(route.routeNo(), Stakes.text(stakeKm), direction.code()),
          "不指定方向再查 (ask without a direction)");
    }
    throw outside(route, stakeKm);
  }

  /**
   * The nearest place on every route within a distance, the nearest first. Of one route several
   * where it passes more than once (two carriageways, a hairpin's legs are one piece and count
   * once); the end of a piece where a nearer one goes on is no place of its own.
   *
   * @param routeNo only this route; null for all
   * @throws UserFault for a route that is not known
   */
  public List<NamedPlace> name(double lonDeg, double latDeg, double withinM, String routeNo) {
    Route only = routeNo == null ? null : get(routeNo);
    List<Foot> feet =
        pieces.near(
            lonDeg,
            latDeg,
            withinM,
            p -> byNumber[p] != null && (only == null || routeOf(byNumber[p]) == only));
    List<NamedPlace> named = new ArrayList<>();
    for (int i = 0; i < feet.size(); i++) {
      Foot foot = feet.get(i);
      RoutePiece piece = byNumber[foot.piece()];
      NamedPlace here =
          new NamedPlace(
              piece.at(foot.measureM()), foot.distanceM(), foot.isRight() == piece.isRising());
      if (!goesOnNearer(foot, feet.subList(0, i))
          && named.stream().noneMatch(n -> isSame(n.place(), here.place()))) {
        named.add(here);
      }
    }
    return named;
  }

  private Route routeOf(RoutePiece piece) {
    return routes.get(RouteNames.canonical(piece.piece().routeNo()));
  }

  /** Whether a foot is the end of its piece, where another of the route with a nearer foot ends. */
  private boolean goesOnNearer(Foot foot, List<Foot> before) {
    RoutePiece piece = byNumber[foot.piece()];
    double leftM = piece.line().lengthM() - foot.measureM();
    boolean isEnd = Math.min(foot.measureM(), leftM) < END_M;
    return isEnd
        && before.stream()
            .filter(nearer -> nearer.distanceM() < foot.distanceM())
            .map(nearer -> byNumber[nearer.piece()])
            .filter(other -> routeOf(other) == routeOf(piece))
            .flatMap(other -> Stream.of(other.lowEnd(), other.highEnd()))
            .anyMatch(
                end ->
                    Cgcs2000.distanceM(end.x, end.y, foot.lonDeg(), foot.latDeg()) <= SAME_PLACE_M);
  }

  /**
   * The road between two stakes, in the order given.
   *
   * @param direction of the carriageway; {@link Direction#BOTH}: that of travel from the one stake
   *     to the other
   * @throws UserFault for a route that is not known, stakes that are the same, or where there is no
   *     road between them
   */
  public RouteCut cut(String routeNo, double fromKm, double toKm, Direction direction) {
    Route route = get(routeNo);
    if (Math.abs(fromKm - toKm) < SLACK_KM / 2) {
      throw new UserFault(
          "起止桩号相同 (the stakes are the same): " + Stakes.text(fromKm), "给出两个不同的桩号 (give two)");
    }
    Direction wanted =
        direction != Direction.BOTH
            ? direction
            : fromKm < toKm ? Direction.INCREASING : Direction.DECREASING;
    RouteCut cut = route.cut(fromKm, toKm, wanted);
    if (cut.lines().isEmpty()) {
      throw outside(route, fromKm);
    }
    return cut;
  }

  static boolean isSame(RoutePlace a, RoutePlace b) {
    return a.routeNo().equals(b.routeNo())
        && Math.abs(a.stakeKm() - b.stakeKm()) <= SLACK_KM
        && a.traffic().meets(b.traffic())
        && Cgcs2000.distanceM(a.lonDeg(), a.latDeg(), b.lonDeg(), b.latDeg()) <= SAME_PLACE_M;
  }

  /** By its number, or by what people call it: 国道105线. */
  private Route get(String routeNo) {
    return routes.get(names.get(routeNo));
  }

  private static UserFault outside(Route route, double stakeKm) {
    for (ChainBreak chain : route.breaks()) {
      if (chain.kind() == ChainBreak.Kind.SHORT_CHAIN
          && stakeKm > chain.fromKm()
          && stakeKm < chain.toKm()) {
        return new UserFault(
            "%s %s 是断链缺桩 (a stake left out, short chain): 桩号由 %s 跳至 %s"
                .formatted(
                    route.routeNo(),
                    Stakes.text(stakeKm),
                    Stakes.text(chain.fromKm()),
                    Stakes.text(chain.toKm())),
            "用断链前后的桩号 (take a stake before or after)");
      }
    }
    List<StakeRange> ranges = route.ranges();
    String known =
        ranges.stream().limit(MOST_RANGES).map(StakeRange::text).collect(Collectors.joining("，"));
    return new UserFault(
        "%s 上没有桩号 (no such stake on it) %s".formatted(route.routeNo(), Stakes.text(stakeKm)),
        "该路线桩号 (its stakes are) "
            + known
            + (ranges.size() > MOST_RANGES ? " … 共 %d 段".formatted(ranges.size()) : ""));
  }
}

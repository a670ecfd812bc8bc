package cn.anlan.geo.road.route;

import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.road.graph.Components;
import cn.anlan.geo.road.graph.RoadEdge;
import cn.anlan.geo.road.graph.RoadGraph;
import cn.anlan.geo.road.graph.RoadPoint;
import cn.anlan.geo.road.hazard.DangerousGoods;
import cn.anlan.geo.road.hazard.DangerousGoods.Band;
import cn.anlan.geo.road.hazard.DangerousGoods.Cargo;
import cn.anlan.geo.road.hazard.EdgeRisk;
import cn.anlan.geo.road.hazard.TankerProfiles;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Answers questions for ways on a prepared network. What cannot be answered is a {@link UserFault}
 * that says why: a point far from any road, an island, closures that leave no way.
 */
public final class Routing {
  /** Farther from any road, a point is not on this network. */
  public static final double FARTHEST_M = 5_000;

  private final RoadNetwork network;

  public Routing(RoadNetwork network) {
    this.network = network;
  }

  /**
   * The tanker's ways: the best of each trade-off between time and risk, as far as they differ.
   *
   * @throws UserFault where there is none, with the reason
   */
  public Alternatives tanker(TankerQuestion question) {
    Cargo cargo = cargo(question);
    Timetable clock = clock(question);
    Ends ends = ends(question);
    Trip unruled = best(ends.finder, TankerProfiles.UNRULED, clock).orElseThrow(() -> noWay(ends));
    Map<Band, List<Trip>> byBand = new LinkedHashMap<>();
    for (Band band : clock.bands(unruled).values()) {
      byBand.put(band, trips(ends.finder, cargo, band, clock));
    }
    List<Trip> trips = byBand.values().stream().flatMap(List::stream).toList();
    List<Trip> open = open(trips, clock);
    if (open.isEmpty()) { // slower ways come into hours that the fastest does not see
      Map<String, Band> later = new LinkedHashMap<>();
      trips.forEach(trip -> later.putAll(clock.bands(trip)));
      later.values().removeAll(byBand.keySet());
      later
          .values()
          .forEach(band -> open.addAll(open(trips(ends.finder, cargo, band, clock), clock)));
    }
    if (open.isEmpty()) {
      Band atDeparture = network.model().band(question.departure().getHour());
      List<Trip> first = byBand.get(atDeparture);
      throw first.isEmpty()
          ? allClosed(unruled, atDeparture, cargo)
          : closedOnTheWay(clock.firstClosed(first.get(0)).orElseThrow(), question.departure());
    }
    List<Trip> met = new ArrayList<>(trips);
    met.removeAll(open);
    return new Alternatives(ends.from, ends.to, Choosing.of(open), ways(met), unruled);
  }

  /** When a question's tanker comes by where, and what it puts at risk then. */
  public Timetable clock(TankerQuestion question) {
    return new Timetable(
        network.model(), network.hazards(), cargo(question), question.departure().toSecondOfDay());
  }

  /** How many different ways trips take. */
  private static int ways(List<Trip> trips) {
    List<Trip> different = new ArrayList<>();
    for (Trip trip : trips) {
      if (different.stream().noneMatch(trip::follows)) {
        different.add(trip);
      }
    }
    return different.size();
  }

  /**
   * The question's cargo, or the first that the network is prepared for.
   *
   * @throws UserFault where it is prepared for others only
   */
  public Cargo cargo(TankerQuestion question) {
    List<String> prepared = network.manifest().cargoes();
    Cargo cargo =
        network.model().cargo(question.cargo() == null ? prepared.get(0) : question.cargo());
    if (!prepared.contains(cargo.id())) {
      throw new UserFault(
          "路网 %s 未为货物 %s 准备 (the network is not prepared for this cargo)"
              .formatted(network.manifest().name(), cargo.id()),
          "已准备 (prepared): " + String.join(", ", prepared));
    }
    return cargo;
  }

  /** The best way of each trade-off in a band. */
  private List<Trip> trips(PathFinder finder, Cargo cargo, Band band, Timetable clock) {
    List<Trip> trips = new ArrayList<>();
    for (int k = 0; k < network.model().tradeOffs().size(); k++) {
      best(finder, TankerProfiles.name(cargo, band, k), clock).ifPresent(trips::add);
    }
    return trips;
  }

  private static List<Trip> open(List<Trip> trips, Timetable clock) {
    return trips.stream()
        .filter(trip -> clock.firstClosed(trip).isEmpty())
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /** The fastest way of a car; the question's cargo and hour do not matter. */
  public Alternatives car(TankerQuestion question) {
    Ends ends = ends(question);
    Trip trip =
        ends.finder
            .best(RoadGraph.CAR, RoadEdge::forwardKmh, RoadEdge::backwardKmh, null)
            .orElseThrow(() -> noWay(ends));
    return new Alternatives(
        ends.from,
        ends.to,
        List.of(new Alternatives.Choice("r1", List.of("fastest"), trip)),
        0,
        null);
  }

  /** A trip as people follow it. */
  public Itinerary itinerary(Trip trip) {
    return Itinerary.of(network, trip);
  }

  /** What a trip passes, by where each begins. */
  public List<Passed> passed(Trip trip, Timetable clock) {
    return Passed.of(trip, clock);
  }

  /** Where the way that no rule binds is left, and for what. */
  public List<Avoided> avoided(Trip unruled, Trip chosen, Timetable clock) {
    return Avoided.of(network, unruled, chosen, clock);
  }

  /** What the hazards do for a cargo in a band. */
  public EdgeRisk risk(Cargo cargo, Band band) {
    return new EdgeRisk(network.model(), network.hazards(), cargo, band);
  }

  private Optional<Trip> best(PathFinder finder, String profile, Timetable clock) {
    DangerousGoods model = network.model();
    return finder.best(
        profile,
        edge -> model.speeds().kmh(edge.roadClass(), edge.forwardKmh()),
        edge -> model.speeds().kmh(edge.roadClass(), edge.backwardKmh()),
        (edge, fromM, toM, afterS) -> clock.risk(afterS).risk(edge, fromM, toM));
  }

  private record Ends(RoadPoint from, RoadPoint to, PathFinder finder) {}

  private Ends ends(TankerQuestion q) {
    RoadPoint from = onNetwork("from", q.fromLonDeg(), q.fromLatDeg());
    RoadPoint to = onNetwork("to", q.toLonDeg(), q.toLatDeg());
    Components parts = network.graph().components();
    int fromPart = parts.of(from.edge().fromNode());
    int toPart = parts.of(to.edge().fromNode());
    if (fromPart != toPart) {
      boolean fromIsland = fromPart > toPart; // the smaller component is the island
      throw onIsland(
          fromIsland ? "from" : "to",
          fromIsland ? fromPart : toPart,
          fromIsland ? q.fromLonDeg() : q.toLonDeg(),
          fromIsland ? q.fromLatDeg() : q.toLatDeg());
    }
    PathFinder finder = new PathFinder(network.graph(), from, to);
    if (finder.isNoWay()) {
      throw new UserFault(
          "起点和终点在路网上是同一处 (origin and destination are the same place on the network)",
          "给出两处不同的地点 (give two places)");
    }
    return new Ends(from, to, finder);
  }

  /** A place by the road; where there is none near, one on a motorway or in a tunnel. */
  private RoadPoint onNetwork(String name, double lonDeg, double latDeg) {
    Optional<RoadPoint> roadside = network.graph().snapToRoadside(lonDeg, latDeg);
    if (roadside.isPresent() && roadside.get().distanceM() <= FARTHEST_M) {
      return roadside.get();
    }
    Optional<RoadPoint> at = network.graph().snap(lonDeg, latDeg);
    if (at.isPresent() && at.get().distanceM() <= FARTHEST_M) {
      return at.get();
    }
    String far =
        at.map(
                p ->
                    "最近的道路在 %.1f km (the nearest road is %.1f km away)"
                        .formatted(p.distanceM() / 1000, p.distanceM() / 1000))
            .orElse(
                "%.0f km 内没有道路 (no road within %.0f km)"
                    .formatted(RoadGraph.SEARCH_M / 1000, RoadGraph.SEARCH_M / 1000));
    boolean swapped = Math.abs(lonDeg) <= 90 && network.graph().snap(latDeg, lonDeg).isPresent();
    throw new UserFault(
        "%s=%s,%s 不在路网 %s 上：%s；限 %.0f km (not on the network)"
            .formatted(name, lonDeg, latDeg, network.manifest().name(), far, FARTHEST_M / 1000),
        swapped
            ? "看来经纬度颠倒：先经度后纬度 (longitude and latitude seem swapped: longitude first)"
            : "选取道路附近的点，或用 network= 指定覆盖该处的路网 (take a point near a road, or name a network that"
                + " covers it)");
  }

  private UserFault onIsland(String name, int part, double lonDeg, double latDeg) {
    Components parts = network.graph().components();
    String main =
        network
            .graph()
            .snapToMain(lonDeg, latDeg)
            .map(p -> "%.6f,%.6f（%.0f m）".formatted(p.lonDeg(), p.latDeg(), p.distanceM()))
            .orElse("-");
    return new UserFault(
        "%s 位于路网的孤岛：%d 条边、%.1f km，与另一端不相连 (%s lies on an island of the network: %d edges, %.1f km,"
                .formatted(
                    name,
                    parts.edges(part),
                    parts.lengthM(part) / 1000,
                    name,
                    parts.edges(part),
                    parts.lengthM(part) / 1000)
            + " not joined to the other end)",
        "主网上最近的点 (nearest place on the main network): "
            + main
            + "；用 roads check 查断头路 (roads check lists near misses)");
  }

  private static UserFault noWay(Ends ends) {
    return new UserFault(
        "两处之间没有可行驶的路径：单行线不允许 (no way between them: one-way roads do not allow it) %.5f,%.5f → %.5f,%.5f"
            .formatted(ends.from.lonDeg(), ends.from.latDeg(), ends.to.lonDeg(), ends.to.latDeg()),
        "移动起点或终点到另一条路 (move one of them to another road)");
  }

  private UserFault closedOnTheWay(Timetable.Met met, LocalTime departure) {
    String road = network.graph().name(met.leg().edge().id());
    return new UserFault(
        "%s 出发，约 %d 时到达 %s 时该处禁行（%s），所备方案中没有别的路 (leaving at %s, that road is reached at about %d h, when it is closed (%s); none of the ways prepared goes round it)"
            .formatted(
                departure,
                met.hour(),
                road,
                met.band().title().zh(),
                departure,
                met.hour(),
                met.band().title().en()),
        "换一个出发时刻 hour= (take another hour= of departure)");
  }

  private UserFault allClosed(Trip unruled, Band band, Cargo cargo) {
    EdgeRisk risk = risk(cargo, band);
    Set<String> closures = new TreeSet<>();
    for (Leg leg : unruled.legs()) {
      for (EdgeRisk.Effect effect : risk.effects(leg.edge(), 0, leg.edge().lengthM())) {
        if (effect.isClosed()) {
          closures.add(network.hazards().thing(effect.thing()).name());
        }
      }
    }
    String names = String.join("、", closures.stream().limit(5).toList());
    return new UserFault(
        "%s 因禁行规则没有可走的路：%s 等 %d 处 (no way is left by what is closed, %s: %d closures on the fastest way)"
            .formatted(
                band.title().zh(), names, closures.size(), band.title().en(), closures.size()),
        "换一个时段 hour=，或移动起点、终点 (take another hour=, or move origin or destination); "
            + String.join(
                ", ",
                network.model().bands().stream()
                    .map(b -> b.id() + " " + b.from() + "–" + b.to())
                    .toList()));
  }
}

package cn.anlan.web.route;

import cn.anlan.geo.road.graph.RoadPoint;
import cn.anlan.geo.road.hazard.DangerousGoods;
import cn.anlan.geo.road.hazard.DangerousGoods.Band;
import cn.anlan.geo.road.hazard.DangerousGoods.Cargo;
import cn.anlan.geo.road.hazard.EdgeStakes;
import cn.anlan.geo.road.route.Alternatives;
import cn.anlan.geo.road.route.Alternatives.Choice;
import cn.anlan.geo.road.route.Itinerary;
import cn.anlan.geo.road.route.NetworkManifest;
import cn.anlan.geo.road.route.Passed;
import cn.anlan.geo.road.route.RoadNetwork;
import cn.anlan.geo.road.route.Routing;
import cn.anlan.geo.road.route.TankerQuestion;
import cn.anlan.geo.road.route.Timetable;
import cn.anlan.geo.text.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Answers a question on a network, for HTTP and for the command line alike. */
public final class Routes {
  /** So many hazards of a route are named; the others are counted. */
  private static final int MOST_HAZARDS = 300;

  private final RoadNetwork network;
  private final HazardTexts texts;
  private final List<Text> remarks;

  /**
   * @param remarks on the network, that go with every answer
   */
  public Routes(RoadNetwork network, List<Text> remarks) {
    this.network = network;
    this.remarks = List.copyOf(remarks);
    this.texts = new HazardTexts(network.model(), network.hazards());
  }

  /**
   * Answers it.
   *
   * @throws cn.anlan.geo.fault.UserFault where there is no way, with the reason
   */
  public RouteAnswer answer(RouteQuestion question) {
    Routing routing = new Routing(network);
    return question.isCar() ? car(question, routing) : tanker(question, routing);
  }

  private RouteAnswer car(RouteQuestion question, Routing routing) {
    Alternatives found = routing.car(question.way());
    List<RouteAnswer.Route> routes =
        found.routes().stream().map(c -> route(c, routing, null, new ArrayList<>())).toList();
    return new RouteAnswer(
        manifest(question, null, null),
        end(question.way().fromLonDeg(), question.way().fromLatDeg(), found.from()),
        end(question.way().toLonDeg(), question.way().toLatDeg(), found.to()),
        routes,
        List.of(),
        Stream.concat(ends(found).stream(), remarks.stream()).toList());
  }

  /** What is to be said of ends on roads that have no roadside. */
  private static List<Text> ends(Alternatives found) {
    List<Text> notes = new ArrayList<>();
    if (isApart(found.from())) {
      notes.add(apart("起点", "the origin"));
    }
    if (isApart(found.to())) {
      notes.add(apart("终点", "the destination"));
    }
    return notes;
  }

  private static boolean isApart(RoadPoint at) {
    return at.edge().roadClass().equals("motorway") || at.edge().isTunnel();
  }

  private static Text apart(String zh, String en) {
    return new Text(
        zh + "附近只有高速公路或隧道，按最近处计；实际须经出入口",
        "near "
            + en
            + " there is only a motorway or tunnel, taken at its nearest place; the real way"
            + " goes by an interchange");
  }

  private RouteAnswer tanker(RouteQuestion question, Routing routing) {
    DangerousGoods model = network.model();
    TankerQuestion way = question.way();
    Cargo cargo = routing.cargo(way);
    Band band = model.band(way.departure().getHour());
    Alternatives found = routing.tanker(way);
    Timetable clock = routing.clock(way);
    List<Text> notes = new ArrayList<>();
    List<RouteAnswer.Route> routes =
        found.routes().stream().map(c -> route(c, routing, clock, notes)).toList();
    Choice safest = found.routes().get(found.routes().size() - 1);
    if (found.metClosures() > 0) {
      notes.add(
          new Text(
              "另有 %d 个方案途中会遇到禁行时段，未列出".formatted(found.metClosures()),
              "%d more ways would come upon roads closed by then; they are left out"
                  .formatted(found.metClosures())));
    }
    notes.add(
        new Text(
            "禁行和在场人数都按到达该处的时刻计（%s 出发，不计停车休息）".formatted(way.departure()),
            "closures and persons are those of the hour at which a road is reached, leaving at %s,"
                    .formatted(way.departure())
                + " rests not counted"));
    notes.add(
        new Text(
            "风险按边表精确累加，双向相同；封闭路段所在的整条边不可通行",
            "risk is summed exactly over the edges' table, alike in both directions; an edge with a"
                + " closed stretch is closed as a whole"));
    notes.addAll(network.manifest().notTaken());
    notes.addAll(ends(found));
    notes.addAll(remarks);
    return new RouteAnswer(
        manifest(question, cargo, band),
        end(way.fromLonDeg(), way.fromLatDeg(), found.from()),
        end(way.toLonDeg(), way.toLatDeg(), found.to()),
        routes,
        routing.avoided(found.unruled(), safest.trip(), clock).stream()
            .map(texts::avoidance)
            .toList(),
        notes);
  }

  private RouteAnswer.Manifest manifest(RouteQuestion question, Cargo cargo, Band band) {
    NetworkManifest made = network.manifest();
    DangerousGoods model = network.model();
    return new RouteAnswer.Manifest(
        made.name(),
        question.profile(),
        made.hazardsDataVersion(),
        made.roadsDataVersion(),
        model.title(),
        model.version(),
        model.source(),
        cargo == null ? null : question.way().departure().getHour(),
        cargo == null ? null : question.way().departure().toString(),
        band == null ? null : band.title(),
        cargo == null ? null : cargo.id(),
        cargo == null ? null : cargo.title(),
        made.heights(),
        made.builtAt(),
        made.isDemo());
  }

  private RouteAnswer.End end(double lonDeg, double latDeg, RoadPoint at) {
    EdgeStakes.Reach reach = network.reach(at.edge());
    return new RouteAnswer.End(
        new double[] {lonDeg, latDeg},
        new double[] {at.lonDeg(), at.latDeg()},
        at.distanceM(),
        reach.routeNo().isEmpty() ? network.graph().name(at.edge().id()) : reach.routeNo());
  }

  private RouteAnswer.Route route(
      Choice choice, Routing routing, Timetable clock, List<Text> notes) {
    Itinerary way = routing.itinerary(choice.trip());
    boolean car = clock == null;
    List<Passed> all = car ? List.of() : routing.passed(choice.trip(), clock);
    List<Passed> listed = worst(choice, all, notes);
    boolean high = way.profile() != null;
    return new RouteAnswer.Route(
        choice.id(),
        choice.labels(),
        choice.trip().timeS(),
        choice.trip().lengthM(),
        car ? null : choice.trip().risk(),
        car ? null : network.model().riskUnit(),
        high ? way.ascentM() : null,
        high ? way.descentM() : null,
        listed.stream().map(texts::passed).toList(),
        all.size(),
        way.segments().stream().map(s -> segment(s, car)).toList(),
        way.profile(),
        new RouteAnswer.Line(
            "LineString",
            way.line().stream()
                .map(c -> high ? new double[] {c.x, c.y, c.getZ()} : new double[] {c.x, c.y})
                .toList()));
  }

  /** Those that weigh most, in the order of the way. */
  private static List<Passed> worst(Choice choice, List<Passed> all, List<Text> notes) {
    if (all.size() <= MOST_HAZARDS) {
      return all;
    }
    List<Passed> worst = new ArrayList<>(all);
    worst.sort(Comparator.comparing(Passed::isClosed).thenComparingDouble(Passed::risk).reversed());
    double left =
        worst.subList(MOST_HAZARDS, worst.size()).stream().mapToDouble(Passed::risk).sum();
    int more = worst.size() - MOST_HAZARDS;
    notes.add(
        new Text(
            "%s：另有 %d 处风险较小，合计 %s，未逐一列出"
                .formatted(RouteSheet.label(choice.labels(), true), more, RouteSheet.plain(left)),
            "%s: %d more hazards with a risk of %s together are not listed"
                .formatted(
                    RouteSheet.label(choice.labels(), false), more, RouteSheet.plain(left))));
    List<Passed> kept = new ArrayList<>(worst.subList(0, MOST_HAZARDS));
    kept.sort(Comparator.comparingDouble(Passed::fromM));
    return kept;
  }

  private static RouteAnswer.Segment segment(Itinerary.Segment s, boolean car) {
    return new RouteAnswer.Segment(
        s.routeNo(),
        s.name(),
        s.roadClass(),
        s.fromStake(),
        s.toStake(),
        s.fromM(),
        s.toM(),
        s.lengthM(),
        s.timeS(),
        car ? null : s.risk());
  }
}

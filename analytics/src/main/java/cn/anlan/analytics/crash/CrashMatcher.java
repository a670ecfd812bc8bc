package cn.anlan.analytics.crash;

import cn.anlan.analytics.crash.Match.Placed;
import cn.anlan.analytics.crash.Match.Queued;
import cn.anlan.analytics.crash.Routes.Route;
import cn.anlan.geo.road.linear.RouteIndex;
import cn.anlan.geo.road.topology.Foot;
import cn.anlan.geo.road.topology.PieceIndex;
import cn.anlan.geo.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Brings accidents onto roads, by route name, stake and position together ({@link Weighing} says
 * how they are weighed). A place is given only where it is probable enough, and where nothing that
 * was stated contradicts it; everything else is queued with its reason and a remedy. Immutable; any
 * number of threads may ask.
 */
public final class CrashMatcher {
  private static final double FAR_M = 50_000;
  private static final double DISAGREES_SIGMAS = 2;

  private final MatchModel model;
  private final PieceIndex index;
  private final Routes routes;

  public CrashMatcher(MatchModel model, RouteIndex roads) {
    this.model = model;
    this.index = roads.pieces();
    this.routes = new Routes(roads);
  }

  public MatchModel model() {
    return model;
  }

  /** Each of them, on all processors, in the order given. */
  public List<Match> match(List<Report> reports) {
    return reports.parallelStream().map(this::match).toList();
  }

  /** One of them. */
  public Match match(Report report) {
    Route named = routes.named(report.route()).orElse(null);
    List<Foot> feet =
        report.hasPosition()
            ? index.near(report.lonDeg(), report.latDeg(), model.searchM())
            : List.of();
    double sigmaM = Weighing.stakeSigmaM(model, report.stakeKm());
    List<RoadPlace> staked =
        named != null && report.hasStake() ? routes.at(named, report.stakeKm(), sigmaM) : List.of();
    Weighing.Answer answer =
        new Weighing(model, routes, report, named, feet, staked).answer().orElse(null);
    Words words = new Words(model, report, answer == null ? null : answer.best());
    Queued fault = fault(report, named, feet, staked, words);
    if (fault != null) {
      return fault;
    }
    if (answer == null) {
      return words.offRoad(nearest(report));
    }
    if (answer.best().probability() < model.acceptFrom()) {
      if (answer.meant() >= model.acceptFrom()) {
        return words.imprecise();
      }
      return answer.runnerUp() == null && !feet.isEmpty()
          ? words.offRoad(feet.get(0))
          : words.ambiguous(answer.runnerUp());
    }
    return new Placed(
        report,
        answer.best().place(),
        answer.best().probability(),
        answer.best().routeProbability(),
        answer.basis(),
        answer.runnerUp(),
        notes(report, answer.best().place(), sigmaM));
  }

  /** What no probability makes up for. */
  private Queued fault(
      Report report, Route named, List<Foot> feet, List<RoadPlace> staked, Words words) {
    boolean naming = report.route() != null && !report.route().isBlank();
    if (naming && named == null) {
      return words.unknownRoute(routes.called(report.route()));
    }
    if (!report.hasPosition() && (named == null || !report.hasStake())) {
      return words.noPlace();
    }
    if (named != null && report.hasStake() && staked.isEmpty()) {
      return words.stakeOutside(named);
    }
    if (!report.hasPosition()) {
      return null;
    }
    if (feet.isEmpty()) {
      Foot nearest = nearest(report);
      if (nearest == null || nearest.distanceM() > model.offRoadM()) {
        return words.offRoad(nearest);
      }
    }
    double fromStakeM =
        staked.stream()
            .mapToDouble(place -> place.distanceM(report.lonDeg(), report.latDeg()))
            .min()
            .orElse(0);
    if (fromStakeM > model.contradictionM()) {
      return words.stakeAndPosition(fromStakeM);
    }
    return named == null ? null : offRoute(report, named, feet, words);
  }

  private Queued offRoute(Report report, Route named, List<Foot> feet, Words words) {
    if (feet.stream().anyMatch(foot -> routes.of(foot.piece()) == named)) {
      return null;
    }
    List<Foot> there =
        index.near(report.lonDeg(), report.latDeg(), FAR_M, p -> routes.of(p) == named);
    double distanceM = there.isEmpty() ? Double.NaN : there.get(0).distanceM();
    return distanceM <= model.contradictionM() ? null : words.routeAndPosition(named, distanceM);
  }

  private Foot nearest(Report report) {
    for (double withinM = model.searchM(); withinM <= FAR_M; withinM *= 2) {
      List<Foot> feet = index.near(report.lonDeg(), report.latDeg(), withinM);
      if (!feet.isEmpty()) {
        return feet.get(0);
      }
    }
    return null;
  }

  private List<Text> notes(Report report, RoadPlace place, double stakeSigmaM) {
    List<Text> notes = new ArrayList<>();
    if (report.hasPosition()) {
      double offM = place.distanceM(report.lonDeg(), report.latDeg());
      double sigmaM = report.sigmaM() > 0 ? report.sigmaM() : model.positionSigmaM();
      if (offM > DISAGREES_SIGMAS * sigmaM) {
        notes.add(note("位置在路外 %.0f 米", "the position is %.0f m from there", offM));
      }
    }
    if (report.hasStake()) {
      double offM = Math.abs(report.stakeKm() - place.stakeKm()) * 1000;
      if (offM > DISAGREES_SIGMAS * stakeSigmaM) {
        notes.add(note("所报桩号相差 %.0f 米", "the stake reported is %.0f m off", offM));
      }
    }
    return notes;
  }

  private static Text note(String zh, String en, double metres) {
    return new Text(String.format(Locale.ROOT, zh, metres), String.format(Locale.ROOT, en, metres));
  }
}

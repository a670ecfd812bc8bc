package cn.anlan.analytics.crash;

import cn.anlan.analytics.crash.Match.Basis;
import cn.anlan.analytics.crash.Match.Candidate;
import cn.anlan.analytics.crash.Routes.Route;
import cn.anlan.geo.road.topology.Foot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.special.Erf;

/**
 * Weighs one report's statements: every place that they could mean with its probability, by Bayes'
 * rule. Before anything is stated, each metre of road is as probable as any other.
 *
 * <ul>
 *   <li>A position is the true one plus a normal error of σ in both directions; with a small
 *       probability it is grossly wrong, by a much greater σ.
 *   <li>A stake is the true one plus a normal error; with a small probability it is any stake of
 *       the route.
 *   <li>The route is the true one; with a small probability it is any other.
 *   <li>With a small probability the accident was on no stored road; then it names any route, by
 *       its length, and any stake of it.
 * </ul>
 *
 * <p>Near a position the roads are taken for straight, so that the products of these can be summed
 * along a piece in closed form. A place is as probable as the truth is to lie within {@link
 * MatchModel#samePlaceM} of it on its route: of each place that the statements could mean that
 * share of its weight counts which its own normal error puts there. So a stake in whole kilometres,
 * known to 300 m, gives none of its places more than a half. Ours [design].
 */
final class Weighing {
  /** A place that is meant if certain statements are right, with its (unscaled) weight. */
  private record Hypothesis(RoadPlace place, double weight, Basis basis) {}

  private static final double M2_PER_KM2 = 1e6;

  private final MatchModel model;
  private final Routes routes;
  private final Report report;
  private final Route named;
  private final double positionSigmaM;
  private final double stakeSigmaM;
  private final List<Hypothesis> hypotheses = new ArrayList<>();
  private double lost;
  private double total;

  /**
   * @param named the stored route that the report names, or null
   * @param feet the places of the pieces near the position
   * @param staked the places at the report's stake of its route
   */
  Weighing(
      MatchModel model,
      Routes routes,
      Report report,
      Route named,
      List<Foot> feet,
      List<RoadPlace> staked) {
    this.model = model;
    this.routes = routes;
    this.report = report;
    this.named = named;
    this.positionSigmaM =
        report.sigmaM() > 0 ? report.sigmaM() : model.positionSigmaM(); // NaN is no more than 0
    this.stakeSigmaM = stakeSigmaM(model, report.stakeKm());
    feet.forEach(this::nearPosition);
    staked.forEach(this::atStake);
    total = nowhere() + hypotheses.stream().mapToDouble(Hypothesis::weight).sum();
  }

  static double stakeSigmaM(MatchModel model, double stakeKm) {
    return stakeKm == Math.rint(stakeKm) ? model.wholeKmSigmaM() : model.stakeSigmaM();
  }

  private void nearPosition(Foot foot) {
    double lengthM = routes.place(foot.piece(), Double.MAX_VALUE, 0).measureM();
    double along =
        between(-foot.measureM() / positionSigmaM, (lengthM - foot.measureM()) / positionSigmaM);
    double weight =
        normal(foot.distanceM(), positionSigmaM)
            * along
            * (1 - model.grossPositionShare())
            * naming(foot.piece())
            * (1 - model.offNetworkShare())
            / routes.totalM();
    RoadPlace there = routes.place(foot.piece(), foot.measureM(), positionSigmaM);
    if (!report.hasStake()) {
      add(there, weight, Basis.POSITION);
      return;
    }
    Route route = routes.of(foot.piece());
    double offM = (report.stakeKm() - there.stakeKm()) * 1000;
    double bothSigmaM = Math.hypot(positionSigmaM, stakeSigmaM);
    double share = Math.pow(positionSigmaM / bothSigmaM, 2);
    add(
        moved(there, share * offM, positionSigmaM * stakeSigmaM / bothSigmaM),
        weight * (1 - model.grossStakeShare()) * normal(offM, bothSigmaM),
        Basis.BOTH);
    add(there, weight * model.grossStakeShare() / route.lengthM, Basis.POSITION);
  }

  /** Along its piece by so many metres as the stakes count. */
  private RoadPlace moved(RoadPlace from, double stakeM, double sigmaM) {
    RoadPlace ahead = routes.place(from.piece(), from.measureM() + 1, 0);
    boolean rising =
        ahead.measureM() > from.measureM()
            ? ahead.stakeKm() > from.stakeKm()
            : routes.place(from.piece(), from.measureM() - 1, 0).stakeKm() < from.stakeKm();
    return routes.place(from.piece(), from.measureM() + (rising ? stakeM : -stakeM), sigmaM);
  }

  private void atStake(RoadPlace place) {
    double weight =
        (1 - model.grossStakeShare())
            * (1 - model.wrongRouteShare())
            * (1 - model.offNetworkShare())
            / routes.totalM();
    if (report.hasPosition()) {
      double offM = place.distanceM(report.lonDeg(), report.latDeg());
      double gross = model.grossPositionSigmaM();
      weight *= model.grossPositionShare() * normal(offM, gross) * normal(0, gross);
    }
    add(place, weight, Basis.STAKE);
  }

  /** The weight of every place that no statement points to. */
  private double nowhere() {
    double off = model.offNetworkShare();
    lost = 1 - off;
    if (report.hasPosition()) {
      double anywhere = 1 / (model.areaKm2() * M2_PER_KM2);
      off *= anywhere;
      lost *= model.grossPositionShare() * anywhere;
    }
    double routeM = named == null ? routes.totalM() / Math.max(1, routes.count()) : named.lengthM;
    if (report.hasStake()) {
      off /= routeM;
      lost *= model.grossStakeShare() / routeM;
    }
    if (named != null) {
      off *= named.lengthM / routes.totalM(); // named, too, as the roads are long
      lost *= (1 - model.wrongRouteShare()) * named.lengthM / routes.totalM();
    }
    return off + lost;
  }

  private double naming(int piece) {
    if (named == null) {
      return 1;
    }
    return routes.of(piece) == named
        ? 1 - model.wrongRouteShare()
        : model.wrongRouteShare() / Math.max(1, routes.count() - 1);
  }

  private void add(RoadPlace place, double weight, Basis basis) {
    if (weight > 0) {
      hypotheses.add(new Hypothesis(place, weight, basis));
    }
  }

  /**
   * The most probable place, its basis, and how probable it and the next other one are.
   *
   * @param meant how probable it is that this place is meant, however coarsely
   */
  record Answer(Candidate best, Basis basis, double meant, Candidate runnerUp) {}

  Optional<Answer> answer() {
    return heaviest(hypotheses)
        .map(
            best -> {
              List<Hypothesis> others =
                  hypotheses.stream().filter(h -> !same(h.place, best.place)).toList();
              return new Answer(
                  candidate(best),
                  best.basis,
                  meant(best),
                  heaviest(others).map(this::candidate).orElse(null));
            });
  }

  private static Optional<Hypothesis> heaviest(List<Hypothesis> among) {
    return among.stream()
        .max(
            Comparator.comparingDouble(Hypothesis::weight)
                .thenComparing(h -> -h.place.piece())); // the same whatever the order
  }

  private Candidate candidate(Hypothesis of) {
    double within = 0;
    double route = named != null && named.no.equals(of.place.routeNo()) ? lost : 0;
    for (Hypothesis other : hypotheses) {
      if (other.place.routeNo().equals(of.place.routeNo())) {
        double offM = other.place.distanceM(of.place);
        double sigmaM = other.place.sigmaM();
        double share =
            between((-model.samePlaceM() - offM) / sigmaM, (model.samePlaceM() - offM) / sigmaM);
        within += other.weight * share;
        route += other.weight;
      }
    }
    return new Candidate(of.place, within / total, route / total);
  }

  /** All that mean the same place, as if they meant it exactly. */
  private double meant(Hypothesis of) {
    double sum = 0;
    for (Hypothesis other : hypotheses) {
      sum += same(other.place, of.place) ? other.weight : 0;
    }
    return sum / total;
  }

  private boolean same(RoadPlace one, RoadPlace other) {
    return one.routeNo().equals(other.routeNo()) && one.distanceM(other) <= model.samePlaceM();
  }

  /** The normal density, 1/m. */
  private static double normal(double metres, double sigmaM) {
    double t = metres / sigmaM;
    return Math.exp(-t * t / 2) / (sigmaM * Math.sqrt(2 * Math.PI));
  }

  /** The standard normal probability of an interval. */
  private static double between(double low, double high) {
    return (Erf.erf(high / Math.sqrt(2)) - Erf.erf(low / Math.sqrt(2))) / 2;
  }
}

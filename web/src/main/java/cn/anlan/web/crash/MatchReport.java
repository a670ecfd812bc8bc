package cn.anlan.web.crash;

import cn.anlan.analytics.crash.Match.Candidate;
import cn.anlan.analytics.crash.Match.Placed;
import cn.anlan.analytics.crash.Match.Queued;
import cn.anlan.analytics.crash.Match.Reason;
import cn.anlan.analytics.crash.MatchModel;
import cn.anlan.analytics.crash.RoadPlace;
import cn.anlan.geo.road.Stakes;
import cn.anlan.geo.text.Text;
import cn.anlan.web.crash.MatchedCrashes.Matched;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where the road accidents are on the roads, and which of them wait.
 *
 * @param placed one page of those that are placed, by their codes; empty where the queue was asked
 *     for
 * @param queue one page of those that wait; empty where the placed ones were asked for
 * @param numberMatched how many the question has in all pages
 */
public record MatchReport(
    Manifest manifest, long numberMatched, List<OnRoad> placed, List<Waiting> queue) {

  /**
   * @param asOf the last day whose accidents are counted
   * @param waiting how many wait, by reason
   * @param basis what places rest on: both, position, stake
   * @param confidence how many places have a confidence of at least 0.9, 0.95, 0.99, 0.999, each
   *     counted in the highest band only
   */
  public record Manifest(
      String model,
      int modelVersion,
      LocalDate asOf,
      long dataVersion,
      long roadsDataVersion,
      int trafficAccidents,
      int placed,
      int queued,
      Map<String, Integer> waiting,
      Map<String, Integer> basis,
      Map<String, Integer> confidence,
      double acceptFrom,
      double samePlaceM,
      boolean isDemo) {}

  /**
   * A place that the answer speaks of.
   *
   * @param probability that the route is right and the truth within {@code samePlaceM}
   * @param routeProbability that the route is right
   */
  public record Spot(
      String routeNo, String stake, double[] at, double probability, double routeProbability) {
    static Spot of(Candidate candidate) {
      if (candidate == null) {
        return null;
      }
      RoadPlace place = candidate.place();
      return new Spot(
          place.routeNo(),
          place.stake(),
          new double[] {place.lonDeg(), place.latDeg()},
          candidate.probability(),
          candidate.routeProbability());
    }
  }

  /**
   * @param roadCode of the piece of road
   * @param confidence probability that the route is right and the truth within {@code samePlaceM}
   * @param routeConfidence that the route is right
   * @param sigmaM one standard deviation along the road
   * @param runnerUp the next most probable other place, or null
   */
  public record OnRoad(
      String code,
      LocalDate occurredOn,
      String routeNo,
      String stake,
      String roadCode,
      double[] at,
      double confidence,
      double routeConfidence,
      String basis,
      double sigmaM,
      Spot runnerUp,
      List<Text> notes) {}

  /**
   * @param reportedRoute as the ledger has it, or null
   * @param reportedStake the same
   * @param reportedAt the position in the ledger, or null
   * @param best the most probable place, only as a hint; or null
   */
  public record Waiting(
      String code,
      LocalDate occurredOn,
      String reason,
      Text why,
      Text remedy,
      String reportedRoute,
      String reportedStake,
      double[] reportedAt,
      Spot best) {}

  /** Which accidents are listed. */
  public enum Status {
    QUEUED,
    PLACED
  }

  /**
   * Makes it.
   *
   * @param reason only those that wait for this; null for all
   */
  public static MatchReport of(
      MatchedCrashes crashes, LocalDate asOf, Status status, Reason reason, int offset, int limit) {
    LocalDate day = crashes.day(asOf);
    List<Matched> all = crashes.until(day);
    List<Matched> asked =
        all.stream()
            .filter(m -> m.isPlaced() == (status == Status.PLACED))
            .filter(m -> reason == null || ((Queued) m.match()).reason() == reason)
            .toList();
    List<Matched> page = asked.stream().skip(offset).limit(limit).toList();
    return new MatchReport(
        manifest(crashes, day, all),
        asked.size(),
        status == Status.PLACED ? page.stream().map(m -> onRoad(crashes, m)).toList() : List.of(),
        status == Status.QUEUED ? page.stream().map(MatchReport::waiting).toList() : List.of());
  }

  private static Manifest manifest(MatchedCrashes crashes, LocalDate day, List<Matched> all) {
    Map<String, Integer> waiting = new TreeMap<>();
    Map<String, Integer> basis = new TreeMap<>();
    Map<String, Integer> confidence = new TreeMap<>();
    int placed = 0;
    for (Matched matched : all) {
      if (matched.match() instanceof Placed on) {
        placed++;
        basis.merge(word(on.basis()), 1, Integer::sum);
        confidence.merge(band(on.confidence()), 1, Integer::sum);
      } else if (matched.match() instanceof Queued queued) {
        waiting.merge(word(queued.reason()), 1, Integer::sum);
      }
    }
    MatchModel model = crashes.roads().matcher().model();
    return new Manifest(
        model.id(),
        model.version(),
        day,
        crashes.dataVersion(),
        crashes.roads().dataVersion(),
        all.size(),
        placed,
        all.size() - placed,
        waiting,
        basis,
        confidence,
        model.acceptFrom(),
        model.samePlaceM(),
        crashes.isDemo());
  }

  private static String band(double confidence) {
    return confidence >= 0.999
        ? "0.999"
        : confidence >= 0.99 ? "0.99" : confidence >= 0.95 ? "0.95" : "0.9";
  }

  private static OnRoad onRoad(MatchedCrashes crashes, Matched matched) {
    Placed placed = (Placed) matched.match();
    RoadPlace place = placed.place();
    return new OnRoad(
        placed.report().code(),
        matched.day(),
        place.routeNo(),
        place.stake(),
        crashes.roads().pieces().get(place.piece()).code(),
        new double[] {place.lonDeg(), place.latDeg()},
        placed.confidence(),
        placed.routeConfidence(),
        word(placed.basis()),
        place.sigmaM(),
        Spot.of(placed.runnerUp()),
        placed.notes());
  }

  private static Waiting waiting(Matched matched) {
    Queued queued = (Queued) matched.match();
    double lon = queued.report().lonDeg();
    double stakeKm = queued.report().stakeKm();
    return new Waiting(
        queued.report().code(),
        matched.day(),
        word(queued.reason()),
        queued.why(),
        queued.remedy(),
        queued.report().route(),
        Double.isNaN(stakeKm) ? null : Stakes.text(stakeKm),
        Double.isNaN(lon) ? null : new double[] {lon, queued.report().latDeg()},
        Spot.of(queued.best()));
  }

  /** As JSON, the catalogue and the address have it. */
  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}

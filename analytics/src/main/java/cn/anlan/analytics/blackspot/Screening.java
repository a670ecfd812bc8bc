package cn.anlan.analytics.blackspot;

import cn.anlan.analytics.blackspot.SlidingWindow.Hit;
import cn.anlan.analytics.roadnet.RoadNet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks every method for the accident-prone stretches of a network of routes and ranks what any of
 * them puts forward: by the empirical Bayes excess, then by chance, then by place. The same routes,
 * day and model give the same answer.
 */
public final class Screening {
  /**
   * @param findings the stretches that any method puts forward, the worst first
   * @param stretches how many there are
   * @param years of the model's that the ledger covers
   * @param performance what the expected crashes come from; empty where too few stretches have a
   *     traffic count
   * @param offRoad crashes whose route has no road at their stake; in no stretch, but in the
   *     sliding windows
   * @param cutShort searches for windows through junctions that were given up: in a dense grid of
   *     streets crashes may belong together of which nothing is said; 0 where nothing is missing
   */
  public record Result(
      List<Finding> findings,
      int stretches,
      double years,
      Optional<SafetyPerformance> performance,
      int offRoad,
      int cutShort) {}

  /**
   * The roads as a network, for windows through junctions.
   *
   * @param crashes the same as those of the routes, as far as their place on the network is known
   * @param broken by route: near these stakes windows along it are those of the network, too
   */
  public record Network(
      RoadNet net, List<NetworkCrash> crashes, Map<String, List<Broken>> broken) {}

  /** Crashes and what they are counted on, of the roads of a class. */
  private static final class Like {
    private long crashes;
    private double lengthKm;
    private long countedCrashes;
    private double exposure;
  }

  private final BlackspotModel model;

  public Screening(BlackspotModel model) {
    this.model = model;
  }

  /**
   * @param network null for windows along single routes only
   * @param given a safety performance function to be used instead of a fitted one, or null
   * @param ledger the days that it covers; crashes are held against the traffic of these only
   * @param asOf the last day that counts
   */
  public Result screen(
      List<Route> routes, Network network, SafetyPerformance given, Ledger ledger, LocalDate asOf) {
    LocalDate before = asOf.minusYears(model.years());
    double years = ledger.yearsCovered(asOf, model.years());
    Map<String, List<Hit>> hits = new HashMap<>();
    routes.forEach(route -> hits.put(route.routeNo(), new ArrayList<>(hits(route, network, asOf))));
    int cutShort = network == null ? 0 : throughJunctions(network, hits, asOf);
    List<Stretch> stretches = new ArrayList<>();
    List<List<Hit>> hitsOf = new ArrayList<>();
    int offRoad = 0;
    for (Route route : routes) {
      RouteStretches cut = new RouteStretches(route, model.stretchM());
      stretches.addAll(cut.count(before, asOf, model.weights()));
      hitsOf.addAll(cut.withCrashesOf(hits.get(route.routeNo())));
      offRoad += (int) route.crashes().stream().filter(c -> cut.find(c.positionM()) < 0).count();
    }
    Map<String, Like> likes = likes(stretches, years);
    Optional<SafetyPerformance> performance = performance(stretches, years, given);
    boolean[] worst =
        CumulativeFrequency.worst(
            stretches.stream().mapToInt(Stretch::crashes).toArray(),
            stretches.stream().mapToDouble(Stretch::lengthM).toArray(),
            model.cumulativeShare());
    Reasons reasons = new Reasons(model);
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < stretches.size(); i++) {
      Stretch stretch = stretches.get(i);
      Like like = likes.get(stretch.roadClass());
      Finding finding = finding(stretch, years, like, worst[i], hitsOf.get(i), performance);
      if (finding.methods() > 0) {
        findings.add(finding.explained(reasons.of(finding)));
      }
    }
    findings.sort(
        Comparator.comparingDouble(Finding::excess)
            .reversed()
            .thenComparingDouble(Finding::chance)
            .thenComparing(f -> f.stretch().routeNo())
            .thenComparingDouble(f -> f.stretch().fromM()));
    return new Result(findings, stretches.size(), years, performance, offRoad, cutShort);
  }

  private List<Hit> hits(Route route, Network network, LocalDate asOf) {
    List<Broken> broken =
        network == null ? List.of() : network.broken().getOrDefault(route.routeNo(), List.of());
    return model.criteria().stream()
        .flatMap(c -> new SlidingWindow(c).find(route.crashes(), asOf, broken).stream())
        .toList();
  }

  /** Adds to the hits; how many searches were given up. */
  private int throughJunctions(Network network, Map<String, List<Hit>> hits, LocalDate asOf) {
    int cutShort = 0;
    for (Criterion criterion : model.criteria()) {
      NetworkWindow.Found found =
          new NetworkWindow(criterion)
              .find(network.net(), network.crashes(), network.broken(), asOf);
      found
          .hits()
          .forEach((no, list) -> addNew(list, hits.computeIfAbsent(no, any -> new ArrayList<>())));
      cutShort += found.cutShort();
    }
    return cutShort;
  }

  /** Beside stakes that break off a group along one route may be known from them, too. */
  private static void addNew(List<Hit> found, List<Hit> known) {
    for (Hit hit : found) {
      boolean isKnown =
          hit.alsoOn().isEmpty()
              && known.stream()
                  .anyMatch(
                      k ->
                          k.criterion().equals(hit.criterion())
                              && k.condition().equals(hit.condition())
                              && k.placesM().containsAll(hit.placesM()));
      if (!isKnown) {
        known.add(hit);
      }
    }
  }

  private static Map<String, Like> likes(List<Stretch> stretches, double years) {
    Map<String, Like> likes = new HashMap<>();
    for (Stretch stretch : stretches) {
      Like like = likes.computeIfAbsent(stretch.roadClass(), any -> new Like());
      like.crashes += stretch.crashes();
      like.lengthKm += stretch.lengthKm();
      if (stretch.adt() > 0) {
        like.countedCrashes += stretch.crashes();
        like.exposure += stretch.exposure(years);
      }
    }
    return likes;
  }

  private Optional<SafetyPerformance> performance(
      List<Stretch> stretches, double years, SafetyPerformance given) {
    if (given != null) {
      return Optional.of(given);
    }
    List<Stretch> counted = stretches.stream().filter(s -> s.adt() > 0).toList();
    boolean any = counted.stream().anyMatch(s -> s.crashes() > 0);
    boolean varied = counted.stream().mapToDouble(Stretch::adt).distinct().limit(3).count() > 2;
    return counted.size() >= model.fitFrom() && any && varied
        ? Optional.of(SafetyPerformance.fit(counted, years))
        : Optional.empty();
  }

  private Finding finding(
      Stretch stretch,
      double years,
      Like like,
      boolean isCumulative,
      List<Hit> hits,
      Optional<SafetyPerformance> performance) {
    boolean counted = stretch.adt() > 0 && like.exposure > 0;
    double exposure = stretch.exposure(years);
    double average = like.countedCrashes / like.exposure;
    double mean = counted ? average * exposure : like.crashes / like.lengthKm * stretch.lengthKm();
    double chance = PoissonScreen.chance(mean, stretch.crashes());
    return new Finding(
        stretch,
        mean,
        counted ? stretch.crashes() / exposure : Double.NaN,
        counted ? model.criticalRate().of(average, exposure) : Double.NaN,
        chance,
        stretch.crashes() > 0 && chance < model.poissonAlpha(),
        isCumulative,
        hits,
        !counted
            ? null
            : performance
                .map(spf -> spf.expect(stretch.adt(), stretch.lengthKm(), years, stretch.crashes()))
                .orElse(null),
        List.of());
  }
}

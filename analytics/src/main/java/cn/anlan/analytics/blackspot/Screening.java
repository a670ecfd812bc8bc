package cn.anlan.analytics.blackspot;

import cn.anlan.analytics.blackspot.SlidingWindow.Hit;
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
   * @param performance what the expected crashes come from; empty where too few stretches have a
   *     traffic count
   * @param offRoad crashes whose route has no road at their stake; in no stretch, but in the
   *     sliding windows
   */
  public record Result(
      List<Finding> findings,
      int stretches,
      Optional<SafetyPerformance> performance,
      int offRoad) {}

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
   * @param given a safety performance function to be used instead of a fitted one, or null
   * @param asOf the last day that counts
   */
  public Result screen(List<Route> routes, SafetyPerformance given, LocalDate asOf) {
    LocalDate before = asOf.minusYears(model.years());
    List<Stretch> stretches = new ArrayList<>();
    Map<String, List<Hit>> hits = new HashMap<>();
    int offRoad = 0;
    for (Route route : routes) {
      stretches.addAll(Stretch.cut(route, model.stretchM(), before, asOf, model.weights()));
      hits.put(route.routeNo(), hits(route, asOf));
      offRoad += (int) route.crashes().stream().filter(c -> !route.has(c.positionM())).count();
    }
    Map<String, Like> likes = likes(stretches);
    Optional<SafetyPerformance> performance = performance(stretches, given);
    boolean[] worst =
        CumulativeFrequency.worst(
            stretches.stream().mapToInt(Stretch::crashes).toArray(),
            stretches.stream().mapToDouble(Stretch::lengthM).toArray(),
            model.cumulativeShare());
    Reasons reasons = new Reasons(model);
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < stretches.size(); i++) {
      Stretch stretch = stretches.get(i);
      List<Hit> ofRoute = hits.get(stretch.routeNo());
      Finding finding =
          finding(stretch, likes.get(stretch.roadClass()), worst[i], ofRoute, performance);
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
    return new Result(findings, stretches.size(), performance, offRoad);
  }

  private List<Hit> hits(Route route, LocalDate asOf) {
    return model.criteria().stream()
        .flatMap(c -> new SlidingWindow(c).find(route.crashes(), asOf).stream())
        .toList();
  }

  private Map<String, Like> likes(List<Stretch> stretches) {
    Map<String, Like> likes = new HashMap<>();
    for (Stretch stretch : stretches) {
      Like like = likes.computeIfAbsent(stretch.roadClass(), any -> new Like());
      like.crashes += stretch.crashes();
      like.lengthKm += stretch.lengthKm();
      if (stretch.adt() > 0) {
        like.countedCrashes += stretch.crashes();
        like.exposure += stretch.exposure(model.years());
      }
    }
    return likes;
  }

  private Optional<SafetyPerformance> performance(
      List<Stretch> stretches, SafetyPerformance given) {
    if (given != null) {
      return Optional.of(given);
    }
    List<Stretch> counted = stretches.stream().filter(s -> s.adt() > 0).toList();
    boolean any = counted.stream().anyMatch(s -> s.crashes() > 0);
    boolean varied = counted.stream().mapToDouble(Stretch::adt).distinct().limit(3).count() > 2;
    return counted.size() >= model.fitFrom() && any && varied
        ? Optional.of(SafetyPerformance.fit(counted, model.years()))
        : Optional.empty();
  }

  private Finding finding(
      Stretch stretch,
      Like like,
      boolean isCumulative,
      List<Hit> ofRoute,
      Optional<SafetyPerformance> performance) {
    boolean counted = stretch.adt() > 0 && like.exposure > 0;
    double exposure = stretch.exposure(model.years());
    double average = like.countedCrashes / like.exposure;
    double mean = counted ? average * exposure : like.crashes / like.lengthKm * stretch.lengthKm();
    double chance = PoissonScreen.chance(mean, stretch.crashes());
    List<Hit> reaching =
        ofRoute.stream()
            .filter(hit -> hit.fromM() <= stretch.toM() && hit.toM() >= stretch.fromM())
            .toList();
    return new Finding(
        stretch,
        mean,
        counted ? stretch.crashes() / exposure : Double.NaN,
        counted ? model.criticalRate().of(average, exposure) : Double.NaN,
        chance,
        stretch.crashes() > 0 && chance < model.poissonAlpha(),
        isCumulative,
        reaching,
        !counted
            ? null
            : performance
                .map(
                    spf ->
                        spf.expect(
                            stretch.adt(), stretch.lengthKm(), model.years(), stretch.crashes()))
                .orElse(null),
        List.of());
  }
}

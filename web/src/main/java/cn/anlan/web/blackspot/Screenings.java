package cn.anlan.web.blackspot;

import cn.anlan.analytics.blackspot.BlackspotModel;
import cn.anlan.analytics.blackspot.Finding;
import cn.anlan.analytics.blackspot.Route;
import cn.anlan.analytics.blackspot.Screening;
import cn.anlan.geo.road.RouteNames;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.web.crash.CrashAnalyses;
import cn.anlan.web.crash.MatchedCrashes;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Screens the stored roads, once for each state of roads and accidents and each day asked for. */
@Component
public final class Screenings {
  private static final int MOST_DAYS = 12;

  /**
   * A screening with what it was made from.
   *
   * @param withoutStake crashes on road without stakes: in no stretch, but in the windows through
   *     junctions
   * @param asOf the last day that counts
   * @param names what the routes are called
   */
  public record Screened(
      BlackspotModel model,
      MatchedCrashes crashes,
      List<Route> routes,
      RouteNames names,
      int withoutStake,
      LocalDate asOf,
      Screening.Result result) {
    /** A route by its number, or by what people call it; none where several may be meant. */
    Optional<Route> findRoute(String words) {
      List<String> called = names.called(words);
      return routes.stream()
          .filter(r -> called.size() == 1 && called.contains(r.routeNo()))
          .findFirst();
    }

    /** The rank, from 1, of the worst stretch that is partly the given part of a route; or null. */
    Integer rank(String routeNo, double fromM, double toM) {
      List<Finding> findings = result.findings();
      for (int i = 0; i < findings.size(); i++) {
        if (findings.get(i).stretch().meets(routeNo, fromM, toM)) {
          return i + 1;
        }
      }
      return null;
    }
  }

  private final CrashAnalyses analyses;
  private final BlackspotModel model;
  private final Map<LocalDate, Screened> kept = new HashMap<>();
  private MatchedCrashes keptFor;
  private StoredRoutes routes;

  public Screenings(CrashAnalyses analyses, BlackspotModel model) {
    this.analyses = analyses;
    this.model = model;
  }

  /**
   * Screens them.
   *
   * @param generation with the layers road and accident
   * @param asOf the last day that counts; null for that of the newest road accident
   */
  public synchronized Screened screen(Generation generation, Scope scope, LocalDate asOf) {
    MatchedCrashes crashes = analyses.matched(generation, scope);
    if (keptFor != crashes) {
      kept.clear();
      keptFor = crashes;
      routes = StoredRoutes.of(crashes);
    }
    if (kept.size() >= MOST_DAYS) {
      kept.clear();
    }
    return kept.computeIfAbsent(
        crashes.day(asOf),
        day ->
            new Screened(
                model,
                crashes,
                routes.routes(),
                routes.names(),
                routes.withoutStake(),
                day,
                new Screening(model)
                    .screen(routes.routes(), routes.network(), null, crashes.ledger(), day)));
  }
}

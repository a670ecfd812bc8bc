package cn.anlan.web.blackspot;

import cn.anlan.analytics.blackspot.Finding;
import cn.anlan.analytics.blackspot.Route;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.road.Stakes;
import cn.anlan.geo.snapshot.Comparison;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.text.Text;
import cn.anlan.web.blackspot.Screenings.Screened;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

/**
 * The register of accident-prone stretches (layer {@code road_site}) beside what is found there.
 */
public final class Registry {
  private static final String KIND = "accident_prone";

  /**
   * A stretch of the register.
   *
   * @param rank of the worst stretch found that has road in common with it; null where none has:
   *     not confirmed
   * @param methods how many methods put that one forward; 0 where none does
   * @param measureKind temporary or engineering (临时措施、工程措施)
   * @param overdue whether the treatment was not done by its day
   * @param overdueDays by how many days; 0 where it is not
   * @param listingLevel who supervises it (挂牌督办), or null
   * @param roadChiefPost the post that answers for it (路长)
   * @param isDone whether the treatment was done by the day of the question
   * @param effect before and after the treatment; null where it is not done
   * @param noEffect why nothing can be said of the effect; null where something is
   */
  public record Registered(
      String code,
      String name,
      String routeNo,
      String fromStake,
      String toStake,
      Integer rank,
      int methods,
      String cause,
      String measureKind,
      String measure,
      LocalDate dueOn,
      LocalDate completedOn,
      boolean overdue,
      long overdueDays,
      String listingLevel,
      String roadChiefPost,
      String countyCode,
      boolean isDone,
      Effect effect,
      Text noEffect) {}

  /** The short form of an {@link Evaluation}. */
  public record Effect(
      int observedBefore,
      int observedAfter,
      double withoutTreatment,
      double effectiveness,
      double lower,
      double upper,
      String verdict) {}

  private final Screened screened;
  private final LayerSnapshot sites;

  private Registry(Screened screened, LayerSnapshot sites) {
    this.screened = screened;
    this.sites = sites;
  }

  /** In the order of their codes. */
  static List<Registered> of(Screened screened, LayerSnapshot sites, Scope scope) {
    Registry registry = new Registry(screened, sites);
    return Query.on(sites, scope)
        .filter(columns -> columns.compare("kind", Comparison.EQUAL, KIND))
        .rows()
        .stream()
        .mapToObj(registry::registered)
        .sorted(Comparator.comparing(Registered::code))
        .toList();
  }

  private Registered registered(int row) {
    String words = sites.text("route_no", row);
    String routeNo = screened.findRoute(words).map(Route::routeNo).orElse(words);
    double one = sites.number("from_stake_km", row);
    double other = sites.number("to_stake_km", row);
    double fromKm = Math.min(one, other);
    double toKm = Math.max(one, other);
    Integer rank = screened.rank(routeNo, Stakes.metres(fromKm), Stakes.metres(toKm));
    Finding found = rank == null ? null : screened.result().findings().get(rank - 1);
    LocalDate due = sites.date("due_on", row);
    LocalDate completed = sites.date("completed_on", row);
    boolean done = completed != null && !completed.isAfter(screened.asOf());
    LocalDate until = done ? completed : screened.asOf();
    long late = due == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(due, until));
    Effect effect = null;
    Text none = new Text("尚未完成治理", "not treated yet");
    if (done) {
      try {
        effect = effect(routeNo, fromKm, toKm, completed);
        none = null;
      } catch (UserFault fault) { // says why in words for people
        none = new Text(fault.line(), fault.line());
      }
    }
    return new Registered(
        sites.text("code", row),
        sites.text("name", row),
        routeNo,
        Stakes.text(fromKm),
        Stakes.text(toKm),
        rank,
        found == null ? 0 : found.methods(),
        sites.text("cause", row),
        sites.text("measure_kind", row),
        sites.text("measure", row),
        due,
        completed,
        late > 0,
        late,
        sites.text("listing_level", row),
        sites.text("road_chief_post", row),
        sites.text("county_code", row),
        done,
        effect,
        none);
  }

  private Effect effect(String routeNo, double fromKm, double toKm, LocalDate completed) {
    Evaluation e =
        Evaluation.of(
            screened, new Evaluation.Question(routeNo, fromKm, toKm, completed, null, null));
    return new Effect(
        e.observedBefore(),
        e.observedAfter(),
        e.withoutTreatment(),
        e.effectiveness(),
        e.lower(),
        e.upper(),
        e.verdict());
  }
}

package cn.anlan.web.downgrade;

import cn.anlan.data.road.ElevationModel;
import cn.anlan.data.road.ProfileRun;
import cn.anlan.data.road.ProfileRun.StakesMet;
import cn.anlan.data.road.StoredProfiles;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.road.DowngradeSearch;
import cn.anlan.geo.road.GradeLimits;
import cn.anlan.geo.road.LongDowngrade;
import cn.anlan.geo.road.LongDowngrade.Verdict;
import cn.anlan.geo.road.RouteNames;
import cn.anlan.geo.road.Stakes;
import cn.anlan.geo.road.height.HeightModel;
import cn.anlan.geo.road.linear.Direction;
import cn.anlan.geo.road.linear.StakeRange;
import cn.anlan.geo.snapshot.Comparison;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.text.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the profiles of the roads find, and whether the register (layer {@code road_site}) has it.
 *
 * @param downgrades by the greatest drop
 */
public record DowngradeReport(
    Manifest manifest, List<Downgrade> downgrades, List<Registered> registry)
    implements DowngradeAnswer {
  /** One standard deviation of a delivered height, where nobody says otherwise [design]. */
  public static final double HEIGHT_SIGMA_M = 2;

  /** A climb that does not end a downgrade, where nobody says otherwise [design]. */
  public static final double CLIMB_M = DowngradeSearch.CLIMB_M;

  private static final String REGISTERED_KIND = "long_downgrade";

  /**
   * @param heightSigmaM one standard deviation of a delivered height, as the caller says
   * @param groundSigmaM of a height taken from an elevation model; a run of pieces with any such
   *     height is judged by the greater of the two
   * @param groundSource where that figure comes from
   * @param ground files of the elevation model; none without one
   * @param groundKm roads with heights of the elevation model
   * @param climbM a climb up to this much does not end a downgrade [design]
   * @param withoutHeightsKm roads of which nothing can be said
   * @param exceeding downgrades that exceed the limits also with their heights' error
   * @param confirmed registered stretches of which some road surely exceeds the limits
   * @param doubtful of which some only may
   */
  public record Manifest(
      int limitsVersion,
      Text limitsSource,
      double heightSigmaM,
      double groundSigmaM,
      Text groundSource,
      List<ElevationModel.Source> ground,
      double groundKm,
      double climbM,
      long dataVersion,
      double lengthKm,
      double withoutHeightsKm,
      int exceeding,
      int registered,
      int confirmed,
      int doubtful,
      boolean isDemo) {}

  /**
   * @param direction increasing or decreasing, by the stakes
   * @param fromStake of the top
   * @param stakes all that are passed, each range with the lesser first, in the order in which they
   *     are met: more than one where they break off
   * @param zoneFromStake the first of all overlapping stretches that exceed the limits
   * @param verdict of all of it; some road of it may be less sure
   * @param finding beside the register, as the code list {@code downgrade_finding} has it:
   *     confirmed, where what surely exceeds the limits is registered; doubtful, where only what
   *     may is; else unregistered
   * @param registeredAs the register's code for it, or null
   */
  public record Downgrade(
      String routeNo,
      String direction,
      String fromStake,
      String toStake,
      List<StakeRange> stakes,
      String zoneFromStake,
      String zoneToStake,
      double lengthKm,
      double dropM,
      double averageGradePct,
      double gradeUncertaintyPct,
      Verdict verdict,
      String finding,
      String registeredAs) {}

  /**
   * @param verdict of what is found between its stakes in its direction; null where nothing is: not
   *     confirmed
   */
  public record Registered(
      String code,
      String routeNo,
      String direction,
      String fromStake,
      String toStake,
      Verdict verdict) {}

  /**
   * How good heights are: one standard deviation of a delivered one, and of one taken from an
   * elevation model.
   */
  public record Errors(double heightSigmaM, double groundSigmaM) {
    /** Of delivered heights as said, of others as the height model has it. */
    public static Errors delivered(double heightSigmaM) {
      return new Errors(heightSigmaM, HeightModel.shipped().sigmaM());
    }

    double of(ProfileRun run) {
      return run.isFromGround() ? Math.max(heightSigmaM, groundSigmaM) : heightSigmaM;
    }
  }

  private record Site(String code, String routeNo, String direction, double fromKm, double toKm) {
    /** Of what there is of it between its stakes; empty for nothing. */
    Optional<Verdict> verdict(Found found) {
      boolean sameWay =
          direction == null
              || direction.equals(Direction.BOTH.code())
              || direction.equals(found.run.direction().code());
      if (!sameWay || !routeNo.equals(found.run.routeNo()) || !found.zone().meets(fromKm, toKm)) {
        return Optional.empty();
      }
      return Optional.of(found.surely(fromKm, toKm) ? Verdict.EXCEEDS : Verdict.MAY_EXCEED);
    }
  }

  private record Found(ProfileRun run, LongDowngrade downgrade) {
    StakesMet stakes() {
      return run.stakes(downgrade.topKm(), downgrade.footKm());
    }

    StakesMet zone() {
      return run.stakes(downgrade.zoneTopKm(), downgrade.zoneFootKm());
    }

    /** Whether any road between two stakes exceeds the limits also with its heights' error. */
    boolean surely(double lowKm, double highKm) {
      return downgrade.sure().stream()
          .anyMatch(part -> run.stakes(part.topKm(), part.footKm()).meets(lowKm, highKm));
    }
  }

  /**
   * Makes it.
   *
   * @throws UserFault for a height's error or climb that cannot be
   */
  public static DowngradeReport of(
      StoredProfiles stored, LayerSnapshot sites, Scope scope, Errors errors, double climbM) {
    refuseOutside("heightSigmaM", errors.heightSigmaM, 0, 100);
    refuseOutside("groundSigmaM", errors.groundSigmaM, 0, 100);
    refuseOutside("climbM", climbM, 0, 200);
    GradeLimits limits = GradeLimits.shipped();
    DowngradeSearch search = new DowngradeSearch(limits, climbM);
    List<Found> found = new ArrayList<>();
    for (ProfileRun run : stored.runs()) {
      search.find(run.profile(), errors.of(run)).forEach(d -> found.add(new Found(run, d)));
    }
    found.sort(
        Comparator.comparingDouble((Found f) -> -f.downgrade.dropM())
            .thenComparing(f -> f.run.routeNo())
            .thenComparingDouble(f -> f.stakes().fromKm()));
    RouteNames names =
        RouteNames.of(stored.runs().stream().map(ProfileRun::routeNo).distinct().toList());
    List<Site> register = sites(sites, scope, names);
    List<Registered> registry = register.stream().map(site -> registered(site, found)).toList();
    return new DowngradeReport(
        new Manifest(
            limits.version(),
            limits.source(),
            errors.heightSigmaM,
            errors.groundSigmaM,
            HeightModel.shipped().source(),
            stored.ground(),
            stored.fromGroundKm(),
            climbM,
            Math.max(stored.dataVersion(), sites.dataVersion()),
            stored.lengthKm(),
            stored.withoutHeightsKm(),
            count(found.stream().map(f -> f.downgrade.verdict()).toList(), true),
            registry.size(),
            count(registry.stream().map(Registered::verdict).toList(), true),
            count(registry.stream().map(Registered::verdict).toList(), false),
            stored.isDemo()),
        found.stream().map(f -> downgrade(f, register)).toList(),
        registry);
  }

  private static int count(List<Verdict> verdicts, boolean sure) {
    Verdict wanted = sure ? Verdict.EXCEEDS : Verdict.MAY_EXCEED;
    return (int) verdicts.stream().filter(wanted::equals).count();
  }

  static void refuseOutside(String name, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new UserFault(
          name + "=" + value + " 超出范围 (out of range)",
          "取 %.0f 至 %.0f 米 (take %.0f to %.0f m)".formatted(least, most, least, most));
    }
  }

  private static List<Site> sites(LayerSnapshot sites, Scope scope, RouteNames names) {
    return Query.on(sites, scope)
        .filter(columns -> columns.compare("kind", Comparison.EQUAL, REGISTERED_KIND))
        .rows()
        .stream()
        .mapToObj(
            row -> {
              double one = sites.number("from_stake_km", row);
              double other = sites.number("to_stake_km", row);
              String route = sites.text("route_no", row);
              List<String> called = names.called(route);
              return new Site(
                  sites.text("code", row),
                  called.size() == 1 ? called.get(0) : route,
                  sites.text("direction", row),
                  Math.min(one, other),
                  Math.max(one, other));
            })
        .sorted(Comparator.comparing(Site::code))
        .toList();
  }

  private static Registered registered(Site site, List<Found> found) {
    Verdict verdict =
        found.stream()
            .flatMap(f -> site.verdict(f).stream())
            .min(Comparator.naturalOrder())
            .orElse(null);
    return new Registered(
        site.code,
        site.routeNo,
        site.direction,
        Stakes.text(site.fromKm),
        Stakes.text(site.toKm),
        verdict);
  }

  private static Downgrade downgrade(Found found, List<Site> register) {
    LongDowngrade d = found.downgrade;
    StakesMet stakes = found.stakes();
    StakesMet zone = found.zone();
    Map<Verdict, String> registered = new EnumMap<>(Verdict.class); // the first code of each
    register.forEach(
        site -> site.verdict(found).ifPresent(v -> registered.putIfAbsent(v, site.code)));
    String confirmed = registered.get(Verdict.EXCEEDS);
    String doubtful = registered.get(Verdict.MAY_EXCEED);
    return new Downgrade(
        found.run.routeNo(),
        found.run.direction().code(),
        Stakes.text(stakes.fromKm()),
        Stakes.text(stakes.toKm()),
        stakes.ranges(),
        Stakes.text(zone.fromKm()),
        Stakes.text(zone.toKm()),
        d.lengthKm(),
        d.dropM(),
        d.averageGradePct(),
        d.gradeUncertaintyPct(),
        d.verdict(),
        confirmed != null ? "confirmed" : doubtful != null ? "doubtful" : "unregistered",
        confirmed != null ? confirmed : doubtful);
  }
}

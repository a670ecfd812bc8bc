package cn.anlan.web.downgrade;

import cn.anlan.data.road.StoredProfiles;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.road.DowngradeSearch;
import cn.anlan.geo.road.GradeLimits;
import cn.anlan.geo.road.LongDowngrade;
import cn.anlan.geo.road.Stakes;
import cn.anlan.geo.snapshot.Comparison;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.text.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What the profiles of the roads find, and whether the register (layer {@code road_site}) has it.
 *
 * @param downgrades by the greatest drop
 */
public record DowngradeReport(
    Manifest manifest, List<Downgrade> downgrades, List<Registered> registry) {
  private static final String REGISTERED_KIND = "long_downgrade";

  /**
   * @param heightSigmaM one standard deviation of a height, as the caller says
   * @param climbM a climb up to this much does not end a downgrade [design]
   * @param withoutHeightsKm roads of which nothing can be said
   * @param exceeding downgrades that exceed the limits also with their heights' error
   * @param confirmed registered stretches where one is found that exceeds the limits
   * @param doubtful where one only may
   */
  public record Manifest(
      int limitsVersion,
      Text limitsSource,
      double heightSigmaM,
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
   * @param zoneFromStake the first of all overlapping stretches that exceed the limits
   * @param registeredAs the register's code for it, or null
   */
  public record Downgrade(
      String routeNo,
      String direction,
      String fromStake,
      String toStake,
      String zoneFromStake,
      String zoneToStake,
      double lengthKm,
      double dropM,
      double averageGradePct,
      double gradeUncertaintyPct,
      LongDowngrade.Verdict verdict,
      String registeredAs) {}

  /**
   * @param verdict of what is found there in its direction; null where nothing is: not confirmed
   */
  public record Registered(
      String code,
      String routeNo,
      String direction,
      String fromStake,
      String toStake,
      LongDowngrade.Verdict verdict) {}

  private record Site(String code, String routeNo, String direction, double fromKm, double toKm) {
    boolean meets(String route, LongDowngrade found) {
      boolean sameWay =
          direction == null || direction.equals("both") || direction.equals(directionOf(found));
      return routeNo.equals(route)
          && sameWay
          && Math.min(found.zoneTopKm(), found.zoneFootKm()) < toKm
          && Math.max(found.zoneTopKm(), found.zoneFootKm()) > fromKm;
    }
  }

  private record Found(String routeNo, LongDowngrade downgrade) {}

  /**
   * Makes it.
   *
   * @throws UserFault for a height's error or climb that cannot be
   */
  public static DowngradeReport of(
      StoredProfiles stored, LayerSnapshot sites, Scope scope, double heightSigmaM, double climbM) {
    refuseOutside("heightSigmaM", heightSigmaM, 0, 100);
    refuseOutside("climbM", climbM, 0, 200);
    GradeLimits limits = GradeLimits.shipped();
    DowngradeSearch search = new DowngradeSearch(limits, climbM);
    List<Found> found = new ArrayList<>();
    for (StoredProfiles.Run run : stored.runs()) {
      search.find(run.profile(), heightSigmaM).forEach(d -> found.add(new Found(run.routeNo(), d)));
      search
          .find(run.profile().reversed(), heightSigmaM)
          .forEach(d -> found.add(new Found(run.routeNo(), d)));
    }
    found.sort(
        Comparator.comparingDouble((Found f) -> -f.downgrade.dropM())
            .thenComparing(Found::routeNo)
            .thenComparingDouble(f -> f.downgrade.topKm()));
    List<Site> register = sites(sites, scope);
    List<Registered> registry = register.stream().map(site -> registered(site, found)).toList();
    return new DowngradeReport(
        new Manifest(
            limits.version(),
            limits.source(),
            heightSigmaM,
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

  private static int count(List<LongDowngrade.Verdict> verdicts, boolean sure) {
    LongDowngrade.Verdict wanted =
        sure ? LongDowngrade.Verdict.EXCEEDS : LongDowngrade.Verdict.MAY_EXCEED;
    return (int) verdicts.stream().filter(wanted::equals).count();
  }

  private static void refuseOutside(String name, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new UserFault(
          name + "=" + value + " 超出范围 (out of range)",
          "取 %.0f 至 %.0f 米 (take %.0f to %.0f m)".formatted(least, most, least, most));
    }
  }

  private static List<Site> sites(LayerSnapshot sites, Scope scope) {
    return Query.on(sites, scope)
        .filter(columns -> columns.compare("kind", Comparison.EQUAL, REGISTERED_KIND))
        .rows()
        .stream()
        .mapToObj(
            row -> {
              double one = sites.number("from_stake_km", row);
              double other = sites.number("to_stake_km", row);
              return new Site(
                  sites.text("code", row),
                  sites.text("route_no", row),
                  sites.text("direction", row),
                  Math.min(one, other),
                  Math.max(one, other));
            })
        .sorted(Comparator.comparing(Site::code))
        .toList();
  }

  private static Registered registered(Site site, List<Found> found) {
    LongDowngrade.Verdict verdict =
        found.stream()
            .filter(f -> site.meets(f.routeNo, f.downgrade))
            .map(f -> f.downgrade.verdict())
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
    return new Downgrade(
        found.routeNo,
        directionOf(d),
        Stakes.text(d.topKm()),
        Stakes.text(d.footKm()),
        Stakes.text(d.zoneTopKm()),
        Stakes.text(d.zoneFootKm()),
        d.lengthKm(),
        d.dropM(),
        d.averageGradePct(),
        d.gradeUncertaintyPct(),
        d.verdict(),
        register.stream()
            .filter(site -> site.meets(found.routeNo, d))
            .map(Site::code)
            .findFirst()
            .orElse(null));
  }

  private static String directionOf(LongDowngrade found) {
    return found.withStakes() ? "increasing" : "decreasing";
  }
}

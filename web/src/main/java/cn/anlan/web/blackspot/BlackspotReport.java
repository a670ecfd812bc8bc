package cn.anlan.web.blackspot;

import cn.anlan.analytics.blackspot.BlackspotModel;
import cn.anlan.analytics.blackspot.Finding;
import cn.anlan.analytics.blackspot.SafetyPerformance;
import cn.anlan.analytics.blackspot.Screening;
import cn.anlan.analytics.blackspot.Stretch;
import cn.anlan.geo.road.Stakes;
import cn.anlan.geo.snapshot.Comparison;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.text.Text;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The ranked list of accident-prone stretches, and what it was made from.
 *
 * @param found how many stretches any method puts forward; {@code segments} are the worst of them
 * @param registry what the register of accident-prone stretches has, each with what is found there
 */
public record BlackspotReport(
    Manifest manifest, int found, List<Segment> segments, List<Registered> registry) {
  private static final String REGISTERED_KIND = "accident_prone";

  /**
   * @param asOf the last day whose crashes count
   * @param trafficAccidents in the ledger, of all days
   * @param unplaced those that name no stored route or no stake: in no stretch
   * @param offRoad those whose route has no road at their stake: in the windows, in no stretch
   * @param performance null where too few stretches have a traffic count
   */
  public record Manifest(
      String model,
      int modelVersion,
      LocalDate asOf,
      int years,
      int stretchM,
      long dataVersion,
      int stretches,
      int trafficAccidents,
      int unplaced,
      int offRoad,
      Performance performance,
      boolean isDemo) {}

  /** Crashes a year = exp(a + b·ln ADT + ln L), L in km; k of a kilometre. */
  public record Performance(
      double a, double b, double dispersionPerKm, boolean fitted, int stretches) {
    static Performance of(SafetyPerformance f) {
      return new Performance(f.a(), f.b(), f.dispersionPerKm(), f.fitted(), f.stretches());
    }
  }

  /**
   * @param adt null without a traffic count, and so are rate, critical rate and what is expected
   * @param methods how many of the four methods of counting put it forward
   */
  public record Segment(
      int rank,
      String routeNo,
      String fromStake,
      String toStake,
      String roadClass,
      Double adt,
      int crashes,
      int fatal,
      int deaths,
      double weighted,
      Double predicted,
      Double expected,
      Double excess,
      Double rate,
      Double criticalRate,
      double chance,
      int methods,
      List<Text> reasons) {}

  /**
   * A stretch of the register (layer {@code road_site}).
   *
   * @param rank of the worst stretch found that reaches into it; null where none does: not
   *     confirmed
   */
  public record Registered(
      String code, String routeNo, String fromStake, String toStake, Integer rank) {}

  /**
   * Makes it.
   *
   * @param limit how many segments are listed
   */
  public static BlackspotReport of(
      BlackspotModel model,
      LayerSnapshot roads,
      LayerSnapshot accidents,
      LayerSnapshot sites,
      Scope scope,
      LocalDate asOf,
      int limit) {
    StoredRoutes stored = StoredRoutes.of(roads, accidents, scope);
    Screening.Result result = new Screening(model).screen(stored.routes(), null, asOf);
    return new BlackspotReport(
        new Manifest(
            model.id(),
            model.version(),
            asOf,
            model.years(),
            model.stretchM(),
            Math.max(roads.dataVersion(), accidents.dataVersion()),
            result.stretches(),
            stored.traffic(),
            stored.unplaced(),
            result.offRoad(),
            result.performance().map(Performance::of).orElse(null),
            stored.isDemo()),
        result.findings().size(),
        IntStream.range(0, Math.min(limit, result.findings().size()))
            .mapToObj(i -> segment(i + 1, result.findings().get(i)))
            .toList(),
        registry(sites, scope, result.findings()));
  }

  private static List<Registered> registry(
      LayerSnapshot sites, Scope scope, List<Finding> findings) {
    return Query.on(sites, scope)
        .filter(columns -> columns.compare("kind", Comparison.EQUAL, REGISTERED_KIND))
        .rows()
        .stream()
        .mapToObj(
            row ->
                registered(
                    sites.text("code", row),
                    sites.text("route_no", row),
                    sites.number("from_stake_km", row) * StoredRoutes.KM,
                    sites.number("to_stake_km", row) * StoredRoutes.KM,
                    findings))
        .sorted(Comparator.comparing(Registered::code))
        .toList();
  }

  private static Registered registered(
      String code, String routeNo, double oneM, double otherM, List<Finding> findings) {
    double fromM = Math.min(oneM, otherM);
    double toM = Math.max(oneM, otherM);
    Integer rank = null;
    for (int i = 0; i < findings.size() && rank == null; i++) {
      Stretch stretch = findings.get(i).stretch();
      if (stretch.routeNo().equals(routeNo) && stretch.fromM() <= toM && stretch.toM() >= fromM) {
        rank = i + 1;
      }
    }
    return new Registered(
        code,
        routeNo,
        Stakes.text(fromM / StoredRoutes.KM),
        Stakes.text(toM / StoredRoutes.KM),
        rank);
  }

  private static Segment segment(int rank, Finding finding) {
    boolean known = finding.expected() != null;
    return new Segment(
        rank,
        finding.stretch().routeNo(),
        Stakes.text(finding.stretch().fromM() / StoredRoutes.KM),
        Stakes.text(finding.stretch().toM() / StoredRoutes.KM),
        finding.stretch().roadClass(),
        number(finding.stretch().adt()),
        finding.stretch().crashes(),
        finding.stretch().fatal(),
        finding.stretch().deaths(),
        finding.stretch().weighted(),
        known ? finding.expected().predicted() : null,
        known ? finding.expected().expected() : null,
        known ? finding.excess() : null,
        number(finding.rate()),
        number(finding.criticalRate()),
        finding.chance(),
        finding.methods(),
        finding.reasons());
  }

  private static Double number(double value) {
    return Double.isNaN(value) ? null : value;
  }
}

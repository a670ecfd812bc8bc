package cn.anlan.web.blackspot;

import cn.anlan.analytics.blackspot.BlackspotModel;
import cn.anlan.analytics.blackspot.Finding;
import cn.anlan.analytics.blackspot.Ledger;
import cn.anlan.analytics.blackspot.SafetyPerformance;
import cn.anlan.analytics.blackspot.Screening;
import cn.anlan.geo.road.Stakes;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.text.Text;
import cn.anlan.web.blackspot.Screenings.Screened;
import cn.anlan.web.crash.MatchedCrashes.Matched;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The ranked list of accident-prone stretches, and what it was made from.
 *
 * @param found how many stretches any method puts forward; {@code segments} are the worst of them
 * @param registry what the register of accident-prone stretches has, each with what is found there
 */
public record BlackspotReport(
    Manifest manifest, int found, List<Segment> segments, List<Registry.Registered> registry) {

  /**
   * @param asOf the last day whose crashes count
   * @param yearsCovered of the years, how many the ledger covers, from its first accident to its
   *     last; rates and what is predicted are of these
   * @param ledgerFrom day of its first accident; null where there is none
   * @param ledgerTo day of its last
   * @param trafficAccidents in the ledger, of all days
   * @param unplaced those that could not be brought onto a road and wait ({@code
   *     /api/roads/accidents}): in no stretch
   * @param offRoad those whose route has no road at their stake: in the windows, in no stretch
   * @param withoutStake those on road without stakes: in the windows through junctions, in no
   *     stretch
   * @param windowsCutShort searches for windows through junctions that were given up in a dense
   *     grid of streets; where above 0 such groups may be missing
   * @param performance null where too few stretches have a traffic count
   */
  public record Manifest(
      String model,
      int modelVersion,
      LocalDate asOf,
      int years,
      double yearsCovered,
      LocalDate ledgerFrom,
      LocalDate ledgerTo,
      int stretchM,
      long dataVersion,
      int stretches,
      int trafficAccidents,
      int unplaced,
      int offRoad,
      int withoutStake,
      int windowsCutShort,
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
   * @param registeredAs the code of the register for road that is in it, or null
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
      List<Text> reasons,
      String registeredAs) {}

  /**
   * Makes it.
   *
   * @param sites the layer {@code road_site}
   * @param limit how many segments are listed
   */
  public static BlackspotReport of(Screened screened, LayerSnapshot sites, Scope scope, int limit) {
    BlackspotModel model = screened.model();
    Screening.Result result = screened.result();
    List<Matched> all = screened.crashes().all();
    Ledger ledger = screened.crashes().ledger();
    List<Registry.Registered> registry = Registry.of(screened, sites, scope);
    return new BlackspotReport(
        new Manifest(
            model.id(),
            model.version(),
            screened.asOf(),
            model.years(),
            result.years(),
            ledger.isEmpty() ? null : ledger.firstDay(),
            ledger.isEmpty() ? null : ledger.lastDay(),
            model.stretchM(),
            screened.crashes().dataVersion(),
            result.stretches(),
            all.size(),
            (int) all.stream().filter(m -> !m.isPlaced()).count(),
            result.offRoad(),
            screened.withoutStake(),
            result.cutShort(),
            result.performance().map(Performance::of).orElse(null),
            screened.crashes().isDemo()),
        result.findings().size(),
        IntStream.range(0, Math.min(limit, result.findings().size()))
            .mapToObj(i -> segment(i + 1, result.findings().get(i), registry))
            .toList(),
        registry);
  }

  private static Segment segment(int rank, Finding finding, List<Registry.Registered> registry) {
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
        finding.reasons(),
        registry.stream()
            .filter(
                r ->
                    finding
                        .stretch()
                        .meets(r.routeNo(), metres(r.fromStake()), metres(r.toStake())))
            .map(Registry.Registered::code)
            .findFirst()
            .orElse(null));
  }

  private static double metres(String stake) {
    return Stakes.metres(Stakes.parse(stake));
  }

  private static Double number(double value) {
    return Double.isNaN(value) ? null : value;
  }
}

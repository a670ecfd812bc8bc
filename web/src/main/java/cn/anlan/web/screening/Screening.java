package cn.anlan.web.screening;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.geo.rule.Finding;
import cn.anlan.geo.rule.Rule;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.geo.text.Text;
import cn.anlan.web.checks.CheckResult;
import cn.anlan.web.checks.CheckRun;
import cn.anlan.web.site.SiteBody;
import cn.anlan.web.site.SiteGeometry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;

/**
 * Judges one proposed site by every rule that binds its kind. A site that cannot be read, lies
 * elsewhere than it says or is no valid shape is refused, never passed. For any threads.
 */
public final class Screening {
  private static final String GEOMETRY = "geometry";

  private final CheckRun checks;
  private final Catalog catalog;
  private final SiteKinds kinds;
  private final ScreeningQuestions questions;
  private Counties counties;
  private Generation countiesOf;

  public Screening(CheckRun checks, Catalog catalog, ScreeningQuestions questions) {
    this.checks = checks;
    this.catalog = catalog;
    this.kinds = SiteKinds.load(catalog);
    this.questions = questions;
  }

  /** The kinds of site that may be asked about. */
  public SiteKinds kinds() {
    return kinds;
  }

  /**
   * The findings on a site.
   *
   * @throws cn.anlan.geo.fault.UserFault where the request cannot be used, saying what and where
   */
  public ScreeningAnswer screen(Generation generation, SiteBody body) {
    ScreeningRequest request = ScreeningRequest.read(body, Set.of(GEOMETRY), kinds, catalog);
    SiteGeometry site = SiteGeometry.read(body, GEOMETRY);
    PlaceCheck.Place place =
        PlaceCheck.locate(site, request.county(), request.crsConfirmed(), counties(generation));
    List<Rule> rules = rules(request);
    CheckResult result =
        checks.proposalsBy(
            rules, generation, List.of(request.proposal(site.lonLat())), request.day());
    return new ScreeningAnswer(
        result.manifest(),
        questions.keep(body),
        answered(request, site, place, !rules.isEmpty()),
        result.findings().stream().map(finding -> screened(finding, rules)).toList());
  }

  /**
   * Where within a frame such a site may go.
   *
   * @throws cn.anlan.geo.fault.UserFault where the request cannot be used, or asks for too much
   */
  public AreaAnswer area(Generation generation, SiteBody body) {
    ScreeningRequest request = ScreeningRequest.read(body, Set.of("frame", "bbox"), kinds, catalog);
    Geometry frame = Frame.read(body);
    return new PermissibleGround(checks, generation, request, frame, counties(generation))
        .divide(rules(request));
  }

  /** The rules that bind subjects of the kind's layers. */
  List<Rule> rules(ScreeningRequest request) {
    return checks.rules(List.of(), request.day()).stream()
        .filter(rule -> request.kind().layers().contains(rule.subject().layer()))
        .toList();
  }

  private static ScreeningAnswer.Site answered(
      ScreeningRequest request, SiteGeometry site, PlaceCheck.Place place, boolean ruled) {
    List<Text> warnings = new ArrayList<>(place.warnings());
    if (!ruled) {
      warnings.add(
          new Text(
              "规则库没有针对这类场址的规则，不等于符合", "no rule of the book binds such a site: that is no pass"));
    }
    if (request.kindAssumed()) {
      warnings.add(
          new Text(
              "未指明场址类别，按“" + request.kind().title().zh() + "”判定",
              "no kind of site given: judged as " + request.kind().title().en()));
    }
    if (!site.declared()) {
      warnings.add(new Text("未声明坐标系，按 WGS 84 读取", "no coordinate system declared: read as WGS 84"));
    }
    return new ScreeningAnswer.Site(
        site.lonLat(),
        request.kind().id(),
        request.kind().title(),
        request.kind().layers(),
        site.system().code(),
        !site.declared(),
        place.county() == null ? null : place.county().code(),
        place.county() == null ? null : place.county().name(),
        request.sigmaM(),
        request.attributes(),
        warnings);
  }

  private static ScreeningAnswer.Screened screened(Finding finding, List<Rule> rules) {
    Rule rule = rules.stream().filter(r -> r.id().equals(finding.rule())).findFirst().orElseThrow();
    return new ScreeningAnswer.Screened(finding, rule.title());
  }

  private synchronized Counties counties(Generation generation) {
    if (countiesOf != generation) {
      counties = Counties.of(generation.get("region"));
      countiesOf = generation;
    }
    return counties;
  }
}

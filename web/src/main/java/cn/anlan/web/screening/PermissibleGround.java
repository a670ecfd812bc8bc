package cn.anlan.web.screening;

import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.rule.Finding;
import cn.anlan.geo.rule.Reason;
import cn.anlan.geo.rule.Rule;
import cn.anlan.geo.rule.Target;
import cn.anlan.geo.rule.Verdict;
import cn.anlan.geo.rule.measure.Limits;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.geo.text.Text;
import cn.anlan.web.checks.CheckRun;
import cn.anlan.web.site.SiteGeometry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Divides a frame into where a site of one kind may go, must be surveyed, may not go, and where
 * nobody can tell. Each point stands for a site of no extent; a site with extent must lie wholly in
 * the allowed part. Rules that are no distances from shapes (counts, along rivers, documents) are
 * named, not drawn.
 */
final class PermissibleGround {
  private static final int MOST_VERTICES = 250_000;
  private static final Set<String> ABOUT_SUBJECT =
      Set.of("project_type", "approval_date", "attribute", "subject_accuracy");

  private static final Text ACCURACY =
      new Text(
          "界线按 CGCS2000 大地线距离画出，与真位置之差小于 1 m，且不超过距离的 1%（下限 1 cm）；点位场址适用，有范围的场址须整个落在可选区内；以逐点核查为准",
          "lines are drawn at CGCS2000 geodesic distances, true to 1 m and to 1 % of the distance (at least 1 cm); for"
              + " sites without extent, others must lie wholly in the allowed part; the screening"
              + " of the site itself decides");

  private final CheckRun checks;
  private final Generation generation;
  private final ScreeningRequest request;
  private final Geometry frame;
  private final Counties counties;
  private final List<Geometry> forbidden = new ArrayList<>();
  private final List<Geometry> survey = new ArrayList<>();
  private final List<Geometry> open = new ArrayList<>();
  private final Set<String> layers = new LinkedHashSet<>();
  private int vertices;
  private boolean demo;

  PermissibleGround(
      CheckRun checks,
      Generation generation,
      ScreeningRequest request,
      Geometry frame,
      Counties counties) {
    this.checks = checks;
    this.generation = generation;
    this.request = request;
    this.frame = frame;
    this.counties = counties;
  }

  AreaAnswer divide(List<Rule> rules) {
    Geometry inProvince = counties.province().map(p -> Ground.inside(p, frame)).orElse(frame);
    Map<String, Finding> probes = probe(rules, inProvince);
    List<AreaAnswer.RuleCut> cuts = new ArrayList<>();
    for (Rule rule : rules) {
      cuts.add(cut(rule, probes.get(key(rule.id(), rule.subject().layer()))));
    }
    // Outside the province a site is measured, but not judged.
    Geometry banned = Ground.united(forbidden, inProvince);
    Geometry doubtful = Ground.minus(Ground.united(survey, inProvince), banned);
    Geometry judged = known(inProvince, rules.isEmpty());
    Geometry unknown =
        Ground.minus(
            Ground.minus(
                Ground.united(
                    List.of(Ground.united(open, frame), Ground.minus(frame, judged)), frame),
                banned),
            doubtful);
    Geometry allowed = Ground.minus(Ground.minus(Ground.minus(frame, banned), doubtful), unknown);
    return new AreaAnswer(
        generation.dataVersion(),
        request.day(),
        request.kind().id(),
        frame,
        allowed,
        doubtful,
        banned,
        unknown,
        new AreaAnswer.Areas(
            Ground.squareMetres(frame),
            Ground.squareMetres(allowed),
            Ground.squareMetres(doubtful),
            Ground.squareMetres(banned),
            Ground.squareMetres(unknown)),
        cuts,
        ACCURACY,
        demo);
  }

  /** Where absence of a target means that there is none. */
  private Geometry known(Geometry inProvince, boolean unruled) {
    if (unruled) {
      return frame.getFactory().createPolygon();
    }
    Geometry known = inProvince;
    for (String layer : layers) {
      Optional<Geometry> complete = checks.coverage(generation, layer);
      known =
          complete.isEmpty()
              ? frame.getFactory().createPolygon()
              : Ground.inside(complete.get(), known);
    }
    return known;
  }

  /** What each rule says of such a site somewhere in the frame: whether it binds it at all. */
  private Map<String, Finding> probe(List<Rule> rules, Geometry inProvince) {
    Coordinate at = SiteGeometry.inside(inProvince.isEmpty() ? frame : inProvince);
    Map<String, Finding> found = new HashMap<>();
    checks
        .proposalsBy(
            rules,
            generation,
            List.of(request.proposal(SiteGeometry.point(at.x, at.y))),
            request.day())
        .findings()
        .forEach(f -> found.put(key(f.rule(), f.subjectLayer()), f));
    return found;
  }

  private static String key(String rule, String layer) {
    return rule + "/" + layer;
  }

  private AreaAnswer.RuleCut cut(Rule rule, Finding probe) {
    Optional<Text> not = notDrawn(rule, probe);
    if (not.isPresent()) {
      return cut(rule, 0, null, not.get());
    }
    Limits limits =
        checks.limits(generation, rule, request.proposal(null), frame.getEnvelopeInternal());
    limits.limits().forEach(this::count);
    if (vertices > MOST_VERTICES) {
      throw new UserFault(
          "图幅内的目标太多（规则 " + rule.id() + "）(too much in the frame)", "缩小图幅 (take a smaller frame)");
    }
    Ground ground = Ground.of(limits.limits(), frame);
    forbidden.add(ground.forbidden());
    survey.add(ground.survey());
    open.add(limits.open() == null ? ground.open() : frame);
    rule.targets().stream().map(Target::layer).forEach(layers::add);
    Text why = limits.open() == null ? null : new Text(limits.open().zh(), limits.open().en());
    return cut(rule, limits.limits().size(), ground, why);
  }

  private void count(Limits.Limit limit) {
    vertices += limit.shape().getNumPoints();
    demo |= limit.demo();
  }

  private static AreaAnswer.RuleCut cut(Rule rule, int targets, Ground ground, Text notDrawn) {
    return new AreaAnswer.RuleCut(
        rule.id(),
        rule.version(),
        rule.subject().layer(),
        rule.title(),
        targets,
        ground == null ? 0 : Ground.squareMetres(ground.forbidden()),
        ground == null ? 0 : Ground.squareMetres(ground.survey()),
        notDrawn);
  }

  private Optional<Text> notDrawn(Rule rule, Finding probe) {
    if (probe == null) {
      return Optional.of(new Text("不适用于此类场址或此日期", "does not bind such a site, or not on that day"));
    }
    if (probe.verdict() == Verdict.EXEMPT) {
      return Optional.of(new Text("例外成立", "an exception holds"));
    }
    boolean earlier =
        request.approvalDate() != null && request.approvalDate().isBefore(rule.valid().from());
    if (earlier && rule.earlierProjects().policy() == Rule.EarlierProjects.Policy.GRANDFATHERED) {
      return Optional.of(new Text("批准早于规则施行", "approved before the rule began"));
    }
    if (!Limits.isDrawable(rule)) {
      return Optional.of(
          new Text(
              "规则类型 " + rule.kind().name().code() + " 不能画成范围，须逐点核查",
              "rules of kind " + rule.kind().name().code() + " cannot be drawn: screen the site"));
    }
    return probe.reasons().stream()
        .filter(reason -> ABOUT_SUBJECT.contains(reason.code()))
        .findFirst()
        .map((Reason reason) -> new Text(reason.zh(), reason.en()));
  }
}

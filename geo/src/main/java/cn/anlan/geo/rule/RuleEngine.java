package cn.anlan.geo.rule;

import cn.anlan.geo.distance.GeodesicTarget;
import cn.anlan.geo.fault.UserFault;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Judges sites by a rule. In this order, for each site of the rule's layer:
 *
 * <ol>
 *   <li>{@link Verdict#NOT_ASSESSABLE} where the datum, the geometry, a target, a needed attribute
 *       or an accuracy is missing, or the site is outside the province (still measured);
 *   <li>not applicable (counted, not listed) where the rule does not reach the site: other kind of
 *       project, approved after {@code asOf}, approved before the rule where it says so;
 *   <li>{@link Verdict#EXEMPT} where an exception holds;
 *   <li>|d − D| &lt; U is {@link Verdict#NEEDS_SURVEY}, d &lt; D {@link Verdict#FAIL}, else {@link
 *       Verdict#PASS}; at d = D with U = 0 the rule's {@code inclusive} decides;
 *   <li>FAIL and NEEDS_SURVEY of what was approved before the rule is {@link
 *       Verdict#GRANDFATHERED}.
 * </ol>
 *
 * <p>A rule that is not in force at {@code asOf} reaches nothing.
 *
 * <p><b>Coverage</b> is asked only for a PASS: that a shore is near is proven by that shore, but
 * that none is near is only as true as the layer is complete. So a PASS outside the coverage
 * becomes NOT_ASSESSABLE, while a FAIL or NEEDS_SURVEY stands; withholding a breach because the map
 * ends nearby would help nobody.
 *
 * <p><b>Invented data.</b> A stored real site is never judged on an invented shore or coverage.
 *
 * <p>Pure and deterministic: the same input gives the same output, in the order of the sites'
 * layer, code and id. Sites are judged in parallel.
 */
public final class RuleEngine {
  private static final Comparator<Site> ORDER =
      Comparator.comparing(Site::layer, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Site::code, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Site::id);

  private final Rule rule;
  private final RuleKind.MinDistance demand;
  private final Coverage coverage;
  private final LocalDate asOf;
  private final Shores.Selection forReal;
  private final Shores.Selection forDemo;

  private RuleEngine(Rule rule, Shores shores, Coverage coverage, LocalDate asOf) {
    this.rule = rule;
    this.demand = (RuleKind.MinDistance) rule.kind();
    this.coverage = coverage;
    this.asOf = asOf;
    this.forReal = shores.select(rule, false);
    this.forDemo = shores.select(rule, true);
  }

  /**
   * Judges all sites.
   *
   * @param shores all shorelines of the data version; the rule picks its own
   * @param coverage where the shoreline layer is complete
   * @param asOf the day whose facts and rules count
   */
  public static Evaluation evaluate(
      Rule rule, Collection<Site> sites, Shores shores, Coverage coverage, LocalDate asOf) {
    if (!rule.valid().isInForce(asOf)) {
      return evaluation(List.of(), sites.size());
    }
    RuleEngine engine = new RuleEngine(rule, shores, coverage, asOf);
    List<Finding> findings =
        sites.stream().sorted(ORDER).toList().parallelStream()
            .map(engine::judge)
            .flatMap(Optional::stream)
            .toList();
    return evaluation(findings, sites.size() - findings.size());
  }

  private static Evaluation evaluation(List<Finding> findings, int notApplicable) {
    Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    for (Verdict verdict : Verdict.values()) {
      counts.put(verdict, 0);
    }
    findings.forEach(f -> counts.merge(f.verdict(), 1, Integer::sum));
    return new Evaluation(findings, notApplicable, Collections.unmodifiableMap(counts));
  }

  /** The finding, or nothing where the rule does not reach the site. */
  private Optional<Finding> judge(Site site) {
    if (!rule.subject().layer().equals(site.layer())) {
      return Optional.empty();
    }
    FindingDraft draft = new FindingDraft(rule, site);
    measure(site, draft);
    addMissing(site, draft);
    if (draft.hasReasons()) {
      return Optional.of(draft.finish(Verdict.NOT_ASSESSABLE));
    }
    if (!isReached(site)) {
      return Optional.empty();
    }
    for (Rule.Exemption exemption : rule.exceptions()) {
      if (Boolean.TRUE.equals(exemption.where().agree(site.attributes()))) {
        draft.add(Reasons.exempt(exemption.title()));
        return Optional.of(draft.finish(Verdict.EXEMPT));
      }
    }
    return Optional.of(decide(site, draft));
  }

  private void measure(Site site, FindingDraft draft) {
    if (!site.datumKnown()) {
      draft.add(Reasons.datum());
      return;
    }
    try {
      GeodesicTarget subject = GeodesicTarget.of(site.geometry());
      if (!site.geometry().isValid()) {
        draft.add(Reasons.geometry("自相交或环错误 / self-crossing or broken rings"));
        return;
      }
      Shores.Selection shores = site.allowsDemo() ? forDemo : forReal;
      draft.measured(Measurement.of(demand, site, subject, shores));
    } catch (UserFault unusable) {
      draft.add(Reasons.geometry(unusable.getMessage()));
      return;
    }
    if (draft.decisive() == null) {
      draft.add(Reasons.noTarget(rule));
    }
  }

  private void addMissing(Site site, FindingDraft draft) {
    Optional<ProjectType> type = ProjectType.find(site.projectType());
    if (type.isEmpty()) {
      draft.add(Reasons.projectType(site.projectType()));
    } else if (type.get() == ProjectType.EXISTING && site.approvalDate() == null) {
      draft.add(Reasons.approvalDate());
    }
    rule.subject()
        .where()
        .findMissing(site.attributes())
        .ifPresent(field -> draft.add(Reasons.attribute(field)));
    if (site.sigmaM() == null && !site.proposal()) {
      draft.add(Reasons.subjectAccuracy());
    }
    if (site.outsideProvince()) {
      draft.add(Reasons.outsideProvince());
    }
  }

  private boolean isReached(Site site) {
    ProjectType type = ProjectType.find(site.projectType()).orElseThrow();
    ProjectType judgedAs = type == ProjectType.EXISTING ? ProjectType.NEW : type;
    return rule.subject().projectTypes().contains(judgedAs)
        && Boolean.TRUE.equals(rule.subject().where().agree(site.attributes()))
        && (site.approvalDate() == null || !site.approvalDate().isAfter(asOf))
        && !(isEarlier(site)
            && rule.earlierProjects().policy() == Rule.EarlierProjects.Policy.NOT_APPLICABLE);
  }

  private boolean isEarlier(Site site) {
    return site.approvalDate() != null && site.approvalDate().isBefore(rule.valid().from());
  }

  private Finding decide(Site site, FindingDraft draft) {
    Measured decisive = draft.decisive();
    Shore shore = decisive.candidate().shore();
    if (decisive.verdict() == Verdict.NOT_ASSESSABLE) {
      String open = decisive.candidate().openField();
      draft.add(
          open == null ? Reasons.targetAccuracy(shore) : Reasons.targetAttribute(shore, open));
      return draft.finish(Verdict.NOT_ASSESSABLE);
    }
    draft.add(Reasons.verdict(decisive, demand.thresholdM()));
    if (site.approvalDate() == null) {
      draft.add(Reasons.proposal(asOf));
    }
    if (decisive.verdict() == Verdict.PASS) {
      return pass(site, draft);
    }
    if (isEarlier(site)) {
      if (rule.earlierProjects().policy() == Rule.EarlierProjects.Policy.GRANDFATHERED) {
        draft.add(Reasons.grandfathered(rule, site.approvalDate()));
        return draft.grandfather(decisive.verdict());
      }
    } else if (ProjectType.EXISTING.code().equals(site.projectType())) {
      draft.add(Reasons.judgedAsNew(rule, site.approvalDate()));
    }
    return draft.finish(decisive.verdict());
  }

  private Finding pass(Site site, FindingDraft draft) {
    if (coverage.covers(site.geometry())) {
      return draft.finish(Verdict.PASS);
    }
    if (site.allowsDemo() && coverage.coversWithDemo(site.geometry())) {
      draft.addDemo(Reasons.demoCoverage());
      return draft.finish(Verdict.PASS);
    }
    draft.add(Reasons.coverage(rule));
    return draft.finish(Verdict.NOT_ASSESSABLE);
  }
}

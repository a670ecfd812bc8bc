package cn.anlan.geo.rule.check;

import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.filter.Logic;
import cn.anlan.geo.rule.Condition;
import cn.anlan.geo.rule.Evaluation;
import cn.anlan.geo.rule.Finding;
import cn.anlan.geo.rule.ProjectType;
import cn.anlan.geo.rule.Rule;
import cn.anlan.geo.rule.Site;
import cn.anlan.geo.rule.Verdict;
import cn.anlan.geo.rule.ground.Ground;
import cn.anlan.geo.rule.measure.Measuring;
import cn.anlan.geo.rule.measure.Rulers;
import cn.anlan.geo.rule.measure.SiteShape;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Judges sites by a rule. In this order, for each site of the rule's layer that the rule's filter
 * does not leave out:
 *
 * <ol>
 *   <li>{@link Verdict#NOT_ASSESSABLE} where the datum, the geometry, a target, a needed attribute
 *       or an accuracy is missing, or the site is outside the province (still measured);
 *   <li>not applicable (counted, not listed) where the rule does not reach the site: other kind of
 *       project, approved after {@code asOf}, approved before the rule where it says so;
 *   <li>{@link Verdict#EXEMPT} where an exception holds;
 *   <li>|d − D| &lt; U is {@link Verdict#NEEDS_SURVEY}, d &lt; D {@link Verdict#FAIL}, else {@link
 *       Verdict#PASS}; at d = D with U = 0 the rule's {@code inclusive} decides;
 *   <li>a breach of what may be approved is {@link Verdict#EXEMPT} where the approval is held;
 *   <li>FAIL and NEEDS_SURVEY of what was approved before the rule is {@link
 *       Verdict#GRANDFATHERED}.
 * </ol>
 *
 * <p>A rule that is not in force at {@code asOf} reaches nothing.
 *
 * <p><b>Coverage</b> is asked only for a PASS: that a target is near is proven by that target, but
 * that none is near is only as true as the layer is complete. So a PASS outside the coverage
 * becomes NOT_ASSESSABLE, while a FAIL or NEEDS_SURVEY stands; withholding a breach because the map
 * ends nearby would help nobody.
 *
 * <p><b>Invented data.</b> A stored real site is never judged on an invented target or coverage.
 *
 * <p><b>Two times.</b> A finding also says what the version of the rule that was in force when the
 * site was approved says of it.
 *
 * <p>Pure and deterministic: the same input gives the same output, in the order of the sites'
 * layer, code and id. Sites are judged in parallel. For any threads.
 */
public final class RuleEngine {
  private static final Comparator<Site> ORDER =
      Comparator.comparing(Site::layer, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Site::code, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Site::id);

  /** The engine of the version of a rule that was in force on a day. */
  public interface Versions {
    /** Where no other version is known. */
    Versions NONE = day -> Optional.empty();

    Optional<RuleEngine> at(LocalDate day);
  }

  private final Rule rule;
  private final Measuring measuring;
  private final Decision decision;
  private final Versions versions;
  private final LocalDate asOf;

  /**
   * @param measuring the rule made ready
   * @param ground what it was made ready on
   * @param versions asked for sites that were approved before this version was in force
   * @param asOf the day whose facts and rules count
   */
  public RuleEngine(
      Rule rule, Measuring measuring, Ground ground, Versions versions, LocalDate asOf) {
    this.rule = rule;
    this.measuring = measuring;
    this.decision = new Decision(rule, ground, asOf);
    this.versions = versions;
    this.asOf = asOf;
  }

  /** Judges all sites by one version of a rule. */
  public static Evaluation evaluate(
      Rule rule, Collection<Site> sites, Ground ground, LocalDate asOf) {
    if (!rule.valid().isInForce(asOf)) {
      return Evaluation.of(List.of(), sites.size());
    }
    return new RuleEngine(rule, Measuring.of(rule, new Rulers(ground)), ground, Versions.NONE, asOf)
        .evaluate(sites);
  }

  /** Judges all sites, in parallel. */
  public Evaluation evaluate(Collection<Site> sites) {
    return evaluate(sites, site -> SiteShape.of(site.geometry()));
  }

  /**
   * As the other, for sites that several rules are asked of, one after the other.
   *
   * @param shapes of the sites' geometries, no two sites the same
   */
  public Evaluation evaluate(Collection<Site> sites, Function<Site, SiteShape> shapes) {
    List<Finding> findings =
        sites.stream().sorted(ORDER).toList().parallelStream()
            .map(site -> judge(site, shapes.apply(site)))
            .flatMap(Optional::stream)
            .toList();
    return Evaluation.of(findings, sites.size() - findings.size());
  }

  /** The finding, or nothing where the rule does not reach the site. */
  private Optional<Finding> judge(Site site, SiteShape shape) {
    if (!rule.valid().isInForce(asOf) || !rule.subject().layer().equals(site.layer())) {
      return Optional.empty();
    }
    Logic meant = Condition.test(rule.subject().filter(), site.attributes());
    if (meant == Logic.FALSE) {
      return Optional.empty();
    }
    FindingDraft draft = new FindingDraft(rule, site, asOf);
    addMissing(site, meant, draft);
    if (!draft.hasReasons() && !isReached(site)) {
      return Optional.empty();
    }
    boolean missing = draft.hasReasons();
    measure(site, shape, draft);
    if (missing || draft.hasReasons()) {
      return Optional.of(draft.finish(Verdict.NOT_ASSESSABLE));
    }
    for (Rule.Exemption exemption : rule.exceptions()) {
      if (Condition.test(exemption.filter(), site.attributes()) == Logic.TRUE) {
        draft.add(Reasons.exempt(exemption.title()));
        return Optional.of(draft.finish(Verdict.EXEMPT));
      }
    }
    return decision.of(site, shape, draft).map(finding -> atApproval(site, shape, finding));
  }

  private Finding atApproval(Site site, SiteShape shape, Finding finding) {
    LocalDate day = site.approvalDate();
    if (day == null || day.isAfter(asOf)) {
      return finding;
    }
    if (rule.valid().isInForce(day)) {
      return finding.atApproval(finding.verdict(), rule.version());
    }
    return versions
        .at(day)
        .flatMap(engine -> engine.judge(site, shape))
        .map(then -> finding.atApproval(then.verdict(), then.ruleVersion()))
        .orElse(finding);
  }

  private void measure(Site site, SiteShape shape, FindingDraft draft) {
    if (rule.targets().isEmpty()) {
      return;
    }
    if (site.geometry() == null) {
      draft.add(Reasons.geometry("缺少几何 / none given"));
      return;
    }
    if (!site.datumKnown()) {
      draft.add(Reasons.datum());
      return;
    }
    try {
      shape.target();
      if (!shape.isValid()) {
        draft.add(Reasons.geometry("自相交或环错误 / self-crossing or broken rings"));
        return;
      }
      draft.measured(measuring.measure(site, shape));
    } catch (UserFault unusable) {
      draft.add(Reasons.geometry(unusable.getMessage()));
      return;
    }
    if (draft.measurement().open() != null) {
      draft.add(draft.measurement().open());
    } else if (draft.measurement().decisive() == null && decision.needsTarget()) {
      draft.add(Reasons.noTarget(rule));
    }
  }

  private void addMissing(Site site, Logic meant, FindingDraft draft) {
    boolean typed = !rule.subject().projectTypes().isEmpty();
    Optional<ProjectType> type = ProjectType.find(site.projectType());
    if (typed && type.isEmpty()) {
      draft.add(Reasons.projectType(site.projectType()));
    } else if (type.filter(t -> t == ProjectType.EXISTING).isPresent()
        && rule.earlierProjects().policy() != Rule.EarlierProjects.Policy.JUDGED
        && site.approvalDate() == null) {
      draft.add(Reasons.approvalDate());
    }
    if (meant == Logic.UNKNOWN) {
      List<String> missing = rule.subject().filter().missing(site.attributes());
      draft.add(Reasons.attribute(String.join(", ", missing)));
    }
    if (site.sigmaM() == null && !site.proposal() && !rule.targets().isEmpty()) {
      draft.add(Reasons.subjectAccuracy());
    }
    if (site.outsideProvince()) {
      draft.add(Reasons.outsideProvince());
    }
  }

  private boolean isReached(Site site) {
    List<ProjectType> types = rule.subject().projectTypes();
    boolean typeFits =
        types.isEmpty()
            || ProjectType.find(site.projectType())
                .map(t -> t == ProjectType.EXISTING ? ProjectType.NEW : t)
                .filter(types::contains)
                .isPresent();
    return typeFits
        && (site.approvalDate() == null || !site.approvalDate().isAfter(asOf))
        && !(decision.isEarlier(site)
            && rule.earlierProjects().policy() == Rule.EarlierProjects.Policy.NOT_APPLICABLE);
  }
}

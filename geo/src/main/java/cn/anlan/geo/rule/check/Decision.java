package cn.anlan.geo.rule.check;

import cn.anlan.geo.filter.Logic;
import cn.anlan.geo.rule.Finding;
import cn.anlan.geo.rule.ProjectType;
import cn.anlan.geo.rule.Rule;
import cn.anlan.geo.rule.RuleKind;
import cn.anlan.geo.rule.Site;
import cn.anlan.geo.rule.Target;
import cn.anlan.geo.rule.Verdict;
import cn.anlan.geo.rule.ground.Coverage;
import cn.anlan.geo.rule.ground.Ground;
import cn.anlan.geo.rule.measure.Measured;
import cn.anlan.geo.rule.measure.Measurement;
import cn.anlan.geo.rule.measure.SiteShape;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From a measurement to the verdict: coverage, approvals, what stood before the rule. */
final class Decision {
  private final Rule rule;
  private final LocalDate asOf;
  private final Map<String, Coverage> coverage = new LinkedHashMap<>();

  Decision(Rule rule, Ground ground, LocalDate asOf) {
    this.rule = rule;
    this.asOf = asOf;
    rule.targets().forEach(t -> coverage.put(t.layer(), ground.coverage(t.layer())));
  }

  /**
   * Whether nothing to measure to means that data are missing: of the waters there are always some.
   */
  boolean needsTarget() {
    return !rule.targets().isEmpty() && rule.targets().stream().allMatch(Target::isShoreline);
  }

  boolean isEarlier(Site site) {
    return site.approvalDate() != null && site.approvalDate().isBefore(rule.valid().from());
  }

  /** The finding; nothing where it shows only now that the rule does not reach the site. */
  Optional<Finding> of(Site site, SiteShape shape, FindingDraft draft) {
    Measurement m = draft.measurement();
    if (rule.kind() instanceof RuleKind.Complete complete) {
      return complete(complete, site, shape, draft);
    }
    if (m.count() != null) {
      draft.add(Reasons.counted(m.count()));
      return Optional.of(judged(countVerdict(m.count()), site, shape, draft));
    }
    if (m.decisive() == null) {
      if (rule.targets().stream().allMatch(target -> target.searchM() != null)) {
        return beyond(true, site, shape, draft);
      }
      draft.add(Reasons.none(rule));
      return Optional.of(judged(Verdict.PASS, site, shape, draft));
    }
    Measured decisive = m.decisive();
    if (decisive.verdict() == Verdict.NOT_ASSESSABLE) {
      draft.add(decisive.open());
      return Optional.of(draft.finish(Verdict.NOT_ASSESSABLE));
    }
    draft.add(VerdictReasons.of(decisive));
    return Optional.of(judged(decisive.verdict(), site, shape, draft));
  }

  private static Verdict countVerdict(Finding.Count count) {
    if (count.certain() > count.max()) {
      return Verdict.FAIL;
    }
    return count.possible() > count.max() ? Verdict.NEEDS_SURVEY : Verdict.PASS;
  }

  private Finding judged(Verdict verdict, Site site, SiteShape shape, FindingDraft draft) {
    if (site.approvalDate() == null && !ProjectType.EXISTING.code().equals(site.projectType())) {
      draft.add(Reasons.proposal(asOf));
    }
    if (verdict == Verdict.PASS) {
      return pass(site, shape, draft);
    }
    if (rule.kind().name() == RuleKind.Name.APPROVAL || rule.approval() != null) {
      String field = rule.approval() == null ? null : rule.approval().field();
      if (field != null && site.attributes().has(field)) {
        draft.add(Reasons.approved(field));
        return draft.finish(Verdict.EXEMPT, verdict);
      }
      draft.add(Reasons.needsApproval(rule.approval()));
    }
    if (isEarlier(site)) {
      if (rule.earlierProjects().policy() == Rule.EarlierProjects.Policy.GRANDFATHERED) {
        draft.add(Reasons.grandfathered(rule, site.approvalDate()));
        return draft.finish(Verdict.GRANDFATHERED, verdict);
      }
    } else if (ProjectType.EXISTING.code().equals(site.projectType())
        && !rule.subject().projectTypes().isEmpty()
        && site.approvalDate() != null) {
      draft.add(Reasons.judgedAsNew(rule, site.approvalDate()));
    }
    return draft.finish(verdict);
  }

  private Finding pass(Site site, SiteShape shape, FindingDraft draft) {
    List<String> open = new ArrayList<>();
    boolean invented = false;
    for (Map.Entry<String, Coverage> layer : coverage.entrySet()) {
      if (!shape.isCovered(layer.getValue(), false)) {
        boolean demo = site.allowsDemo() && shape.isCovered(layer.getValue(), true);
        invented |= demo;
        if (!demo) {
          open.add(layer.getKey());
        }
      }
    }
    if (!open.isEmpty()) {
      draft.add(Reasons.coverage(String.join(", ", open)));
      return draft.finish(Verdict.NOT_ASSESSABLE);
    }
    if (invented) {
      draft.addDemo(Reasons.demoCoverage());
    }
    return draft.finish(Verdict.PASS);
  }

  /** Whether the subject has what it must have, if it stands where the rule binds it. */
  private Optional<Finding> complete(
      RuleKind.Complete complete, Site site, SiteShape shape, FindingDraft draft) {
    Measured at = draft.measurement().decisive();
    Verdict near =
        rule.targets().isEmpty() ? Verdict.FAIL : at == null ? Verdict.PASS : at.verdict();
    List<RuleKind.Requirement> lacking =
        complete.requires().stream().filter(r -> !site.attributes().has(r.field())).toList();
    Logic forbidden =
        complete.forbids() == null ? Logic.FALSE : complete.forbids().test(site.attributes());
    boolean broken = !lacking.isEmpty() || forbidden == Logic.TRUE;
    if (near == Verdict.PASS) {
      return beyond(broken || forbidden == Logic.UNKNOWN, site, shape, draft);
    }
    if (!rule.targets().isEmpty()) {
      draft.add(VerdictReasons.nearness(at));
    }
    lacking.forEach(r -> draft.add(Reasons.lacking(r)));
    if (forbidden == Logic.TRUE) {
      draft.add(Reasons.forbidden(complete.forbids()));
    }
    if (!broken && forbidden == Logic.UNKNOWN) {
      List<String> missing = complete.forbids().missing(site.attributes());
      draft.add(Reasons.attribute(String.join(", ", missing)));
      return Optional.of(draft.finish(Verdict.NOT_ASSESSABLE));
    }
    if (!broken) {
      draft.add(Reasons.complete());
      return Optional.of(draft.finish(Verdict.PASS));
    }
    return Optional.of(
        near == Verdict.NOT_ASSESSABLE ? draft.finish(near) : judged(near, site, shape, draft));
  }

  /** Beyond reach the rule binds nobody, if it is certain that nothing else is near. */
  private Optional<Finding> beyond(
      boolean matters, Site site, SiteShape shape, FindingDraft draft) {
    boolean covered =
        coverage.values().stream()
            .allMatch(
                c -> shape.isCovered(c, false) || site.allowsDemo() && shape.isCovered(c, true));
    if (covered || !matters) {
      return Optional.empty();
    }
    draft.add(Reasons.coverage(String.join(", ", coverage.keySet())));
    return Optional.of(draft.finish(Verdict.NOT_ASSESSABLE));
  }
}

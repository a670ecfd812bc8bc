package cn.anlan.geo.rule.check;

import cn.anlan.geo.rule.Finding;
import cn.anlan.geo.rule.Reason;
import cn.anlan.geo.rule.Rule;
import cn.anlan.geo.rule.Site;
import cn.anlan.geo.rule.Verdict;
import cn.anlan.geo.rule.measure.Feature;
import cn.anlan.geo.rule.measure.Measured;
import cn.anlan.geo.rule.measure.Measurement;
import cn.anlan.geo.text.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A {@link Finding} in the making: gathers the measurement and the reasons of one site. */
final class FindingDraft {
  private final Rule rule;
  private final Site site;
  private final LocalDate asOf;
  private final List<Reason> reasons = new ArrayList<>();
  private Measurement measurement = Measurement.NONE;
  private boolean demo;

  FindingDraft(Rule rule, Site site, LocalDate asOf) {
    this.rule = rule;
    this.site = site;
    this.asOf = asOf;
    this.demo = site.demo();
  }

  void measured(Measurement measurement) {
    this.measurement = measurement;
  }

  Measurement measurement() {
    return measurement;
  }

  void add(Reason reason) {
    reasons.add(reason);
  }

  /** Adds a reason that says that invented data decided. */
  void addDemo(Reason reason) {
    demo = true;
    reasons.add(reason);
  }

  boolean hasReasons() {
    return !reasons.isEmpty();
  }

  Finding finish(Verdict verdict) {
    return finish(verdict, null);
  }

  Finding finish(Verdict verdict, Verdict underlying) {
    Measured m = measurement.decisive();
    Feature target = m == null ? null : m.target();
    addAssumptions(target);
    boolean known = m != null && m.threshold() != null;
    return new Finding(
        rule.id(),
        rule.version(),
        rule.kind().name().code(),
        site.layer(),
        site.id(),
        site.code(),
        site.name(),
        target == null ? firstLayer() : target.layer(),
        target == null ? null : (Long) target.id(),
        target == null ? null : target.code(),
        target == null ? null : target.name(),
        target == null ? null : target.definition(),
        m == null ? null : (Double) m.distanceM(),
        known ? (Double) m.threshold().metres() : plainThresholdM(),
        known ? m.threshold().source() : null,
        m == null ? null : m.marginM(),
        m == null ? null : m.uncertaintyM(),
        verdict,
        underlying,
        site.projectType(),
        site.approvalDate(),
        null,
        null,
        asOf,
        m == null ? null : m.subjectPoint(),
        m == null ? null : m.targetPoint(),
        site.outsideProvince(),
        demo,
        m == null ? null : m.proxy(),
        measurement.count(),
        m == null ? null : m.direction(),
        evidenceMissing(),
        List.copyOf(reasons),
        measurement.secondary().stream().map(Measured::toSecondary).toList());
  }

  private String firstLayer() {
    return rule.targets().isEmpty() ? null : rule.targets().get(0).layer();
  }

  private Double plainThresholdM() {
    return rule.plainThresholdM().isPresent() ? rule.plainThresholdM().getAsDouble() : null;
  }

  /** What the data do not hold; a proposal has nothing but what it says of itself. */
  private List<Text> evidenceMissing() {
    return rule.evidence().stream()
        .filter(e -> e.field() == null ? site.proposal() : !site.attributes().has(e.field()))
        .map(Rule.Evidence::title)
        .toList();
  }

  private void addAssumptions(Feature target) {
    if (site.proposal() && site.sigmaM() == null && site.geometry() != null) {
      add(Reasons.assumedSubjectAccuracy());
    }
    if (site.demo()) {
      add(Reasons.demoSite());
    }
    if (target == null) {
      return;
    }
    if (target.demo()) {
      addDemo(target.definition() == null ? Reasons.demoTarget(target) : Reasons.demoShore());
    } else if (target.definitionAssumed()) {
      add(Reasons.assumedDefinitionAccuracy());
    }
  }
}

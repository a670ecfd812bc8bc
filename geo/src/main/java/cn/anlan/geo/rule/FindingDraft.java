package cn.anlan.geo.rule;

import java.util.ArrayList;
import java.util.List;

/** A {@link Finding} in the making: gathers the measurement and the reasons of one site. */
final class FindingDraft {
  private final Rule rule;
  private final Site site;
  private final List<Reason> reasons = new ArrayList<>();
  private Measurement measurement = new Measurement(null, List.of());
  private boolean demo;

  FindingDraft(Rule rule, Site site) {
    this.rule = rule;
    this.site = site;
    this.demo = site.demo();
  }

  void measured(Measurement measurement) {
    this.measurement = measurement;
  }

  Measured decisive() {
    return measurement.decisive();
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

  Finding grandfather(Verdict underlying) {
    return finish(Verdict.GRANDFATHERED, underlying);
  }

  Finding finish(Verdict verdict) {
    return finish(verdict, null);
  }

  private Finding finish(Verdict verdict, Verdict underlying) {
    Measured m = measurement.decisive();
    Shore shore = m == null ? null : m.candidate().shore();
    addAssumptions(shore);
    return new Finding(
        rule.id(),
        rule.version(),
        site.layer(),
        site.id(),
        site.code(),
        site.name(),
        rule.target().layer(),
        shore == null ? null : (Long) shore.id(),
        shore == null ? null : shore.code(),
        shore == null ? null : shore.waterName(),
        shore == null ? null : shore.definition(),
        m == null ? null : (Double) m.distanceM(),
        rule.thresholdM(),
        m == null ? null : (Double) (m.distanceM() - rule.thresholdM()),
        m == null ? null : m.uncertaintyM(),
        verdict,
        underlying,
        m == null ? null : m.subjectPoint(),
        m == null ? null : m.targetPoint(),
        site.outsideProvince(),
        demo,
        List.copyOf(reasons),
        measurement.secondary().stream().map(s -> s.toSecondary(rule.thresholdM())).toList());
  }

  private void addAssumptions(Shore shore) {
    if (site.proposal() && site.sigmaM() == null) {
      add(Reasons.assumedSubjectAccuracy());
    }
    if (site.demo()) {
      add(Reasons.demoSite());
    }
    if (shore == null) {
      return;
    }
    if (shore.isDemo()) {
      addDemo(Reasons.demoShore());
    } else if (shore.sigmaDefinitionM() == null && !shore.definition().equals("legal")) {
      add(Reasons.assumedDefinitionAccuracy());
    }
  }
}

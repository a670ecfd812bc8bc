package cn.anlan.web.checks;

import cn.anlan.geo.rule.Rule;
import cn.anlan.geo.text.Text;
import java.time.LocalDate;

/** A rule as the page shows it. */
record RuleSummary(
    String id,
    String version,
    Text title,
    String kind,
    double thresholdM,
    Rule.Basis basis,
    LocalDate validFrom,
    LocalDate validTo,
    Rule.SignOff signOff,
    String origin) {
  static RuleSummary of(Rule rule) {
    return new RuleSummary(
        rule.id(),
        rule.version(),
        rule.title(),
        "min",
        rule.thresholdM(),
        rule.basis(),
        rule.valid().from(),
        rule.valid().to(),
        rule.signOff(),
        rule.origin());
  }
}

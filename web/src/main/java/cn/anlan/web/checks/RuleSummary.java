package cn.anlan.web.checks;

import cn.anlan.geo.rule.Rule;
import cn.anlan.geo.rule.Target;
import cn.anlan.geo.text.Text;
import java.time.LocalDate;
import java.util.List;

/**
 * A rule as the page shows it.
 *
 * @param thresholdM the distance in metres where it is one and the same for all, else null
 */
record RuleSummary(
    String id,
    String version,
    Text title,
    String kind,
    String subjectLayer,
    List<String> targetLayers,
    Rule.Severity severity,
    Double thresholdM,
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
        rule.kind().name().code(),
        rule.subject().layer(),
        rule.targets().stream().map(Target::layer).distinct().toList(),
        rule.severity(),
        rule.plainThresholdM().isPresent() ? rule.plainThresholdM().getAsDouble() : null,
        rule.basis(),
        rule.valid().from(),
        rule.valid().to(),
        rule.signOff(),
        rule.origin());
  }
}

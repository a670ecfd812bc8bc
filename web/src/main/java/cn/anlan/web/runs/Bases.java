package cn.anlan.web.runs;

import cn.anlan.data.runs.RuleState;
import cn.anlan.data.runs.RunDifference.Side;
import cn.anlan.geo.rule.Finding;
import cn.anlan.web.Anlan;
import cn.anlan.web.checks.CheckRun;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What verdicts are based on that are not stored as runs. */
public final class Bases {
  private Bases() {}

  /** The present rules on a day, at a data version. */
  public static Basis now(CheckRun checks, long dataVersion, LocalDate asOf) {
    List<RuleState> rules =
        checks.rules(List.of(), asOf).stream()
            .map(
                rule ->
                    new RuleState(
                        rule.id(),
                        rule.subject().layer(),
                        rule.version(),
                        checks.digest(rule.id()),
                        rule.valid().isInForce(asOf),
                        0,
                        Map.of(),
                        0))
            .toList();
    return new Basis(dataVersion, asOf, Anlan.VERSION, rules);
  }

  /** What of a finding tells whether, and why, it has changed. */
  public static Side side(Finding finding) {
    return new Side(
        finding.ruleVersion(),
        finding.subjectId(),
        finding.verdict().name(),
        finding.underlyingVerdict() == null ? null : finding.underlyingVerdict().name(),
        finding.targetLayer(),
        finding.targetId(),
        finding.targetCode(),
        finding.distanceM());
  }
}

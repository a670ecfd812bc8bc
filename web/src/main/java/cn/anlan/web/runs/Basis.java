package cn.anlan.web.runs;

import cn.anlan.data.runs.RuleState;
import cn.anlan.data.runs.StoredRun;
import java.time.LocalDate;
import java.util.List;

/** What a verdict was based on: a data version, a day, the rules, the program. */
public record Basis(
    long dataVersion, LocalDate asOf, String programVersion, List<RuleState> rules) {
  static Basis of(StoredRun run) {
    return new Basis(run.dataVersion(), run.asOf(), run.programVersion(), run.rules());
  }

  /** The wording of a rule that holds here, else the one that does not; null without the rule. */
  RuleState rule(String id, String layer) {
    RuleState found = null;
    for (RuleState rule : rules) {
      if (rule.id().equals(id) && rule.layer().equals(layer) && (found == null || rule.inForce())) {
        found = rule;
      }
    }
    return found;
  }
}

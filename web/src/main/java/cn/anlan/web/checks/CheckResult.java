package cn.anlan.web.checks;

import cn.anlan.geo.rule.Evaluation;
import cn.anlan.geo.rule.Finding;
import cn.anlan.geo.rule.Rule;
import cn.anlan.geo.rule.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A check's outcome. The names of the components are the names in JSON, and stable. */
public record CheckResult(Manifest manifest, List<Finding> findings) {
  /**
   * What the findings came from, so that they can be computed again.
   *
   * @param program the version of this program
   * @param inputHash SHA-256 over rules, data version, day and program: equal means equal findings
   * @param shorelines how many shorelines were loaded
   * @param notApplicable sites that a rule does not reach; they have no finding
   */
  public record Manifest(
      long dataVersion,
      LocalDate asOf,
      String program,
      String inputHash,
      int shorelines,
      List<RuleRun> rules,
      Map<Verdict, Integer> counts,
      int notApplicable) {}

  /**
   * One rule of the run.
   *
   * @param sites how many sites its layer holds
   * @param inForce whether the rule was in force on the day
   */
  public record RuleRun(
      String id,
      String version,
      String origin,
      Rule.Basis basis,
      boolean inForce,
      int sites,
      Map<Verdict, Integer> counts,
      int notApplicable) {
    static RuleRun of(Rule rule, int sites, Evaluation evaluation, boolean inForce) {
      return new RuleRun(
          rule.id(),
          rule.version(),
          rule.origin(),
          rule.basis(),
          inForce,
          sites,
          evaluation.counts(),
          evaluation.notApplicable());
    }
  }
}

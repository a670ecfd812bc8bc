package cn.anlan.geo.rule;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The outcome of one rule over many sites.
 *
 * @param findings in the order of the sites' layer, code and id
 * @param notApplicable how many sites the rule does not reach; they have no finding
 * @param counts for every verdict, also those with none
 */
public record Evaluation(List<Finding> findings, int notApplicable, Map<Verdict, Integer> counts) {
  /** Counts the findings. */
  public static Evaluation of(List<Finding> findings, int notApplicable) {
    Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    for (Verdict verdict : Verdict.values()) {
      counts.put(verdict, 0);
    }
    findings.forEach(f -> counts.merge(f.verdict(), 1, Integer::sum));
    return new Evaluation(findings, notApplicable, Collections.unmodifiableMap(counts));
  }
}

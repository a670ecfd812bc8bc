package cn.anlan.web.runs;

import cn.anlan.data.runs.RunStore;
import java.util.HashMap;
import java.util.Map;

/** How far the findings of a stored run looked, read when first asked for. */
final class Reaches {
  private final RunStore runs;
  private final long runId;
  private Map<String, Map<Long, String>> byRule;

  Reaches(RunStore runs, long runId) {
    this.runs = runs;
    this.runId = runId;
  }

  /** Those of one rule. */
  OfRule of(RuleReads reads, String ruleKey) {
    if (byRule == null) {
      byRule = new HashMap<>();
      runs.readReaches(
          runId,
          (id, subject, reaches) ->
              byRule.computeIfAbsent(id, key -> new HashMap<>()).put(subject, reaches));
    }
    return new OfRule(reads, byRule.getOrDefault(ruleKey, Map.of()));
  }

  /**
   * Of one rule, by the subject's id. A subject without a finding may be bound by nothing that
   * there is, so it looked everywhere; and where two targets of the rule share a layer the finding
   * does not tell which of them looked how far.
   */
  record OfRule(RuleReads reads, Map<Long, String> bySubject) {
    /** Metres; infinite where everything in the layer was looked at. */
    double metres(long subjectId, String layer) {
      String reaches = bySubject.get(subjectId);
      if (reaches == null || reads.shared().contains(layer)) {
        return Double.POSITIVE_INFINITY;
      }
      for (String reach : reaches.split(" ")) {
        int equals = reach.indexOf('=');
        if (equals == layer.length() && reach.startsWith(layer)) {
          return reads.offsetM() + Double.parseDouble(reach.substring(equals + 1));
        }
      }
      return Double.POSITIVE_INFINITY;
    }
  }
}

package cn.anlan.web.runs;

import cn.anlan.data.runs.RunStore;
import java.util.HashMap;
import java.util.Map;

/** How far the findings of a stored run looked, read when first asked for. */
final class Reaches {
  private final RunStore runs;
  private final long runId;
  private Map<String, Map<Long, Double>> byRule;

  Reaches(RunStore runs, long runId) {
    this.runs = runs;
    this.runId = runId;
  }

  /** Metres by the subject's id; infinite where nothing was found to measure to. */
  Map<Long, Double> of(String rule) {
    if (byRule == null) {
      byRule = new HashMap<>();
      runs.readReaches(
          runId,
          (id, subject, reachM) ->
              byRule
                  .computeIfAbsent(id, key -> new HashMap<>())
                  .put(subject, Double.isNaN(reachM) ? Double.POSITIVE_INFINITY : reachM));
    }
    return byRule.getOrDefault(rule, Map.of());
  }
}

package cn.anlan.data.runs;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A run before it is stored.
 *
 * @param rules with counts still open
 */
public record RunDraft(
    long dataVersion,
    LocalDate asOf,
    String programVersion,
    List<String> selection,
    List<RuleState> rules,
    List<LayerState> layers,
    String inputsHash) {

  /**
   * Which findings of an earlier run still hold: those of {@code keptRules}, by {@link
   * RuleState#key}, without those of the subjects that were evaluated anew.
   *
   * @param evaluatedIds for each kept rule the ids of the subjects evaluated anew; none is empty
   */
  public record Carry(long baseRunId, Set<String> keptRules, Map<String, Set<Long>> evaluatedIds) {}
}

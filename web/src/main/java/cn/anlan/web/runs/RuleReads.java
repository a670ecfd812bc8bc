package cn.anlan.web.runs;

import cn.anlan.geo.rule.Rule;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which layers a rule's findings depend on, and how.
 *
 * @param subjects the layer whose rows are judged: a change concerns the row itself
 * @param targets layers of what is measured to: a change concerns the subjects in its reach
 * @param others layers of which any change may concern any subject
 * @param distanceM the farthest distance that the rule can ask for
 */
record RuleReads(String subjects, Set<String> targets, Set<String> others, double distanceM) {
  static final String SHORES = "shoreline";
  static final String WATERS = "water_body";
  static final String COVERAGE = "coverage";
  static final String REGIONS = "region";

  static RuleReads of(Rule rule) {
    return new RuleReads(
        rule.subject().layer(), Set.of(rule.target().layer()), Set.of(), rule.thresholdM());
  }

  /** All layers, also those that every rule reads. */
  Set<String> layers() {
    Set<String> layers = new TreeSet<>(targets);
    layers.addAll(others);
    layers.add(subjects);
    layers.add(COVERAGE);
    layers.add(REGIONS);
    if (targets.contains(SHORES)) {
      layers.add(WATERS);
    }
    return layers;
  }
}

package cn.anlan.data.runs;

import java.util.Map;

/**
 * One rule of a stored run, for one of its subject layers. The names are those of the JSON.
 *
 * @param layer whose rows are judged: a rule may bind several
 * @param digest SHA-256 of the rule as it was read: also an edit that kept the version shows
 * @param inForce whether it was in force on the run's day
 * @param subjects how many rows its subject layer had
 * @param counts findings by verdict
 * @param notApplicable subjects without a finding
 */
public record RuleState(
    String id,
    String layer,
    String version,
    String digest,
    boolean inForce,
    int subjects,
    Map<String, Integer> counts,
    int notApplicable) {

  /** Tells the rules of a run apart: {@code R08/filling_station}. */
  public String key() {
    return id + "/" + layer;
  }

  /** The same rule with its outcome. */
  RuleState counted(Map<String, Integer> found) {
    int findings = found.values().stream().mapToInt(Integer::intValue).sum();
    return new RuleState(
        id, layer, version, digest, inForce, subjects, Map.copyOf(found), subjects - findings);
  }
}

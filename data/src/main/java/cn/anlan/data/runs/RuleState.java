package cn.anlan.data.runs;

import java.util.Map;

/**
 * One rule of a stored run. The names are those of the JSON.
 *
 * @param digest SHA-256 of the rule as it was read: also an edit that kept the version shows
 * @param inForce whether it was in force on the run's day
 * @param subjects how many rows its subject layer had
 * @param counts findings by verdict
 * @param notApplicable subjects without a finding
 */
public record RuleState(
    String id,
    String version,
    String digest,
    boolean inForce,
    int subjects,
    Map<String, Integer> counts,
    int notApplicable) {

  /** The same rule with its outcome. */
  RuleState counted(Map<String, Integer> found) {
    int findings = found.values().stream().mapToInt(Integer::intValue).sum();
    return new RuleState(
        id, version, digest, inForce, subjects, Map.copyOf(found), subjects - findings);
  }
}

package cn.anlan.data.runs;

/**
 * A finding as it is stored: what is searched and joined by stands in columns, the whole of it in
 * {@code json}.
 *
 * @param reaches how far from the subject was looked, in metres by layer ({@code road=812.5
 *     shoreline=40}): a target farther away does not change the finding. In a layer that is not
 *     named everything was looked at; null where nothing is named
 * @param hash SHA-256 of {@code json}
 */
public record FindingRow(
    String rule,
    String ruleVersion,
    String subjectLayer,
    long subjectId,
    String subjectCode,
    String targetLayer,
    Long targetId,
    String targetCode,
    String verdict,
    String underlyingVerdict,
    Double distanceM,
    Double thresholdM,
    Double marginM,
    Double uncertaintyM,
    String reaches,
    boolean demo,
    byte[] hash,
    String json) {

  static final String COLUMNS =
      "rule, rule_version, subject_layer, subject_id, subject_code, target_layer, target_id,"
          + " target_code, verdict, underlying_verdict, distance_m, threshold_m, margin_m,"
          + " uncertainty_m, reaches, is_demo, hash, finding";
}

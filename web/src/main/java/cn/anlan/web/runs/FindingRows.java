package cn.anlan.web.runs;

import cn.anlan.data.runs.FindingRow;
import cn.anlan.geo.rule.Finding;
import java.util.Comparator;
import tools.jackson.databind.json.JsonMapper;

/** Findings as they are stored. */
final class FindingRows {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** The order of a stored run. */
  static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::rule)
          .thenComparing(Finding::subjectLayer)
          .thenComparing(FindingRows::code)
          .thenComparing(Finding::subjectId);

  private FindingRows() {}

  static FindingRow row(Finding finding) {
    String json = JSON.writeValueAsString(finding);
    return new FindingRow(
        finding.rule(),
        finding.ruleVersion(),
        finding.subjectLayer(),
        finding.subjectId(),
        code(finding),
        finding.targetLayer(),
        finding.targetId(),
        finding.targetCode(),
        finding.verdict().name(),
        finding.underlyingVerdict() == null ? null : finding.underlyingVerdict().name(),
        finding.distanceM(),
        finding.thresholdM(),
        finding.marginM(),
        finding.uncertaintyM(),
        reachM(finding),
        finding.isDemo(),
        Digest.bytes(json),
        json);
  }

  private static String code(Finding finding) {
    return finding.subjectCode() == null ? "" : finding.subjectCode();
  }

  /** The farthest distance that the finding names; null where nothing was measured. */
  private static Double reachM(Finding finding) {
    if (finding.distanceM() == null) {
      return null;
    }
    double reachM = Math.abs(finding.distanceM());
    for (Finding.Secondary other : finding.secondary()) {
      reachM = Math.max(reachM, Math.abs(other.distanceM()));
    }
    return reachM;
  }
}

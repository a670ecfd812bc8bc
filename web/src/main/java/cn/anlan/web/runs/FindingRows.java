package cn.anlan.web.runs;

import cn.anlan.data.runs.FindingRow;
import cn.anlan.geo.rule.Finding;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Findings as they are stored. */
final class FindingRows {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** The order of a stored run. */
  static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::rule)
          .thenComparing(Finding::subjectLayer)
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
        reaches(finding),
        finding.isDemo(),
        Digest.bytes(json),
        json);
  }

  private static String code(Finding finding) {
    return finding.subjectCode() == null ? "" : finding.subjectCode();
  }

  /** Of each layer the farthest distance that the finding names. */
  private static String reaches(Finding finding) {
    Map<String, Double> reaches = new TreeMap<>();
    if (finding.targetLayer() != null && finding.distanceM() != null) {
      reaches.put(finding.targetLayer(), Math.abs(unmoved(finding)));
    }
    for (Finding.Secondary other : finding.secondary()) {
      reaches.merge(other.targetLayer(), Math.abs(other.distanceM()), Math::max);
    }
    return reaches.isEmpty()
        ? null
        : reaches.entrySet().stream()
            .map(e -> e.getKey() + "=" + e.getValue())
            .collect(Collectors.joining(" "));
  }

  /** As measured, before a proxy's offset was taken off. */
  private static double unmoved(Finding finding) {
    return finding.proxy() == null ? finding.distanceM() : finding.proxy().measuredM();
  }
}

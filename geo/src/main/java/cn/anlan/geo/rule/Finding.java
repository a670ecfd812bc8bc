package cn.anlan.geo.rule;

import java.util.ArrayList;
import java.util.List;

/**
 * What the check says of one site under one rule. The component names are the JSON names of the API
 * and of files, so they are stable. Lengths are metres; points are [lon, lat] in CGCS2000; what is
 * not known is null.
 *
 * @param targetId the decisive shore; null where there is none
 * @param targetName the water's name
 * @param marginM {@code distanceM − thresholdM}: negative is too near
 * @param uncertaintyM U = 2·√(σ_subject² + σ_target² + σ_definition²)
 * @param underlyingVerdict what a GRANDFATHERED site would otherwise be
 * @param isDemo whether anything that decided it is invented
 * @param secondary other shores within reach, and other shores of the decisive water, nearest first
 */
public record Finding(
    String rule,
    String ruleVersion,
    String subjectLayer,
    long subjectId,
    String subjectCode,
    String subjectName,
    String targetLayer,
    Long targetId,
    String targetCode,
    String targetName,
    String targetDefinition,
    Double distanceM,
    double thresholdM,
    Double marginM,
    Double uncertaintyM,
    Verdict verdict,
    Verdict underlyingVerdict,
    List<Double> subjectPoint,
    List<Double> targetPoint,
    boolean outsideProvince,
    boolean isDemo,
    List<Reason> reasons,
    List<Secondary> secondary) {

  /** The same finding with one more reason, for what was assumed before the rule was asked. */
  public Finding withReason(Reason reason) {
    List<Reason> all = new ArrayList<>(reasons);
    all.add(reason);
    return new Finding(
        rule,
        ruleVersion,
        subjectLayer,
        subjectId,
        subjectCode,
        subjectName,
        targetLayer,
        targetId,
        targetCode,
        targetName,
        targetDefinition,
        distanceM,
        thresholdM,
        marginM,
        uncertaintyM,
        verdict,
        underlyingVerdict,
        subjectPoint,
        targetPoint,
        outsideProvince,
        isDemo,
        List.copyOf(all),
        secondary);
  }

  /**
   * A shore that did not decide.
   *
   * @param verdict what it alone would have led to, coverage and earlier approval apart
   */
  public record Secondary(
      long targetId,
      String targetCode,
      String targetName,
      String targetDefinition,
      double distanceM,
      double marginM,
      Double uncertaintyM,
      Verdict verdict,
      List<Double> subjectPoint,
      List<Double> targetPoint,
      boolean isDemo) {}
}

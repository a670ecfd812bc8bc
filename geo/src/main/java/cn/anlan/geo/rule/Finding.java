package cn.anlan.geo.rule;

import cn.anlan.geo.text.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What the check says of one site under one rule. The component names are the JSON names of the API
 * and of files, so they are stable. Lengths are metres; points are [lon, lat] in CGCS2000; what is
 * not known is null.
 *
 * @param kind the rule's kind, as rule files write it
 * @param targetId the decisive target; null where there is none
 * @param targetName its name; of a shore, the water's
 * @param targetDefinition of a shore only
 * @param distanceM to what the law measures to: less by a proxy's offset; inside a zone the
 *     negative depth; along a river the length along its centre line
 * @param thresholdM the distance that this pair must keep; null where none is known
 * @param thresholdSource where that figure stands
 * @param marginM {@code distanceM − thresholdM}: negative is too near
 * @param uncertaintyM U = 2·√(σ_subject² + σ_target² + σ_definition² + σ_proxy²)
 * @param underlyingVerdict what a GRANDFATHERED site would otherwise be, or one that is EXEMPT
 *     because it holds the approval
 * @param approvalDate since when the site lawfully stands
 * @param approvalVerdict what the version of the rule in force on that day says of it; null where
 *     none was in force, or there is no date
 * @param approvalRuleVersion that version
 * @param asOf the day whose rules and facts count
 * @param isDemo whether anything that decided it is invented
 * @param proxy what the target's geometry stands in for
 * @param count of a {@code count} rule
 * @param direction whether the site is upstream or downstream of the target, along a river
 * @param evidenceMissing what belongs into the file and is not in the data
 * @param secondary other targets within reach, nearest first
 */
public record Finding(
    String rule,
    String ruleVersion,
    String kind,
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
    Double thresholdM,
    String thresholdSource,
    Double marginM,
    Double uncertaintyM,
    Verdict verdict,
    Verdict underlyingVerdict,
    String projectType,
    LocalDate approvalDate,
    Verdict approvalVerdict,
    String approvalRuleVersion,
    LocalDate asOf,
    List<Double> subjectPoint,
    List<Double> targetPoint,
    boolean outsideProvince,
    boolean isDemo,
    Proxy proxy,
    Count count,
    String direction,
    List<Text> evidenceMissing,
    List<Reason> reasons,
    List<Secondary> secondary) {

  /** The same finding with one more reason, for what was assumed before the rule was asked. */
  public Finding withReason(Reason reason) {
    List<Reason> all = new ArrayList<>(reasons);
    all.add(reason);
    return with(approvalVerdict, approvalRuleVersion, List.copyOf(all));
  }

  /** The same finding with what was the law when the site was approved. */
  public Finding atApproval(Verdict then, String version) {
    return with(then, version, reasons);
  }

  private Finding with(Verdict then, String version, List<Reason> why) {
    return new Finding(
        rule,
        ruleVersion,
        kind,
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
        thresholdSource,
        marginM,
        uncertaintyM,
        verdict,
        underlyingVerdict,
        projectType,
        approvalDate,
        then,
        version,
        asOf,
        subjectPoint,
        targetPoint,
        outsideProvince,
        isDemo,
        proxy,
        count,
        direction,
        evidenceMissing,
        why,
        secondary);
  }

  /**
   * The layer's geometry only stands in for what the law measures to.
   *
   * @param measuredM the distance to the geometry itself
   * @param offsetM how much nearer the true line is taken to be
   * @param extentM how far what is drawn as a point reaches, in a direction that is not known; null
   *     where it is no point
   */
  public record Proxy(
      Text standsFor,
      double measuredM,
      double offsetM,
      double sigmaM,
      Double extentM,
      String source) {}

  /**
   * What was counted.
   *
   * @param certain what is within reach beyond doubt
   * @param possible the same with what may be within reach, given the accuracies
   * @param of the field that was added up; null where features were counted
   */
  public record Count(long certain, long possible, long max, double withinM, String of) {}

  /**
   * A target that did not decide.
   *
   * @param verdict what it alone would have led to, coverage and earlier approval apart
   */
  public record Secondary(
      String targetLayer,
      long targetId,
      String targetCode,
      String targetName,
      String targetDefinition,
      double distanceM,
      Double thresholdM,
      Double marginM,
      Double uncertaintyM,
      Verdict verdict,
      List<Double> subjectPoint,
      List<Double> targetPoint,
      boolean isDemo) {}
}

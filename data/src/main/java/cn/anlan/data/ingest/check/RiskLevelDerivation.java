package cn.anlan.data.ingest.check;

import cn.anlan.analytics.grade.GradingTable;
import cn.anlan.analytics.grade.GradingTable.Factor;
import cn.anlan.analytics.grade.GradingTable.Grade;
import cn.anlan.analytics.grade.GradingTables;
import cn.anlan.data.ingest.mapping.ColumnMapping;
import cn.anlan.data.ingest.value.ValueReader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The derivation {@code risk_level}: where a method and its factors are given, score and level are
 * computed and stand; the delivered level is kept in {@code level_reported}, and a difference is
 * said. Without factors the delivered level stands as it is.
 */
public final class RiskLevelDerivation {
  /** The word of the catalogue's {@code derive} that asks for it. */
  public static final String ID = "risk_level";

  private static final String METHOD = "method";
  private static final String SCORE = "score";
  private static final String LEVEL = "level";
  private static final String REPORTED = "level_reported";
  private static final List<String> FACTORS =
      List.of("factor_l", "factor_m", "factor_e", "factor_c", "factor_s");

  private final GradingTables methods;

  /**
   * @param methods by which factors are graded: ours with the office's in place of ours
   */
  RiskLevelDerivation(GradingTables methods) {
    this.methods = methods;
  }

  /** The fields that it can fill when the file brings the method and some factor. */
  public static Set<String> provides(ColumnMapping mapping) {
    boolean factors = FACTORS.stream().anyMatch(mapping::has);
    return mapping.has(METHOD) && factors ? Set.of(SCORE, LEVEL, REPORTED) : Set.of();
  }

  /** Completes the values of one row. */
  void apply(Map<String, Object> values, RowIssues issues) {
    if (FACTORS.stream().map(values::get).allMatch(Objects::isNull)) {
      return;
    }
    String method = (String) values.get(METHOD);
    GradingTable table = methods.findMethod(method).orElse(null);
    if (table == null) {
      issues.reject(
          METHOD,
          method,
          "给了因子但没有评估方法 (factors without a method)",
          "填写 lec、ls 或 mes,或用 --set method=lec");
      return;
    }
    List<String> needed = table.factors().stream().map(f -> "factor_" + f.name()).toList();
    if (!complete(needed, values, issues)) {
      return;
    }
    List<BigDecimal> scores =
        needed.stream().map(f -> BigDecimal.valueOf((Double) values.get(f))).toList();
    List<Factor> offList = table.findOffList(scores);
    for (Factor factor : offList) {
      issues.reject(
          "factor_" + factor.name(),
          values.get("factor_" + factor.name()),
          "不是“" + factor.title().zh() + "”的分值 (not a score of this factor)",
          "可用: " + factor.allowed());
    }
    if (offList.isEmpty()) {
      complete(table.grade(scores), values, issues);
    }
  }

  private static boolean complete(
      List<String> needed, Map<String, Object> values, RowIssues issues) {
    boolean complete = true;
    for (String factor : needed) {
      if (values.get(factor) == null) {
        issues.reject(factor, null, "缺少因子 (factor is missing)", "补上该因子,或不填其他因子");
        complete = false;
      }
    }
    return complete;
  }

  private static void complete(Grade grade, Map<String, Object> values, RowIssues issues) {
    Double deliveredScore = (Double) values.get(SCORE);
    double score = grade.score().doubleValue();
    if (deliveredScore != null && Math.abs(deliveredScore - score) > 1e-6 * Math.max(1, score)) {
      issues.warn(
          SCORE,
          deliveredScore,
          "按因子计算为 " + ValueReader.text(score) + " (computed score differs)",
          "以计算值为准;请核对因子");
    }
    values.put(SCORE, score);
    Long delivered = (Long) values.get(LEVEL);
    long computed = grade.level();
    if (delivered != null && delivered != computed) {
      issues.warn(
          LEVEL,
          delivered,
          "按因子计算为 " + computed + " 级 (computed level differs)",
          "以计算等级为准,申报等级保留在 level_reported;请核对因子");
    }
    values.put(LEVEL, computed);
    if (values.get(REPORTED) == null) {
      values.put(REPORTED, delivered);
    }
  }
}

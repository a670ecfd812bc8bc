package cn.anlan.analytics.grade.explain;

import cn.anlan.analytics.grade.GradingTable;
import cn.anlan.analytics.grade.GradingTable.Factor;
import cn.anlan.analytics.grade.GradingTable.Grade;
import cn.anlan.analytics.grade.GradingTables;
import cn.anlan.analytics.grade.RiskColour;
import cn.anlan.analytics.grade.explain.GradeExplanation.Band;
import cn.anlan.analytics.grade.explain.GradeExplanation.FactorValue;
import cn.anlan.analytics.grade.explain.GradeExplanation.Score;
import cn.anlan.analytics.grade.explain.Ungradable.Fault;
import cn.anlan.geo.text.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Explains the grade of a risk point by LEC, LS or MES (domain: scores on lists only). */
public final class RiskPointExplainer {
  /** Fields of the layer are the factor's letter behind this. */
  public static final String FACTOR = "factor_";

  private final GradingTables tables;

  public RiskPointExplainer(GradingTables tables) {
    this.tables = tables;
  }

  /**
   * A stored risk point.
   *
   * @param method {@code lec}, {@code ls}, {@code mes} or null
   * @param factors scores by their letter in lower case; missing ones are absent
   * @param level as stored, or null
   */
  public record RiskPoint(String method, Map<String, BigDecimal> factors, Integer level) {}

  /**
   * Where no factor is stored, the reported level is given as it is, and said to be reported.
   *
   * @throws Ungradable where factors are missing, off their list or without a method
   */
  public GradeExplanation explain(RiskPoint point) {
    if (point.factors().values().stream().allMatch(Objects::isNull)) {
      return reported(point.level());
    }
    GradingTable table =
        tables
            .findMethod(point.method())
            .orElseThrow(
                () ->
                    new Ungradable(
                        List.of(
                            new Fault(
                                "method",
                                point.method(),
                                "给了因子但没有可用的评估方法 (factors without a known method)",
                                "取 (take) lec, ls, mes"))));
    List<BigDecimal> scores = scores(table, point.factors());
    Grade grade = table.grade(scores);
    ProductBands bands = new ProductBands(table);
    RiskColour colour = RiskColour.of(grade.level());
    List<FactorValue> factors = new ArrayList<>();
    for (int i = 0; i < scores.size(); i++) {
      Factor factor = table.factors().get(i);
      factors.add(
          new FactorValue(
              FACTOR + factor.name(),
              factor.title(),
              scores.get(i),
              Words.number(scores.get(i), null),
              null,
              new Text("可取 " + factor.allowed(), "of " + factor.allowed())));
    }
    Text score =
        Words.same(
            table.symbol()
                + " = "
                + table.factors().stream()
                    .map(f -> f.name().toUpperCase(java.util.Locale.ROOT))
                    .collect(Collectors.joining("·"))
                + " = "
                + scores.stream().map(Words::number).collect(Collectors.joining(" × "))
                + " = "
                + Words.number(grade.score()));
    Text range = bands.range(grade.band());
    Text read =
        new Text(
            range.zh() + " ⇒ " + grade.band().title().zh() + " ⇒ " + colour.title().zh(),
            range.en() + " ⇒ " + grade.band().title().en() + " ⇒ " + colour.title().en());
    return new GradeExplanation(
        grade.level(),
        colour.code(),
        colour.title(),
        RiskColour.SCALE,
        new Score(table.symbol(), new Text("风险值", "risk score"), grade.score(), false),
        tables.ref(table),
        factors,
        List.of(score, read),
        new Band(grade.band().title(), range),
        bands.toNextBetter(scores, grade),
        Words.stored("level", point.level(), grade.level(), title(point.level()), colour.title()),
        List.of());
  }

  private static List<BigDecimal> scores(GradingTable table, Map<String, BigDecimal> factors) {
    List<Fault> faults = new ArrayList<>();
    List<BigDecimal> scores = new ArrayList<>();
    for (Factor factor : table.factors()) {
      BigDecimal score = factors.get(factor.name());
      scores.add(score);
      String reason =
          score == null
              ? "缺少因子“" + factor.title().zh() + "” (factor is missing)"
              : factor.values().stream().noneMatch(v -> v.compareTo(score) == 0)
                  ? "不是“" + factor.title().zh() + "”的分值 (not a score of this factor)"
                  : null;
      if (reason != null) {
        faults.add(
            new Fault(
                FACTOR + factor.name(),
                score == null ? null : Words.number(score),
                reason,
                FACTOR + factor.name() + " 可取 (take) " + factor.allowed()));
      }
    }
    if (!faults.isEmpty()) {
      throw new Ungradable(faults);
    }
    return scores;
  }

  private static GradeExplanation reported(Integer level) {
    RiskColour colour = level == null ? null : RiskColour.of(level);
    return new GradeExplanation(
        level,
        colour == null ? null : colour.code(),
        title(level),
        RiskColour.SCALE,
        null,
        null,
        List.of(),
        List.of(),
        null,
        List.of(),
        null,
        List.of(
            new Text(
                "台账没有评估因子：等级照申报，未经计算；补齐方法和因子后才能说明理由",
                "no factors are stored: the level is as reported, not computed; with method and"
                    + " factors it could be explained")));
  }

  private static Text title(Integer level) {
    return level == null ? null : RiskColour.of(level).title();
  }
}

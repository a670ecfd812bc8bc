package cn.anlan.analytics.grade.explain;

import cn.anlan.analytics.grade.EnterpriseTable;
import cn.anlan.analytics.grade.EnterpriseTable.CountRule;
import cn.anlan.analytics.grade.GradingTables;
import cn.anlan.analytics.grade.RiskColour;
import cn.anlan.analytics.grade.explain.GradeExplanation.FactorValue;
import cn.anlan.geo.text.Text;
import java.util.ArrayList;
import java.util.List;

/** Explains the risk level of an enterprise from its risk points. */
public final class EnterpriseExplainer {
  private final GradingTables tables;

  public EnterpriseExplainer(GradingTables tables) {
    this.tables = tables;
  }

  /**
   * @param byLevel how many risk points of level 1 to 4 it has
   * @param worst codes of some of those of the worst level
   * @param level as stored, or null
   */
  public record Points(int[] byLevel, List<String> worst, Integer level) {}

  /** Without risk points there is no level, and that is said. */
  public GradeExplanation explain(Points points) {
    EnterpriseTable table = tables.enterprise();
    int[] counts = points.byLevel();
    Integer level = table.level(counts).orElse(null);
    RiskColour colour = level == null ? null : RiskColour.of(level);
    Text title =
        colour == null ? new Text("没有风险点，无从定级", "no risk points, no level") : colour.title();
    return new GradeExplanation(
        level,
        colour == null ? null : colour.code(),
        title,
        RiskColour.SCALE,
        null,
        tables.ref(table),
        factors(counts),
        level == null ? List.of() : steps(table, counts, level),
        null,
        level == null || level == RiskColour.values().length
            ? List.of()
            : better(table, points, level),
        Words.stored(
            "risk_level",
            points.level(),
            level,
            points.level() == null ? null : RiskColour.of(points.level()).title(),
            title),
        notes(table.countRule()));
  }

  private static List<FactorValue> factors(int[] byLevel) {
    List<FactorValue> factors = new ArrayList<>();
    for (RiskColour colour : RiskColour.values()) {
      int count = byLevel[colour.level() - 1];
      factors.add(
          new FactorValue(
              "level_" + colour.level(),
              new Text(colour.title().zh() + "的风险点", "Risk points that are " + colour.title().en()),
              count,
              Words.same(Integer.toString(count)),
              null,
              null));
    }
    return factors;
  }

  private static List<Text> steps(EnterpriseTable table, int[] byLevel, int level) {
    int worst = worst(byLevel);
    RiskColour colour = RiskColour.of(worst);
    List<Text> steps = new ArrayList<>();
    steps.add(
        new Text(
            "最高等级：" + byLevel[worst - 1] + " 个" + colour.title().zh(),
            "the worst level: " + byLevel[worst - 1] + " " + colour.title().en()));
    if (table.countRuleFires(byLevel) && level < worst) {
      CountRule rule = table.countRule();
      RiskColour becomes = RiskColour.of(rule.becomes());
      steps.add(
          new Text(
              "计数规则：" + rule.atLeast() + " 个及以上 ⇒ " + becomes.title().zh(),
              "rule by numbers: from " + rule.atLeast() + " on ⇒ " + becomes.title().en()));
    }
    return steps;
  }

  private static List<Text> better(EnterpriseTable table, Points points, int level) {
    int worst = worst(points.byLevel());
    int count = points.byLevel()[worst - 1];
    CountRule rule = table.countRule();
    int toLower =
        table.countRuleFires(points.byLevel()) && level < worst
            ? count - rule.atLeast() + 1
            : count;
    String some = String.join("、", points.worst()) + (points.worst().size() < count ? "…" : "");
    RiskColour colour = RiskColour.of(worst);
    return List.of(
        new Text(
            "把 " + toLower + " 个" + colour.title().zh() + "的风险点降级（" + some + "）",
            "lower "
                + toLower
                + " risk points that are "
                + colour.title().en()
                + " ("
                + some
                + ")"));
  }

  private static int worst(int[] byLevel) {
    int level = 1;
    while (byLevel[level - 1] == 0) {
      level++;
    }
    return level;
  }

  private static List<Text> notes(CountRule rule) {
    return rule.enabled()
        ? List.of()
        : List.of(
            new Text(
                "计数规则（"
                    + rule.atLeast()
                    + " 个及以上 "
                    + rule.ofLevel()
                    + " 级升为 "
                    + rule.becomes()
                    + " 级）未启用",
                "the rule by numbers (from "
                    + rule.atLeast()
                    + " of level "
                    + rule.ofLevel()
                    + " on, level "
                    + rule.becomes()
                    + ") is switched off"));
  }
}

package cn.anlan.analytics.grade.explain;

import cn.anlan.analytics.grade.GradingTables;
import cn.anlan.analytics.grade.SafetyScoreTable;
import cn.anlan.analytics.grade.SafetyScoreTable.AccidentCase;
import cn.anlan.analytics.grade.SafetyScoreTable.Band;
import cn.anlan.analytics.grade.SafetyScoreTable.EnterpriseAccident;
import cn.anlan.analytics.grade.explain.GradeExplanation.FactorValue;
import cn.anlan.analytics.grade.explain.GradeExplanation.Score;
import cn.anlan.analytics.grade.explain.Ungradable.Fault;
import cn.anlan.geo.text.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Explains the grade of a chemical enterprise or park from its safety score: higher is safer. */
public final class SafetyScoreExplainer {
  private static final String FIELD = "safety_score";

  private final GradingTables tables;

  public SafetyScoreExplainer(GradingTables tables) {
    this.tables = tables;
  }

  /**
   * What is graded.
   *
   * @param safetyScore 0 to 100, higher is safer; null where none is stored
   * @param storedField of the layer that has the grade
   * @param stored its value as the table's grades are written (level of a risk, else the grade)
   * @param accidents of the enterprise, of any time; empty for a park
   */
  public record Scored(
      BigDecimal safetyScore,
      String storedField,
      Object stored,
      List<EnterpriseAccident> accidents) {}

  /**
   * @param day on which the accidents before it are looked at
   * @throws Ungradable where the score is missing or not 0 to 100
   */
  public GradeExplanation explain(SafetyScoreTable table, Scored scored, LocalDate day) {
    BigDecimal score = scored.safetyScore();
    if (score == null || score.signum() < 0 || score.compareTo(SafetyScoreTable.HIGHEST) > 0) {
      throw new Ungradable(
          List.of(
              new Fault(
                  FIELD,
                  score == null ? null : Words.number(score),
                  score == null ? "没有评估得分 (no score)" : "不在 0 到 100 之内 (not 0 to 100)",
                  "填写 0 到 100 的得分 (give a score of 0 to 100)")));
    }
    Band byScore = table.grade(score);
    List<Fired> fired = fired(table, scored.accidents(), day);
    Band band = fired.isEmpty() ? byScore : table.bands().get(0);
    List<Text> steps = new ArrayList<>();
    Text range = range(table, byScore);
    steps.add(
        new Text(
            range.zh() + "（得分 " + Words.number(score) + "）⇒ " + byScore.title().zh(),
            range.en() + " (score " + Words.number(score) + ") ⇒ " + byScore.title().en()));
    fired.forEach(f -> steps.add(f.step(band)));
    boolean byLevel = table.scale().equals("risk_level");
    return new GradeExplanation(
        band.level(),
        band.grade(),
        band.title(),
        table.scale(),
        new Score(FIELD, new Text("安全风险评估得分", "safety score"), score, true),
        tables.ref(table),
        List.of(
            new FactorValue(
                FIELD,
                new Text("安全风险评估得分（越高越安全）", "Safety score (higher is safer)"),
                score,
                Words.number(score, "分"),
                "分",
                null)),
        steps,
        new GradeExplanation.Band(byScore.title(), range),
        better(table, score, byScore, fired),
        Words.stored(
            scored.storedField(),
            scored.stored(),
            byLevel ? (Object) band.level() : band.grade(),
            storedTitle(table, scored.stored(), byLevel),
            band.title()),
        notes(table));
  }

  /** A case of direct red that holds, and the day from which it no longer does. */
  private record Fired(AccidentCase rule, List<EnterpriseAccident> accidents, LocalDate until) {
    Text step(Band worst) {
      String which =
          accidents.stream()
              .map(a -> a.code() + " " + a.occurredOn())
              .collect(Collectors.joining("、"));
      return new Text(
          "直接判定：" + rule.title().zh() + "（" + which + "）⇒ " + worst.title().zh(),
          "directly: " + rule.title().en() + " (" + which + ") ⇒ " + worst.title().en());
    }
  }

  private static List<Fired> fired(
      SafetyScoreTable table, List<EnterpriseAccident> accidents, LocalDate day) {
    List<Fired> fired = new ArrayList<>();
    for (AccidentCase rule : table.directAccidents()) {
      List<EnterpriseAccident> counted =
          accidents.stream()
              .filter(a -> rule.counts(a, day))
              .sorted(Comparator.comparing(EnterpriseAccident::occurredOn).reversed())
              .toList();
      if (counted.size() >= rule.atLeast()) {
        LocalDate last = counted.get(rule.atLeast() - 1).occurredOn();
        fired.add(new Fired(rule, counted, last.plusYears(rule.withinYears())));
      }
    }
    return fired;
  }

  private static List<Text> better(
      SafetyScoreTable table, BigDecimal score, Band byScore, List<Fired> fired) {
    List<Text> needs = new ArrayList<>();
    for (Fired f : fired) {
      needs.add(
          new Text(
              "到 " + f.until() + " 且不再发生事故，“" + f.rule().title().zh() + "”不再成立",
              "from "
                  + f.until()
                  + " on, without further accidents, \""
                  + f.rule().title().en()
                  + "\" no longer holds"));
    }
    if (byScore.below() != null && (fired.isEmpty() || byScore.level() == 1)) {
      Band next = table.bands().get(table.bands().indexOf(byScore) + 1);
      String more = Words.number(byScore.below().subtract(score));
      String bound = Words.number(byScore.below());
      needs.add(
          new Text(
              "得分再提高 " + more + " 分，达到 " + bound + "：" + next.title().zh(),
              more + " points more, to " + bound + ": " + next.title().en()));
    }
    return needs;
  }

  private static Text range(SafetyScoreTable table, Band band) {
    int at = table.bands().indexOf(band);
    String lower = at == 0 ? "" : Words.number(table.bands().get(at - 1).below()) + " ≤ ";
    String upper = band.below() == null ? "" : " < " + Words.number(band.below());
    return new Text(lower + "得分" + upper, lower + "score" + upper);
  }

  private static Text storedTitle(SafetyScoreTable table, Object stored, boolean byLevel) {
    return table.bands().stream()
        .filter(b -> Objects.equals(byLevel ? (Object) b.level() : b.grade(), stored))
        .map(Band::title)
        .findFirst()
        .orElse(null);
  }

  private static List<Text> notes(SafetyScoreTable table) {
    List<Text> notes = new ArrayList<>();
    if (!table.directCases().isEmpty()) {
      notes.add(
          new Text(
              "下列直接判红情形台账没有记录，未作判断："
                  + table.directCases().stream().map(Text::zh).collect(Collectors.joining("；")),
              "not recorded and so not judged, though directly red: "
                  + table.directCases().stream().map(Text::en).collect(Collectors.joining("; "))));
    }
    if (table.regradeYears() != null) {
      notes.add(
          new Text(
              "至多每 " + table.regradeYears() + " 年重新评估一次",
              "to be assessed again after " + table.regradeYears() + " years at the latest"));
    }
    return notes;
  }
}

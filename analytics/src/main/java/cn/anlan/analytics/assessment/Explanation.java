package cn.anlan.analytics.assessment;

import static cn.anlan.analytics.assessment.Words.number;

import cn.anlan.analytics.assessment.Assessment.Course;
import cn.anlan.analytics.assessment.RegionGrade.Contribution;
import cn.anlan.analytics.assessment.RegionGrade.Fired;
import cn.anlan.analytics.assessment.facts.RegionFacts;
import cn.anlan.analytics.assessment.facts.RegionTable;
import cn.anlan.geo.text.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A region's grade in sentences that a leader reads, Chinese first. */
public final class Explanation {
  private static final int SHOWN = 3;

  private final Assessment assessment;
  private final Course course;
  private final AssessmentModel model;

  public Explanation(Assessment assessment, Course course) {
    this.assessment = assessment;
    this.course = course;
    this.model = assessment.files().model();
  }

  /** Colour, score, what brings most of it, vetoes. */
  public List<Text> sentences(RegionGrade grade) {
    RegionFacts facts = grade.facts();
    List<Text> all = new ArrayList<>();
    if (!grade.isGraded()) {
      all.add(
          Words.text(
              "%1$s没有可用的指标，不评级。",
              "%1$s has no indicator that could be told and is not graded.", facts.name()));
      return all;
    }
    all.add(
        new Text(
            "%s截至%s评为%s，得分 %s（越高越差；%s分及以上红、%s分橙、%s分黄）。"
                .formatted(
                    facts.name(),
                    assessment.asOf(),
                    Words.zh(grade.level()),
                    number(grade.score(), 1),
                    number(model.cutPoints().get(0), 0),
                    number(model.cutPoints().get(1), 0),
                    number(model.cutPoints().get(2), 0)),
            "%s is %s as of %s with a score of %s (higher is worse; red from %s, orange %s, yellow %s)."
                .formatted(
                    facts.name(),
                    Words.en(grade.level()),
                    assessment.asOf(),
                    number(grade.score(), 1),
                    number(model.cutPoints().get(0), 0),
                    number(model.cutPoints().get(1), 0),
                    number(model.cutPoints().get(2), 0))));
    all.addAll(causes(grade));
    if (grade.levelByScore() != model.level(grade.score())) {
      all.add(
          new Text(
              "得分已在分界以下，但未低出 %s 分，沿用上月颜色。".formatted(number(model.hysteresisPoints(), 0)),
              "The score is below the cut-point by less than %s points, so the colour of the month before stays."
                  .formatted(number(model.hysteresisPoints(), 0))));
    }
    for (Fired fired : grade.vetoes()) {
      all.add(
          new Text(
              "否决条款：%s（%d 起/项）%s。"
                  .formatted(fired.veto().title().zh(), fired.count(), changedZh(grade)),
              "Veto: %s (%d)%s."
                  .formatted(fired.veto().title().en(), fired.count(), changedEn(grade))));
    }
    return all;
  }

  private static String changedZh(RegionGrade grade) {
    return grade.level() == grade.levelByScore()
        ? "，未改变颜色"
        : "，按得分为" + Words.zh(grade.levelByScore());
  }

  private static String changedEn(RegionGrade grade) {
    return grade.level() == grade.levelByScore()
        ? "; the colour would be the same without"
        : "; by score " + Words.en(grade.levelByScore());
  }

  private static List<Text> causes(RegionGrade grade) {
    return grade.contributions().stream()
        .filter(c -> c.points() >= 0.05)
        .sorted(Comparator.comparingDouble(Contribution::points).reversed())
        .limit(SHOWN)
        .map(Explanation::cause)
        .toList();
  }

  private static Text cause(Contribution c) {
    boolean smoothed = !Double.isNaN(c.smoothed());
    return new Text(
        "%s %s %s%s，计 %s 分。"
            .formatted(
                c.indicator().title().zh(),
                number(c.raw(), 2),
                c.indicator().unit(),
                smoothed
                    ? "（%s %s，小数平滑后 %s）"
                        .formatted(
                            number(c.count(), 0),
                            c.indicator() == Indicator.DEATH_RATE ? "人" : "起",
                            number(c.smoothed(), 2))
                    : "（%s）".formatted(ratio(c)),
                number(c.points(), 1)),
        "%s: %s%s, %s points."
            .formatted(
                c.indicator().title().en(),
                number(c.raw(), 2),
                smoothed
                    ? " (%s events, %s after smoothing)"
                        .formatted(number(c.count(), 0), number(c.smoothed(), 2))
                    : " (%s)".formatted(ratio(c)),
                number(c.points(), 1)));
  }

  private static String ratio(Contribution c) {
    return c.indicator() == Indicator.SEVERITY_WEIGHTED
        ? number(c.count(), 0)
        : number(c.count(), 0) + "/" + number(c.exposure(), 0);
  }

  /** What would have to change for the next better colour, most concrete first. */
  public List<Text> next(RegionGrade grade, NextBetter next) {
    List<Text> all = new ArrayList<>();
    for (Fired fired : grade.vetoes()) {
      if (grade.level() < grade.levelByScore() || grade.levelByScore() == 1) {
        all.add(lifting(grade, fired));
      }
    }
    if (next.targetLevel() == 0) {
      if (all.isEmpty() && grade.isGraded()) {
        all.add(new Text("已是最好等级。", "It has the best grade already."));
      }
      return all;
    }
    String zh = Words.zh(next.targetLevel());
    String en = Words.en(next.targetLevel());
    String below = number(next.belowScore(), 0);
    for (Step step : next.single()) {
      all.add(
          new Text(
              "%s，得分即降到 %s 以下，按得分可转为%s。".formatted(zh(step), below, zh),
              "%s and the score falls below %s: %s by score.".formatted(en(step), below, en)));
    }
    if (!next.together().isEmpty()) {
      all.add(
          new Text(
              "单项不足，需同时：%s，得分降到 %s 以下，按得分可转为%s。"
                  .formatted(
                      next.together().stream()
                          .map(Explanation::zh)
                          .collect(Collectors.joining("；")),
                      below,
                      zh),
              "No single change is enough; together: %s, and the score falls below %s: %s by score."
                  .formatted(
                      next.together().stream()
                          .map(Explanation::en)
                          .collect(Collectors.joining("; ")),
                      below,
                      en)));
    }
    return all;
  }

  private Text lifting(RegionGrade grade, Fired fired) {
    if (fired.veto().severity().isEmpty()) {
      return new Text(
          "%d 项挂牌督办摘牌后，“%s”不再适用。".formatted(fired.count(), fired.veto().title().zh()),
          "Once %d listings are delisted the veto “%s” no longer applies."
              .formatted(fired.count(), fired.veto().title().en()));
    }
    RegionTable table = course.tables().get(course.tables().size() - 1);
    LocalDate last =
        table.lastAccident(
            grade.facts().code(), course.sector(), fired.veto().severity().orElseThrow());
    LocalDate lifted = last.plusMonths(model.windowMonths());
    return new Text(
        "不再发生此类事故，则“%s”自 %s 起不再适用（最近一起：%s）。".formatted(fired.veto().title().zh(), lifted, last),
        "Without another such accident the veto “%s” no longer applies from %s (the last: %s)."
            .formatted(fired.veto().title().en(), lifted, last));
  }

  private static String zh(Step step) {
    String what =
        switch (step.indicator()) {
          case ACCIDENT_RATE -> "12个月事故起数";
          case DEATH_RATE -> "12个月死亡人数";
          case SEVERITY_WEIGHTED -> "按等级加权事故数";
          case OPEN_MAJOR -> "未销号重大隐患";
          case OVERDUE_RATE -> "逾期隐患";
          case UNRECTIFIED_RATE -> "未整改隐患";
        };
    return "把%s从 %d 降到 %d".formatted(what, step.from(), step.to());
  }

  private static String en(Step step) {
    String what =
        switch (step.indicator()) {
          case ACCIDENT_RATE -> "accidents of the window";
          case DEATH_RATE -> "deaths of the window";
          case SEVERITY_WEIGHTED -> "weighted accidents";
          case OPEN_MAJOR -> "open major hazards";
          case OVERDUE_RATE -> "overdue hazards";
          case UNRECTIFIED_RATE -> "unrectified hazards";
        };
    return "bring %s down from %d to %d".formatted(what, step.from(), step.to());
  }

  /** What a reader must know of the region's figures: what could not be told, what changed. */
  public List<Text> notes(RegionGrade grade) {
    List<Text> notes = new ArrayList<>();
    for (Indicator missing : grade.missing()) {
      notes.add(
          new Text(
              "%s无法计算（分母为零），权重由其余指标分担。".formatted(missing.title().zh()),
              "%s cannot be told (nothing is exposed); the others share its weight."
                  .formatted(missing.title().en())));
    }
    if (course.days().size() < model.windowMonths()) {
      notes.add(
          new Text(
              "历史不足 %d 个月。".formatted(model.windowMonths()),
              "There are fewer than %d months of history.".formatted(model.windowMonths())));
    }
    notes.addAll(UnitChanges.notes(assessment, grade.facts().code()));
    return notes;
  }
}

package cn.anlan.analytics.assessment;

import cn.anlan.analytics.accident.Severity;
import cn.anlan.analytics.assessment.AssessmentModel.Veto;
import cn.anlan.analytics.assessment.RegionGrade.Contribution;
import cn.anlan.analytics.assessment.RegionGrade.Fired;
import cn.anlan.analytics.assessment.facts.RegionFacts;
import cn.anlan.analytics.rollup.UnitLevel;
import cn.anlan.geo.fault.UserFault;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Grades regions by a model and its baseline. Immutable; the same facts give the same grades. */
public final class Assessor {
  private final AssessmentModel model;
  private final Baseline baseline;

  /**
   * @throws UserFault where the baseline is of other indicators than the model
   */
  public Assessor(AssessmentModel model, Baseline baseline) {
    if (!baseline.indicators().equals(model.indicators())) {
      throw new UserFault(
          "基线 %s 的指标与模型 %s 不同 (the baseline is of other indicators): %s"
              .formatted(baseline.label(), model.label(), baseline.indicators()),
          "运行 ./anlan assess baseline 重新计算 (compute the baseline anew)");
    }
    this.model = model;
    this.baseline = baseline;
  }

  public AssessmentModel model() {
    return model;
  }

  public Baseline baseline() {
    return baseline;
  }

  /**
   * The days that are gone through for a day: the month-ends from the model's first on, and the day
   * itself.
   *
   * @throws UserFault for a day before the model's first month-end
   */
  public List<LocalDate> days(LocalDate asOf) {
    if (asOf.isBefore(model.historyFrom())) {
      throw new UserFault(
          "评估日期 %s 早于模型的起始月末 %s (the day is before the model's history)"
              .formatted(asOf, model.historyFrom()),
          "取更晚的日期，或改模型的 history_from (take a later day, or change the model)");
    }
    List<LocalDate> days = new ArrayList<>();
    for (YearMonth month = YearMonth.from(model.historyFrom());
        month.atEndOfMonth().isBefore(asOf);
        month = month.plusMonths(1)) {
      days.add(month.atEndOfMonth());
    }
    days.add(asOf);
    return days;
  }

  /**
   * Grades one level and sector on days in their order.
   *
   * @param facts of each day, as {@link #days} orders them
   * @param sector null for all sectors
   * @return for each day the grades in the order of its facts
   */
  public List<List<RegionGrade>> grades(
      List<List<RegionFacts>> facts, UnitLevel level, String sector) {
    Scale scale = new Scale(model, baseline.get(level, sector));
    Map<String, Integer> before = new HashMap<>();
    List<List<RegionGrade>> all = new ArrayList<>();
    for (List<RegionFacts> regions : facts) {
      Figures figures = new Figures(model, regions);
      List<RegionGrade> grades = new ArrayList<>();
      Map<String, Integer> now = new HashMap<>();
      for (RegionFacts region : regions) {
        RegionGrade grade = grade(region, figures, scale, before.getOrDefault(region.code(), 0));
        grades.add(grade);
        now.put(region.code(), grade.levelByScore());
      }
      before = now;
      all.add(grades);
    }
    return all;
  }

  RegionGrade grade(RegionFacts region, Figures figures, Scale scale, int before) {
    List<Indicator> missing = new ArrayList<>();
    double told = 0;
    for (int i = 0; i < scale.indicators().size(); i++) {
      Indicator indicator = scale.indicators().get(i);
      if (Double.isNaN(figures.of(indicator, region).raw())) {
        missing.add(indicator);
      } else {
        told += scale.weight(i);
      }
    }
    List<Fired> fired = fired(region);
    if (told == 0) {
      return new RegionGrade(region, 0, 0, before, Double.NaN, List.of(), fired, missing);
    }
    List<Contribution> contributions = new ArrayList<>();
    double score = 0;
    for (int i = 0; i < scale.indicators().size(); i++) {
      Indicator indicator = scale.indicators().get(i);
      if (!missing.contains(indicator)) {
        Figures.Figure figure = figures.of(indicator, region);
        double normalised = scale.normalised(i, figure.value());
        double weight = scale.weight(i) / told;
        double points = 100 * weight * normalised;
        score += points;
        contributions.add(
            new Contribution(
                indicator,
                figure.count(),
                figure.exposure(),
                figure.raw(),
                figure.smoothed(),
                normalised,
                weight,
                points));
      }
    }
    int byScore = model.level(score, before);
    return new RegionGrade(
        region, vetoed(byScore, fired), byScore, before, score, contributions, fired, missing);
  }

  private List<Fired> fired(RegionFacts region) {
    List<Fired> fired = new ArrayList<>();
    for (Veto veto : model.vetoes()) {
      int count = veto.severity().map(s -> atLeast(region, s)).orElse(region.listingsOverdue());
      if (count > 0) {
        fired.add(new Fired(veto, count));
      }
    }
    return fired;
  }

  private static int atLeast(RegionFacts region, Severity severity) {
    int count = 0;
    for (Severity each : Severity.values()) {
      count += each.compareTo(severity) >= 0 ? region.accidents(each) : 0;
    }
    return count;
  }

  /** Best levels first, then levels that are raised: the order of the file does not matter. */
  static int vetoed(int level, List<Fired> fired) {
    int vetoed = level;
    for (Fired each : fired) {
      if (each.veto().bestLevel() != null) {
        vetoed = Math.min(vetoed, each.veto().bestLevel());
      }
    }
    for (Fired each : fired) {
      if (each.veto().raiseBy() != null) {
        vetoed = Math.max(1, vetoed - each.veto().raiseBy());
      }
    }
    return vetoed;
  }
}

package cn.anlan.analytics.assessment;

import cn.anlan.analytics.assessment.Figures.Figure;
import cn.anlan.analytics.assessment.RegionGrade.Contribution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What would have to change for the next better colour by score, everything else unchanged. Each
 * single change that is enough by itself is told; where none is, a combination: first of hazards,
 * which can be put right today, then of accidents, which only time takes out of the window.
 *
 * @param targetLevel the next better level; 0 where there is none to reach
 * @param belowScore the score must fall below this
 * @param single changes each of which is enough
 * @param together changes that are enough only together; empty where a single one is
 */
public record NextBetter(
    int targetLevel, double belowScore, List<Step> single, List<Step> together) {
  /** How far below the threshold a change must bring the score, against rounding. */
  private static final double CLEARLY = 1e-9;

  static NextBetter of(RegionGrade grade, AssessmentModel model, Figures figures, Scale scale) {
    int level = grade.levelByScore();
    if (level == 0 || level == 4) {
      return new NextBetter(0, Double.NaN, List.of(), List.of());
    }
    double below = model.scoreForBetterThan(level, grade.levelBefore());
    double gap = grade.score() - below + CLEARLY;
    List<Step> single = new ArrayList<>();
    for (Contribution each : grade.contributions()) {
      Step step = step(each, gap, figures, scale);
      if (step != null && step.points() >= gap) {
        single.add(step);
      }
    }
    single.sort(Comparator.comparing(step -> step.indicator().isOfAccidents()));
    return new NextBetter(
        level + 1,
        below,
        List.copyOf(single),
        single.isEmpty() ? together(grade, gap, figures, scale) : List.of());
  }

  private static List<Step> together(RegionGrade grade, double gap, Figures figures, Scale scale) {
    List<Contribution> order = new ArrayList<>(grade.contributions());
    order.sort(
        Comparator.comparing((Contribution c) -> c.indicator().isOfAccidents())
            .thenComparing(Comparator.comparingDouble(Contribution::points).reversed()));
    List<Step> steps = new ArrayList<>();
    double left = gap;
    for (Contribution each : order) {
      Step step = step(each, left, figures, scale);
      if (step != null) {
        steps.add(step);
        left -= step.points();
        if (left <= 0) {
          return steps;
        }
      }
    }
    return List.of(); // not even with no accident and no hazard: only vetoes or the band hold it
  }

  /** The least change that takes so many points away, or as many as it can; null for none. */
  private static Step step(Contribution of, double points, Figures figures, Scale scale) {
    if (of.points() <= 0 || of.count() < 1) {
      return null;
    }
    Indicator indicator = of.indicator();
    int place = scale.indicators().indexOf(indicator);
    double target = Math.max(0, of.normalised() - points / (100 * of.weight()));
    double value = scale.value(place, target);
    double wanted =
        indicator == Indicator.OVERDUE_RATE
            ? overdueLeft(of, value / indicator.per())
            : figures.countFor(indicator, value, of.exposure());
    if (Double.isNaN(wanted)) {
      return null;
    }
    long from = Math.round(of.count());
    long to = Math.max(0, Math.min(from, (long) Math.floor(wanted + 1e-6)));
    double won = of.points() - pointsAt(of, to, figures, scale, place);
    if (won < points && to > 0) { // the floor was a rounding too high
      to--;
      won = of.points() - pointsAt(of, to, figures, scale, place);
    }
    return won > 0 ? new Step(indicator, from, to, won) : null;
  }

  /** An overdue hazard that is closed is no longer open either: (o − k)/(n − k) ≤ v. */
  private static double overdueLeft(Contribution of, double share) {
    if (share >= 1) {
      return of.count();
    }
    double closed = (of.count() - share * of.exposure()) / (1 - share);
    return of.count() - closed;
  }

  private static double pointsAt(
      Contribution of, long count, Figures figures, Scale scale, int place) {
    double exposure = of.exposure();
    if (of.indicator() == Indicator.OVERDUE_RATE) {
      exposure = Math.max(1, exposure - (of.count() - count));
    }
    Figure figure = figures.of(of.indicator(), count, exposure);
    return 100 * of.weight() * scale.normalised(place, figure.value());
  }
}

package cn.anlan.analytics.assessment;

import cn.anlan.analytics.assessment.AssessmentModel.Veto;
import cn.anlan.analytics.assessment.facts.RegionFacts;
import java.util.List;

/**
 * A region's grade on a day.
 *
 * @param level 1 (worst) to 4 after vetoes; 0 where it cannot be graded
 * @param levelByScore the same before vetoes
 * @param levelBefore the month before's level by score, which the band looks at; 0 for none
 * @param score 0..100, higher is worse; NaN where it cannot be graded
 * @param contributions one for each indicator that could be told, in the model's order
 * @param missing indicators that could not
 */
public record RegionGrade(
    RegionFacts facts,
    int level,
    int levelByScore,
    int levelBefore,
    double score,
    List<Contribution> contributions,
    List<Fired> vetoes,
    List<Indicator> missing) {
  private static final String[] COLOURS = {"none", "red", "orange", "yellow", "green"};

  /**
   * What an indicator brings to the score.
   *
   * @param raw the figure as counted
   * @param smoothed the same by empirical Bayes; NaN where it is not smoothed
   * @param normalised 0..1 between the baseline's lo and hi
   * @param weight its share; the weights of a region add up to 1
   * @param points 100 · weight · normalised
   */
  public record Contribution(
      Indicator indicator,
      double count,
      double exposure,
      double raw,
      double smoothed,
      double normalised,
      double weight,
      double points) {}

  /**
   * A veto that fired.
   *
   * @param count accidents or listings that made it fire
   */
  public record Fired(Veto veto, int count) {}

  public RegionGrade {
    contributions = List.copyOf(contributions);
    vetoes = List.copyOf(vetoes);
    missing = List.copyOf(missing);
  }

  /** The published colour: red, orange, yellow, green, or none. */
  public String colour() {
    return colour(level);
  }

  /** The published colour (红橙黄绿) of a level; {@code none} for 0. */
  public static String colour(int level) {
    return COLOURS[level];
  }

  /** The same region without a grade. */
  RegionGrade ungraded() {
    return new RegionGrade(
        facts, 0, 0, 0, Double.NaN, List.of(), List.of(), List.of(Indicator.values()));
  }

  public boolean isGraded() {
    return level != 0;
  }
}

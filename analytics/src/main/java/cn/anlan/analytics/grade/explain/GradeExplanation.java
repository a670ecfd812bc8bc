package cn.anlan.analytics.grade.explain;

import cn.anlan.analytics.grade.TableRef;
import cn.anlan.geo.text.Text;
import java.math.BigDecimal;
import java.util.List;

/**
 * One grade and all that it rests on. The names of the components are the names in JSON.
 *
 * @param level 1 (worst) to 4 of a risk; null where the scale is none of risk, or nothing was
 *     graded
 * @param grade the colour where the scale is {@code risk_level}, else the value of the scale's code
 *     list; null where nothing was graded
 * @param scale id of the code list that the grade belongs to
 * @param score null where the grade is not read off a score
 * @param table null where a reported grade was taken over without factors
 * @param steps how the grade was reached, in the order of the computation
 * @param band null where the grade is not read off bands
 * @param toNextBetter what the next better grade needs, each by itself; empty where there is none
 * @param stored what the layer says; null where it says nothing
 */
public record GradeExplanation(
    Integer level,
    String grade,
    Text gradeTitle,
    String scale,
    Score score,
    TableRef table,
    List<FactorValue> factors,
    List<Text> steps,
    Band band,
    List<Text> toNextBetter,
    Stored stored,
    List<Text> notes) {

  public GradeExplanation {
    factors = List.copyOf(factors);
    steps = List.copyOf(steps);
    toNextBetter = List.copyOf(toNextBetter);
    notes = List.copyOf(notes);
  }

  /**
   * @param name the letter or name that the source gives it
   * @param higherIsSafer whether it runs the other way than a risk's
   */
  public record Score(String name, Text title, BigDecimal value, boolean higherIsSafer) {
    public Score {
      value = value.stripTrailingZeros();
      value = value.scale() < 0 ? value.setScale(0) : value;
    }
  }

  /**
   * A stored factor.
   *
   * @param name field of the layer, or the substance
   * @param value as stored: a number, or a code
   * @param shown the value as people read it
   * @param note what it means or where it stands in the source; may be null
   */
  public record FactorValue(
      String name, Text title, Object value, Text shown, String unit, Text note) {}

  /** The band that the score falls into, and why. */
  public record Band(Text title, Text range) {}

  /**
   * What the layer says of the grade.
   *
   * @param agrees whether that is what was computed
   * @param text the difference in words; null where there is none
   */
  public record Stored(String field, Object value, boolean agrees, Text text) {}
}

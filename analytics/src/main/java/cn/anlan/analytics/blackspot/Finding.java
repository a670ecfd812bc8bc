package cn.anlan.analytics.blackspot;

import cn.anlan.geo.text.Text;
import java.util.List;

/**
 * What the methods say of one stretch.
 *
 * @param mean crashes that like roads have on as much traffic (or, without a traffic count, on as
 *     much road) in the same years
 * @param rate crashes per million vehicle kilometres; NaN without a traffic count
 * @param criticalRate Rc; NaN without a traffic count
 * @param chance P(X ≥ crashes) where the mean is {@code mean}
 * @param isPoisson whether the chance is below α
 * @param isCumulative whether it is among the worst by density
 * @param hits of the sliding windows that have a crash in it
 * @param expected empirical Bayes; null without a traffic count
 * @param reasons a sentence for each method that puts it forward, and one for the expected number
 */
public record Finding(
    Stretch stretch,
    double mean,
    double rate,
    double criticalRate,
    double chance,
    boolean isPoisson,
    boolean isCumulative,
    List<SlidingWindow.Hit> hits,
    ExpectedCrashes expected,
    List<Text> reasons) {

  Finding explained(List<Text> sentences) {
    return new Finding(
        stretch,
        mean,
        rate,
        criticalRate,
        chance,
        isPoisson,
        isCumulative,
        hits,
        expected,
        sentences);
  }

  /** Whether the rate is above the critical one. */
  public boolean isRate() {
    return rate > criticalRate; // never for NaN
  }

  /** How many of the four methods of counting put it forward. */
  public int methods() {
    return (hits.isEmpty() ? 0 : 1)
        + (isCumulative ? 1 : 0)
        + (isRate() ? 1 : 0)
        + (isPoisson ? 1 : 0);
  }

  /** What the ranking goes by: crashes beyond those of like roads; 0 without a traffic count. */
  public double excess() {
    return expected == null ? 0 : expected.excess();
  }
}

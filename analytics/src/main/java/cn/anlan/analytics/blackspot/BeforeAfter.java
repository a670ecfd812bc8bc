package cn.anlan.analytics.blackspot;

import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * What a treatment did to a stretch of road (治理前后评价), by empirical Bayes: what was counted after
 * it, against what would have come without it. That is the expected number before (not the counted
 * one, which was high because the stretch was chosen for it), carried over to the traffic and the
 * time after by the safety performance function.
 *
 * <ul>
 *   <li>r = ΣNpred,after / ΣNpred,before; π = r·Nexp,before; Var(π) = r²·(1 − w)·Nexp,before
 *   <li>odds ratio OR' = λ/π, λ being the crashes counted after
 *   <li>index of effectiveness θ = OR' / (1 + Var(π)/π²), free of the ratio's bias
 *   <li>Var(θ) = θ²·(1/λ + Var(π)/π²) / (1 + Var(π)/π²)²
 * </ul>
 *
 * <p>Sources: E. Hauer, Observational before-after studies in road safety (1997), ch. 6 and 11;
 * AASHTO Highway Safety Manual (2010), ch. 9 (the ratio, its correction and the variance of π).
 * Where no crash was counted after, θ is 0 and its error cannot be told. The interval then ends
 * where none would be counted with a probability of 5 %, what would have come being uncertain
 * itself: gamma distributed about π with Var(π), as the negative binomial has it, so that P(0 | θ)
 * = (1 + θ·Var(π)/π)^(−π²/Var(π)).
 *
 * @param before what the stretch was expected to have before, in all that time
 * @param ratio r
 * @param withoutTreatment π, crashes in the time after had nothing been done
 * @param variance of π
 * @param observedAfter λ
 * @param oddsRatio OR'
 * @param effectiveness θ; below 1 fewer crashes than without the treatment
 * @param standardError of θ; NaN where no crash was counted after
 * @param lower end of the interval of θ, 95 %
 * @param upper end of it
 * @param chanceBefore P(X ≥ the crashes counted before) if the safety performance function and its
 *     dispersion hold for the stretch; where it is tiny they do not, and nothing here may be
 *     trusted
 */
public record BeforeAfter(
    ExpectedCrashes before,
    double ratio,
    double withoutTreatment,
    double variance,
    int observedAfter,
    double oddsRatio,
    double effectiveness,
    double standardError,
    double lower,
    double upper,
    double chanceBefore) {
  /** Below this chance the safety performance function does not describe the stretch [design]. */
  public static final double LEAST_CHANCE = 0.001;

  private static final double CONFIDENCE = 0.95;
  private static final double QUANTILE =
      new NormalDistribution().inverseCumulativeProbability((1 + CONFIDENCE) / 2);

  /** What may be said of it. */
  public enum Verdict {
    /** The whole interval lies below 1. */
    BETTER,
    /** The interval holds 1: no change can be told. */
    NOT_TOLD,
    /** The whole interval lies above 1. */
    WORSE,
    /** The safety performance function does not describe the stretch: nothing can be told. */
    NOT_COMPARABLE
  }

  /**
   * Evaluates one stretch.
   *
   * @param predictedBefore ΣNpred in the time before, above 0
   * @param dispersion k of the stretch, above 0 or 0
   * @param observedBefore crashes counted before
   * @param predictedAfter ΣNpred in the time after, with its traffic, above 0
   * @param observedAfter crashes counted after
   */
  public static BeforeAfter of(
      double predictedBefore,
      double dispersion,
      int observedBefore,
      double predictedAfter,
      int observedAfter) {
    if (!(predictedAfter > 0) || observedAfter < 0) {
      throw new IllegalArgumentException(
          "predicted after " + predictedAfter + ", observed " + observedAfter);
    }
    ExpectedCrashes before = ExpectedCrashes.of(predictedBefore, dispersion, observedBefore);
    double ratio = predictedAfter / predictedBefore;
    double without = ratio * before.expected();
    double variance = ratio * ratio * (1 - before.weight()) * before.expected();
    double odds = observedAfter / without;
    double relative = variance / (without * without);
    double theta = odds / (1 + relative);
    double chance = chance(predictedBefore, dispersion, observedBefore);
    if (observedAfter == 0) {
      double upper = upperOfNone(without, variance);
      return new BeforeAfter(
          before, ratio, without, variance, 0, 0, 0, Double.NaN, 0, upper, chance);
    }
    double error = theta * Math.sqrt(1.0 / observedAfter + relative) / (1 + relative);
    return new BeforeAfter(
        before,
        ratio,
        without,
        variance,
        observedAfter,
        odds,
        theta,
        error,
        Math.max(0, theta - QUANTILE * error),
        theta + QUANTILE * error,
        chance);
  }

  /** The θ at which P(0 | θ) is 5 %; −ln 0.05/π where π is certain. */
  private static double upperOfNone(double without, double variance) {
    double none = -Math.log(1 - CONFIDENCE);
    double relative = variance / (without * without);
    return relative > 0 ? Math.expm1(none * relative) * without / variance : none / without;
  }

  /** P(X ≥ count) of the negative binomial with a mean and Var = μ + kμ². */
  private static double chance(double mean, double dispersion, int count) {
    double below = 0;
    double term =
        dispersion > 0 ? Math.exp(-Math.log1p(dispersion * mean) / dispersion) : Math.exp(-mean);
    for (int x = 0; x < count; x++) {
      below += term;
      term *= mean * (1 + dispersion * x) / ((1 + dispersion * mean) * (x + 1));
    }
    return Math.max(0, 1 - below);
  }

  public Verdict verdict() {
    return chanceBefore < LEAST_CHANCE
        ? Verdict.NOT_COMPARABLE
        : upper < 1 ? Verdict.BETTER : lower > 1 ? Verdict.WORSE : Verdict.NOT_TOLD;
  }

  /** 100·(1 − θ): by how many per cent crashes fell; negative where they rose. */
  public double reductionPct() {
    return 100 * (1 - effectiveness);
  }
}

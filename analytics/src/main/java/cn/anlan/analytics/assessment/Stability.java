package cn.anlan.analytics.assessment;

import cn.anlan.analytics.assessment.RegionGrade.Contribution;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How firmly a region's colour stands [design]: the share of runs with the same level when the
 * weights are each changed by a uniform share within ± the model's, and when the counts are drawn
 * anew. Accidents, deaths, weighted accidents and open major hazards are drawn from Poisson
 * distributions with the counted numbers as means, overdue and unrectified hazards from binomial
 * ones; the common rates of the smoothing, the baseline and the vetoes stay as they are. Up to a
 * mean (binomial: a variance) of 30 the draw is exact, beyond that normal and rounded, which is
 * within 1 % of the distribution function there.
 *
 * <p>The seed is the model's and the region's code, so that the same facts give the same shares in
 * any order of regions.
 *
 * @param weights share of runs with the same level under changed weights, 0..1
 * @param counts the same under resampled counts
 */
public record Stability(double weights, double counts, int runs, long seed) {
  private static final double EXACT_UP_TO = 30;

  static Stability of(RegionGrade grade, AssessmentModel model, Figures figures, Scale scale) {
    int runs = model.sensitivity().runs();
    long seed = model.sensitivity().seed();
    if (!grade.isGraded()) {
      return new Stability(Double.NaN, Double.NaN, runs, seed);
    }
    SplittableRandom random = new SplittableRandom(seed * 31 + grade.facts().code().hashCode());
    int sameByWeights = 0;
    int sameByCounts = 0;
    for (int run = 0; run < runs; run++) {
      double change = model.sensitivity().weightChange();
      sameByWeights += same(grade, model, reweighed(grade.contributions(), change, random));
      sameByCounts += same(grade, model, redrawn(grade.contributions(), figures, scale, random));
    }
    return new Stability((double) sameByWeights / runs, (double) sameByCounts / runs, runs, seed);
  }

  private static int same(RegionGrade grade, AssessmentModel model, double score) {
    int level = Assessor.vetoed(model.level(score, grade.levelBefore()), grade.vetoes());
    return level == grade.level() ? 1 : 0;
  }

  private static double reweighed(
      List<Contribution> contributions, double change, SplittableRandom random) {
    double sum = 0;
    double score = 0;
    for (Contribution each : contributions) {
      double weight = each.weight() * (1 + change * (2 * random.nextDouble() - 1));
      sum += weight;
      score += 100 * weight * each.normalised();
    }
    return score / sum;
  }

  private static double redrawn(
      List<Contribution> contributions, Figures figures, Scale scale, SplittableRandom random) {
    double score = 0;
    for (Contribution each : contributions) {
      Indicator indicator = each.indicator();
      double count =
          switch (indicator) {
            case OVERDUE_RATE, UNRECTIFIED_RATE -> binomial(each.count(), each.exposure(), random);
            default -> poisson(each.count(), random);
          };
      double value = figures.of(indicator, count, each.exposure()).value();
      int place = scale.indicators().indexOf(indicator);
      score += 100 * each.weight() * scale.normalised(place, value);
    }
    return score;
  }

  /** Knuth's product of uniforms, exact; normal beyond. */
  static double poisson(double mean, SplittableRandom random) {
    if (mean > EXACT_UP_TO) {
      return Math.max(0, Math.rint(mean + Math.sqrt(mean) * random.nextGaussian()));
    }
    double limit = Math.exp(-mean);
    double product = random.nextDouble();
    int count = 0;
    while (product > limit) {
      product *= random.nextDouble();
      count++;
    }
    return count;
  }

  /** By inversion from the end that is nearer, exact; normal beyond. */
  static double binomial(double successes, double trials, SplittableRandom random) {
    double p = Math.min(1, successes / trials);
    if (p > 0.5) {
      return trials - binomial(trials - successes, trials, random);
    }
    double variance = trials * p * (1 - p);
    if (variance > EXACT_UP_TO) {
      double drawn = Math.rint(trials * p + Math.sqrt(variance) * random.nextGaussian());
      return Math.min(trials, Math.max(0, drawn));
    }
    double probability = Math.exp(trials * Math.log1p(-p));
    double left = random.nextDouble();
    int count = 0;
    while (left > probability && count < trials) {
      left -= probability;
      probability *= (trials - count) / (count + 1) * p / (1 - p);
      count++;
    }
    return count;
  }
}

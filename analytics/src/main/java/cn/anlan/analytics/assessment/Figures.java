package cn.anlan.analytics.assessment;

import cn.anlan.analytics.accident.Severity;
import cn.anlan.analytics.assessment.facts.RegionFacts;
import cn.anlan.analytics.statistics.EmpiricalBayes;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The figures of all regions of a level and day: small rates smoothed by empirical Bayes over these
 * regions, so that one accident in a small county is not taken for a rate.
 */
final class Figures {
  /**
   * @param raw the figure as counted; NaN where it cannot be told
   * @param smoothed the same smoothed; NaN where it is not smoothed or cannot be told
   */
  record Figure(double count, double exposure, double raw, double smoothed) {
    /** What is graded. */
    double value() {
      return Double.isNaN(smoothed) ? raw : smoothed;
    }
  }

  private final Map<Severity, Double> severityWeights;
  private final Map<Indicator, EmpiricalBayes> priors = new EnumMap<>(Indicator.class);

  Figures(AssessmentModel model, List<RegionFacts> regions) {
    this.severityWeights = model.weightsOfSeverity();
    for (Indicator indicator : model.used()) {
      if (indicator.isSmoothed()) {
        List<RegionFacts> exposed =
            regions.stream().filter(r -> indicator.exposure(r) > 0).toList();
        priors.put(
            indicator,
            EmpiricalBayes.fit(
                exposed.stream().mapToDouble(r -> count(indicator, r)).toArray(),
                exposed.stream().mapToDouble(indicator::exposure).toArray()));
      }
    }
  }

  Figure of(Indicator indicator, RegionFacts region) {
    return of(indicator, count(indicator, region), indicator.exposure(region));
  }

  /** The figure that a count would give, the common rate being what it is. */
  Figure of(Indicator indicator, double count, double exposure) {
    double raw = indicator.value(count, exposure);
    EmpiricalBayes prior = priors.get(indicator);
    double smoothed =
        prior == null || Double.isNaN(raw)
            ? Double.NaN
            : indicator.per() * prior.rate(count, exposure);
    return new Figure(count, exposure, raw, smoothed);
  }

  /** The count that gives a figure; NaN where no count does, because the common rate is all. */
  double countFor(Indicator indicator, double value, double exposure) {
    EmpiricalBayes prior = priors.get(indicator);
    double rate = value / indicator.per();
    if (prior == null) {
      return rate * exposure;
    }
    double weight = prior.weight(exposure);
    return weight == 0
        ? Double.NaN
        : exposure * (prior.pooledRate() + (rate - prior.pooledRate()) / weight);
  }

  private double count(Indicator indicator, RegionFacts region) {
    return indicator.count(region, severityWeights);
  }
}

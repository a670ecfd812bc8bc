package cn.anlan.analytics.assessment;

import java.util.ArrayList;
import java.util.List;

/**
 * What turns figures into a score: lo and hi of the baseline, and the weights, judged and told by
 * entropy, combined as wᴬ·wᴱ/Σ. Where entropy tells nothing at all the judged weights stand alone.
 */
final class Scale {
  private final List<Indicator> indicators;
  private final double[] low;
  private final double[] high;
  private final double[] weights;

  Scale(AssessmentModel model, Baseline.Row row) {
    this.indicators = model.used();
    this.low = row.low().stream().mapToDouble(Double::doubleValue).toArray();
    this.high = row.high().stream().mapToDouble(Double::doubleValue).toArray();
    this.weights = combined(model.weighing().weights(), row.entropyWeights());
  }

  /** wᴬ·wᴱ/Σ; wᴬ where all products are 0. */
  static double[] combined(List<Double> judged, List<Double> entropy) {
    double[] weights = new double[judged.size()];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = judged.get(i) * entropy.get(i);
      sum += weights[i];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] = sum == 0 ? judged.get(i) : weights[i] / sum;
    }
    return weights;
  }

  List<Indicator> indicators() {
    return indicators;
  }

  double weight(int i) {
    return weights[i];
  }

  /** x′ = clip((x − lo)/(hi − lo), 0, 1); 0 where hi = lo, for then nothing can be told apart. */
  double normalised(int i, double value) {
    if (high[i] <= low[i]) {
      return 0;
    }
    return Math.min(1, Math.max(0, (value - low[i]) / (high[i] - low[i])));
  }

  /** The figure that is normalised to a share. */
  double value(int i, double normalised) {
    return low[i] + normalised * (high[i] - low[i]);
  }

  /** Indicators whose lo and hi are the same: they cannot tell regions apart. */
  List<Indicator> flat() {
    List<Indicator> flat = new ArrayList<>();
    for (int i = 0; i < low.length; i++) {
      if (high[i] <= low[i]) {
        flat.add(indicators.get(i));
      }
    }
    return flat;
  }
}

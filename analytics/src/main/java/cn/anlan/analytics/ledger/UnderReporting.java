package cn.anlan.analytics.ledger;

import cn.anlan.analytics.ledger.Suspicion.Kind;
import cn.anlan.analytics.statistics.CountDistribution;
import cn.anlan.analytics.statistics.FalseDiscovery;
import cn.anlan.analytics.statistics.NegativeBinomialDispersion;
import cn.anlan.geo.text.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Units that find far fewer hazards for their risk points than others do. The common rate is the
 * median of the units' rates, which a few silent ones do not move; units differ by habit, so the
 * scatter among those above half of it (NB2, maximum likelihood) is what a unit is held against.
 * Named are those below half the common rate with a false discovery rate below 5 %.
 */
public final class UnderReporting {
  private static final double FAR_BELOW = 0.5;
  private static final double RATE = 0.05;

  private UnderReporting() {}

  /**
   * @param riskPoints by unit; units without any are not looked at
   */
  public static List<Suspicion> find(
      HazardDays days, Map<String, Long> riskPoints, LocalDate from, LocalDate asOf) {
    List<String> units = riskPoints.keySet().stream().filter(u -> riskPoints.get(u) > 0).toList();
    double[] counts = units.stream().mapToDouble(days::found).toArray();
    double[] rates = new double[counts.length];
    for (int i = 0; i < rates.length; i++) {
      rates[i] = counts[i] / riskPoints.get(units.get(i));
    }
    double[] sorted = rates.clone();
    Arrays.sort(sorted);
    double common = sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    if (common == 0) {
      return List.of();
    }
    double[] means = units.stream().mapToDouble(u -> common * riskPoints.get(u)).toArray();
    double dispersion = scatter(counts, means, rates, common);
    double[] p = new double[counts.length];
    for (int i = 0; i < p.length; i++) {
      p[i] = new CountDistribution(means[i], dispersion).atMost((long) counts[i]);
    }
    double[] q = FalseDiscovery.adjusted(p);
    List<Suspicion> found = new ArrayList<>();
    for (int i = 0; i < q.length; i++) {
      if (q[i] < RATE && rates[i] < FAR_BELOW * common) {
        found.add(
            new Suspicion(
                Kind.UNDER_REPORTING,
                units.get(i),
                from,
                asOf,
                counts[i],
                means[i],
                q[i],
                new Text(
                    "每个风险点排查隐患数仅为全省中位水平的 %.0f%%（%.0f 条，应有约 %.0f 条）"
                        .formatted(100 * rates[i] / common, counts[i], means[i]),
                    "%.0f hazards where its risk points lead one to expect %.0f: %.0f%% of the median rate"
                        .formatted(counts[i], means[i], 100 * rates[i] / common))));
      }
    }
    return found;
  }

  private static double scatter(double[] counts, double[] means, double[] rates, double common) {
    int n = 0;
    double[] y = new double[counts.length];
    double[] mu = new double[counts.length];
    for (int i = 0; i < counts.length; i++) {
      if (rates[i] >= FAR_BELOW * common) {
        y[n] = counts[i];
        mu[n++] = means[i];
      }
    }
    return NegativeBinomialDispersion.fit(Arrays.copyOf(y, n), Arrays.copyOf(mu, n));
  }
}

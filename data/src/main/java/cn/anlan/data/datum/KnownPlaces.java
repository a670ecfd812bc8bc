package cn.anlan.data.datum;

import java.util.EnumMap;
import java.util.Map;

/**
 * What rows say whose place is known already: the row of the same code, the enterprise that a row
 * belongs to, or the road that it lies on, which tells the place across but not along. Under the
 * true datum the delivered point lies there, within both accuracies; or anywhere within {@value
 * #ASTRAY_M} m, once in ten times. What is stored may itself have come in under a wrong datum, so
 * all known places together never count for more than {@value #TRUST} to one.
 */
final class KnownPlaces {
  private static final double ASTRAY_M = 5_000;
  private static final double ASTRAY_RATE = 0.1;
  private static final double TRUST = 1_000;

  private final double pointSigmaM;
  private final Map<Hypothesis, Double> logLikelihood = new EnumMap<>(Hypothesis.class);
  private long rows;

  KnownPlaces(double pointSigmaM) {
    this.pointSigmaM = pointSigmaM;
    for (Hypothesis h : Hypothesis.values()) {
      logLikelihood.put(h, 0.0);
    }
  }

  /** A row at delivered degrees. */
  void add(double lonDeg, double latDeg, KnownPlace known) {
    rows++;
    double sigma = Math.hypot(known.sigmaM(), pointSigmaM);
    for (Hypothesis h : Hypothesis.values()) {
      double[] at = h.place(lonDeg, latDeg);
      double awayM = known.distanceM(at[0], at[1]);
      double across = Math.exp(-awayM * awayM / (2 * sigma * sigma));
      double near =
          across / (known.isLine() ? Math.sqrt(2 * Math.PI) * sigma : 2 * Math.PI * sigma * sigma);
      double astray = known.isLine() ? 1 / (2 * ASTRAY_M) : 1 / (Math.PI * ASTRAY_M * ASTRAY_M);
      logLikelihood.merge(
          h, Math.log((1 - ASTRAY_RATE) * near + ASTRAY_RATE * astray), Double::sum);
    }
  }

  long rows() {
    return rows;
  }

  /** Relative to the best, and no less than 1 : {@value #TRUST}. */
  double logLikelihood(Hypothesis h) {
    double best = logLikelihood.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    return Math.log(Math.exp(logLikelihood.get(h) - best) + 1 / TRUST) - Math.log1p(1 / TRUST);
  }
}

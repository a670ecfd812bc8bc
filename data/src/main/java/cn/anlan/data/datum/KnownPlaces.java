package cn.anlan.data.datum;

import java.util.EnumMap;
import java.util.Map;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;

/**
 * What rows say whose place is known already: the row of the same code, or the enterprise that a
 * row belongs to. Under the true datum the delivered point lies where the stored one does, within
 * both accuracies; or anywhere within {@value #ASTRAY_M} m, once in ten times. What is stored may
 * itself have come in under a wrong datum, so all known places together never count for more than
 * {@value #TRUST} to one.
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

  /**
   * @param sigmaM of the stored place, or how far the row may rightly be from it
   */
  void add(double lonDeg, double latDeg, double knownLonDeg, double knownLatDeg, double sigmaM) {
    rows++;
    double sigma = Math.hypot(sigmaM, pointSigmaM);
    for (Hypothesis h : Hypothesis.values()) {
      double[] at = h.place(lonDeg, latDeg);
      double awayM =
          Geodesic.WGS84.Inverse(at[1], at[0], knownLatDeg, knownLonDeg, GeodesicMask.DISTANCE).s12;
      double near = Math.exp(-awayM * awayM / (2 * sigma * sigma)) / (2 * Math.PI * sigma * sigma);
      double astray = 1 / (Math.PI * ASTRAY_M * ASTRAY_M);
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

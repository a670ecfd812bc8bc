package cn.anlan.web.hotspots;

import cn.anlan.analytics.hotspot.GetisOrd;
import cn.anlan.analytics.hotspot.GridGiStar;
import cn.anlan.analytics.hotspot.LocalMoran;
import cn.anlan.analytics.hotspot.SpatialWeights;
import cn.anlan.analytics.statistics.FalseDiscovery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Gi* and local Moran's I as findings, the surest first. */
final class Significance {
  /** The false discovery rate up to which a finding is listed as one. */
  static final double WEAKEST = 0.1;

  static final double USUAL = 0.05;
  static final double STRICT = 0.01;

  /** Drawings that Gi* costs nothing to have; local Moran's I draws so many for each unit. */
  private static final int GI_DRAWINGS = 99_999;

  private static final int MORAN_DRAWINGS = 9_999;
  private static final int MORAN_DRAWINGS_OF_MANY = 999;
  private static final int MANY = 1_000;

  /** Fixed, so that the same question has the same answer. */
  static final long SEED = 20_191;

  private Significance() {}

  static int drawings(HotspotQuestion question, int units) {
    return question.method() == Method.GI
        ? question.drawings(GI_DRAWINGS)
        : question.drawings(units > MANY ? MORAN_DRAWINGS_OF_MANY : MORAN_DRAWINGS);
  }

  /** Gi* of every unit. */
  static List<Finding> gi(Units units, HotspotQuestion question) {
    int drawings = drawings(question, units.size());
    double[] z = new double[units.size()];
    double[] p = new double[units.size()];
    double[] q = new double[units.size()];
    if (units instanceof GridUnits grid) {
      double bandM = question.reachM(GridGiStar.nextRingM(grid.cover().lattice()));
      GridGiStar gi = GridGiStar.of(grid.cover(), grid.ofLattice(), bandM, drawings, SEED);
      for (int unit = 0; unit < z.length; unit++) {
        z[unit] = gi.z(unit);
        p[unit] = gi.p(unit);
        q[unit] = gi.q(unit);
      }
    } else {
      SpatialWeights weights = units.weights();
      z = GetisOrd.giStar(units.values(), weights);
      p = GetisOrd.starP(units.values(), weights, drawings, SEED);
      q = FalseDiscovery.adjusted(p);
    }
    List<Finding> findings = new ArrayList<>();
    for (int unit = 0; unit < z.length; unit++) {
      findings.add(finding(units, unit, null, z[unit], p[unit], q[unit], heat(z[unit], q[unit])));
    }
    return sorted(findings);
  }

  /** Local Moran's I of every unit. */
  static List<Finding> localMoran(Units units, HotspotQuestion question) {
    LocalMoran local =
        LocalMoran.of(
            units.values(),
            units.weights().rowStandardised(),
            drawings(question, units.size()),
            SEED);
    double[] q = FalseDiscovery.adjusted(local.p());
    List<Finding> findings = new ArrayList<>();
    for (int unit = 0; unit < q.length; unit++) {
      String verdict =
          q[unit] <= USUAL ? local.quadrant(unit).name().toLowerCase(Locale.ROOT) : Finding.NONE;
      findings.add(
          finding(
              units, unit, local.statistic(unit), local.z(unit), local.p(unit), q[unit], verdict));
    }
    return sorted(findings);
  }

  private static Finding finding(
      Units units, int unit, Double statistic, double z, double p, double q, String verdict) {
    return new Finding(
        units.code(unit),
        units.name(unit),
        units.count(unit),
        Finding.orNull(units.rate(unit)),
        null,
        statistic,
        Finding.orNull(z),
        Finding.orNull(p),
        Finding.orNull(q),
        verdict,
        unit);
  }

  /** The class of Gi*: hot or cold, and how sure. */
  private static String heat(double z, double q) {
    if (!(q <= WEAKEST)) {
      return Finding.NONE;
    }
    String sure = q <= STRICT ? "_99" : q <= USUAL ? "_95" : "_90";
    return (z > 0 ? "hot" : "cold") + sure;
  }

  /** Findings first, the surest before, the greater value before; else in order of the units. */
  private static List<Finding> sorted(List<Finding> findings) {
    findings.sort(
        Comparator.comparing(Finding::isFinding)
            .reversed()
            .thenComparing(f -> f.q() == null ? 1 : f.q())
            .thenComparing(f -> f.z() == null ? 0 : -Math.abs(f.z()))
            .thenComparing(Finding::unit));
    return findings;
  }
}

package cn.anlan.web.hotspots;

import cn.anlan.analytics.hotspot.GiStar;
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

  /** For Gi* of values that are no counts: one set of drawings serves all units. */
  private static final int GI_DRAWINGS = 99_999;

  /** For each unit by itself. */
  private static final int MORAN_DRAWINGS = 9_999;

  private static final int MORAN_DRAWINGS_OF_MANY = 999;
  private static final int MANY = 1_000;

  /** Fixed, so that the same question has the same answer. */
  static final long SEED = 20_191;

  private Significance() {}

  /**
   * Every unit, findings first.
   *
   * @param expectedBelow05 how many units would have p below 0.05 by chance alone
   * @param drawings behind p; null where p is exact
   */
  record Tested(List<Finding> findings, double expectedBelow05, Integer drawings) {}

  /** Gi* of every unit. */
  static Tested gi(Units units, HotspotQuestion question) {
    int drawings = question.drawings(GI_DRAWINGS);
    GiStar gi;
    if (units instanceof GridUnits grid) {
      double bandM = question.reachM(GiStar.nextRingM(grid.cover().lattice()));
      gi = GiStar.of(grid.cover(), grid.ofLattice(), bandM, drawings, SEED);
    } else {
      gi = GiStar.of(units.values(), units.weights(), drawings, SEED);
    }
    List<Finding> findings = new ArrayList<>();
    for (int unit = 0; unit < gi.size(); unit++) {
      String verdict = heat(gi.z(unit), gi.q(unit));
      findings.add(finding(units, unit, null, gi.z(unit), gi.p(unit), gi.q(unit), verdict));
    }
    return new Tested(
        sorted(findings), gi.expectedBelow(USUAL), gi.isExact() ? null : (Integer) drawings);
  }

  /** Local Moran's I of every unit. */
  static Tested localMoran(Units units, HotspotQuestion question) {
    int drawings = question.drawings(units.size() > MANY ? MORAN_DRAWINGS_OF_MANY : MORAN_DRAWINGS);
    SpatialWeights weights = units.weights().rowStandardised();
    LocalMoran local = LocalMoran.of(units.values(), weights, drawings, SEED);
    double[] q = FalseDiscovery.adjusted(local.p());
    List<Finding> findings = new ArrayList<>();
    for (int unit = 0; unit < q.length; unit++) {
      String verdict =
          q[unit] <= USUAL ? local.quadrant(unit).name().toLowerCase(Locale.ROOT) : Finding.NONE;
      findings.add(
          finding(
              units, unit, local.statistic(unit), local.z(unit), local.p(unit), q[unit], verdict));
    }
    int tested = units.size() - weights.isolates().length;
    return new Tested(sorted(findings), USUAL * tested, drawings);
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

package cn.anlan.geo.rule;

import cn.anlan.geo.distance.NearestPair;
import java.util.Comparator;
import java.util.List;

/**
 * The distance of a site from one shore, and what it alone leads to.
 *
 * @param distanceM rounded to the micrometre, the engine's own resolution, so that a site at the
 *     very limit is not decided by the last bit of a double
 * @param uncertaintyM U, or null where a σ is missing
 */
record Measured(
    Shores.Candidate candidate,
    NearestPair pair,
    double distanceM,
    Double uncertaintyM,
    Verdict verdict) {
  /** The worst verdict first, then the nearest, then by code. */
  static final Comparator<Measured> WORST_FIRST =
      Comparator.comparingInt((Measured m) -> gravity(m.verdict)).thenComparing(nearestFirst());

  static Comparator<Measured> nearestFirst() {
    return Comparator.comparingDouble((Measured m) -> m.distanceM)
        .thenComparing(m -> m.candidate.shore().code())
        .thenComparing(m -> m.candidate.shore().id());
  }

  static Measured of(
      RuleKind.MinDistance demand, Site site, Shores.Candidate candidate, NearestPair pair) {
    double d = Math.rint(pair.distanceM() * 1e6) / 1e6;
    Double u = uncertaintyM(site, candidate.shore());
    return new Measured(candidate, pair, d, u, verdict(demand, candidate, d, u));
  }

  /** U = 2·√(σ_subject² + σ_target² + σ_definition²), metres; null where a σ is missing. */
  static Double uncertaintyM(Site site, Shore shore) {
    Double subject = site.sigmaM() == null && site.proposal() ? Double.valueOf(0) : site.sigmaM();
    if (subject == null || shore.sigmaM() == null) {
      return null;
    }
    double definition = shore.sigmaDefinitionM() == null ? 0 : shore.sigmaDefinitionM();
    return 2 * Math.hypot(Math.hypot(subject, shore.sigmaM()), definition);
  }

  private static Verdict verdict(
      RuleKind.MinDistance demand, Shores.Candidate candidate, double d, Double u) {
    if (u == null || candidate.openField() != null) {
      return Verdict.NOT_ASSESSABLE;
    }
    if (Math.abs(d - demand.thresholdM()) < u) {
      return Verdict.NEEDS_SURVEY;
    }
    return demand.isBrokenAt(d) ? Verdict.FAIL : Verdict.PASS;
  }

  private static int gravity(Verdict verdict) {
    return switch (verdict) {
      case FAIL -> 0;
      case NEEDS_SURVEY -> 1;
      case NOT_ASSESSABLE -> 2;
      default -> 3;
    };
  }

  Finding.Secondary toSecondary(double thresholdM) {
    Shore shore = candidate.shore();
    return new Finding.Secondary(
        shore.id(),
        shore.code(),
        shore.waterName(),
        shore.definition(),
        distanceM,
        distanceM - thresholdM,
        uncertaintyM,
        verdict,
        subjectPoint(),
        targetPoint(),
        shore.isDemo());
  }

  List<Double> subjectPoint() {
    return List.of(pair.subjectLonDeg(), pair.subjectLatDeg());
  }

  List<Double> targetPoint() {
    return List.of(pair.targetLonDeg(), pair.targetLatDeg());
  }
}

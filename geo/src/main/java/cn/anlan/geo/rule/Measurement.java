package cn.anlan.geo.rule;

import cn.anlan.geo.distance.GeodesicTarget;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One site measured against all shores of a rule.
 *
 * <p>Every shore that could matter (within D + U) is measured. A shore of which a σ or a needed
 * attribute is missing could be anywhere; it is measured within 2·D, for a line that may be off by
 * more than the distance to be kept is no measurement of it ([design]). Where nothing is that near,
 * the nearest shore of all decides.
 *
 * @param decisive the shore with the worst verdict, the nearest among those; null without shores
 */
record Measurement(Measured decisive, List<Measured> secondary) {

  static Measurement of(
      RuleKind.MinDistance demand, Site site, GeodesicTarget subject, Shores.Selection shores) {
    List<Measured> near = within(demand, site, subject, shores.primary());
    if (near.stream().allMatch(m -> m.verdict() == Verdict.PASS)) {
      Measured nearest = nearest(demand, site, subject, shores.primary());
      if (nearest == null) {
        return new Measurement(null, within(demand, site, subject, shores.others()));
      }
      near.removeIf(m -> m.candidate() == nearest.candidate());
      near.add(nearest);
    }
    Measured decisive = near.stream().min(Measured.WORST_FIRST).orElseThrow();
    near.remove(decisive);
    near.addAll(lesser(demand, site, subject, shores.others(), decisive));
    near.sort(Measured.nearestFirst());
    return new Measurement(decisive, near);
  }

  /** Other shores within reach, and those of the decisive water wherever they are. */
  private static List<Measured> lesser(
      RuleKind.MinDistance demand,
      Site site,
      GeodesicTarget subject,
      List<Shores.Candidate> others,
      Measured decisive) {
    String water = decisive.candidate().shore().waterCode();
    List<Shores.Candidate> elsewhere = new ArrayList<>();
    List<Measured> found = new ArrayList<>();
    for (Shores.Candidate c : others) {
      if (c.shore().waterCode().equals(water)) {
        found.add(Measured.of(demand, site, c, c.target().nearest(subject)));
      } else {
        elsewhere.add(c);
      }
    }
    found.addAll(within(demand, site, subject, elsewhere));
    return found;
  }

  private static List<Measured> within(
      RuleKind.MinDistance demand,
      Site site,
      GeodesicTarget subject,
      List<Shores.Candidate> candidates) {
    List<Measured> found = new ArrayList<>();
    for (Shores.Candidate c : candidates) {
      Double u = Measured.uncertaintyM(site, c.shore());
      boolean open = u == null || c.openField() != null;
      double reachM = demand.thresholdM() + (open ? demand.thresholdM() : u);
      c.target()
          .nearestWithin(subject, reachM)
          .ifPresent(pair -> found.add(Measured.of(demand, site, c, pair)));
    }
    return found;
  }

  private static Measured nearest(
      RuleKind.MinDistance demand,
      Site site,
      GeodesicTarget subject,
      List<Shores.Candidate> candidates) {
    record Bounded(Shores.Candidate candidate, double boundM) {}
    List<Bounded> order =
        candidates.stream()
            .map(c -> new Bounded(c, c.target().lowerBoundM(subject)))
            .sorted(Comparator.comparingDouble(Bounded::boundM))
            .toList();
    Measured best = null;
    double bestM = Double.POSITIVE_INFINITY;
    for (Bounded b : order) {
      if (b.boundM > bestM) {
        break;
      }
      Measured next =
          b.candidate
              .target()
              .nearestWithin(subject, bestM)
              .map(pair -> Measured.of(demand, site, b.candidate, pair))
              .orElse(null);
      if (next != null && (best == null || Measured.nearestFirst().compare(next, best) < 0)) {
        best = next;
        bestM = next.pair().distanceM();
      }
    }
    return best;
  }
}

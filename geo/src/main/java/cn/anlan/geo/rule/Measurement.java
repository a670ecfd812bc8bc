package cn.anlan.geo.rule;

import cn.anlan.geo.distance.GeodesicTarget;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * One site measured against all shores of a rule.
 *
 * <p>A water's best shores are measured to; see {@link #unexplained} for where they end. Every
 * shore that could matter (within D + U) is measured. A shore of which a σ or a needed attribute is
 * missing could be anywhere; it is measured within 2·D, for a line that may be off by more than the
 * distance to be kept is no measurement of it ([design]). Where nothing is that near, the nearest
 * shore of all decides.
 *
 * @param decisive the shore with the worst verdict, the nearest among those; null without shores
 */
record Measurement(Measured decisive, List<Measured> secondary) {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  /** Shores of one water nearer to one another than this describe the same stretch ([design]). */
  private static final double SAME_STRETCH_M = 5_000;

  static Measurement of(
      RuleKind.MinDistance demand, Site site, GeodesicTarget subject, Shores.Selection shores) {
    List<Measured> near = within(demand, site, subject, shores.primary());
    near.addAll(unexplained(demand, site, subject, shores));
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
    for (Measured m : lesser(demand, site, subject, shores.others(), decisive)) {
      boolean known = m.candidate() == decisive.candidate();
      if (!known && near.stream().noneMatch(n -> n.candidate() == m.candidate())) {
        near.add(m);
      }
    }
    near.sort(Measured.nearestFirst());
    return new Measurement(decisive, near);
  }

  /**
   * Lesser ranked shores that still count: where a better shore describes only a part of the water,
   * a lesser one stays in force along the rest. It gives way where the better one runs within 5 km,
   * or within its own uncertainty, of the point that was measured to ([design]). Invented shores
   * never count for a real site.
   */
  private static List<Measured> unexplained(
      RuleKind.MinDistance demand, Site site, GeodesicTarget subject, Shores.Selection shores) {
    List<Measured> found = new ArrayList<>();
    for (Measured m : within(demand, site, subject, shores.others())) {
      Shore shore = m.candidate().shore();
      if (m.verdict() == Verdict.PASS || shore.isDemo() && !site.allowsDemo()) {
        continue;
      }
      double sameStretchM =
          Math.max(SAME_STRETCH_M, m.uncertaintyM() == null ? 0 : m.uncertaintyM());
      Geometry foot =
          FACTORY.createPoint(new Coordinate(m.pair().targetLonDeg(), m.pair().targetLatDeg()));
      boolean explained =
          shores.primary().stream()
              .filter(c -> c.shore().waterCode().equals(shore.waterCode()))
              .anyMatch(c -> c.target().nearestWithin(foot, sameStretchM).isPresent());
      if (!explained) {
        found.add(m);
      }
    }
    return found;
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
      double reachM =
          demand.thresholdM() + (open ? Math.max(demand.thresholdM(), u == null ? 0 : u) : u);
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

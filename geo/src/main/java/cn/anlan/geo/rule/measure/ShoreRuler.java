package cn.anlan.geo.rule.measure;

import cn.anlan.geo.distance.GeodesicTarget;
import cn.anlan.geo.distance.NearestPair;
import cn.anlan.geo.rule.Reason;
import cn.anlan.geo.rule.Shore;
import cn.anlan.geo.rule.Site;
import cn.anlan.geo.rule.Target;
import cn.anlan.geo.rule.Verdict;
import cn.anlan.geo.rule.ground.Shores;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Measures sites against the shores of a target.
 *
 * <p>A water's best shores are measured to; see {@link #unexplained} for where they end. Every
 * shore that could matter (within D + U) is measured. A shore of which a σ or a needed attribute is
 * missing could be anywhere; it is measured within 2·D, for a line that may be off by more than the
 * distance to be kept is no measurement of it ([design]). Where nothing is that near, the nearest
 * shore of all decides.
 */
final class ShoreRuler implements Ruler {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  /** Shores of one water nearer to one another than this describe the same stretch ([design]). */
  private static final double SAME_STRETCH_M = 5_000;

  private final Threshold threshold;
  private final Shores.Selection forReal;
  private final Shores.Selection forDemo;

  ShoreRuler(Target target, boolean inclusive, Shores shores) {
    this.threshold =
        new Threshold(
            target.distance().plainM().orElseThrow(), inclusive, target.distance().source());
    this.forReal = shores.select(target, false);
    this.forDemo = shores.select(target, true);
  }

  /** A shore that was measured. */
  private record At(Shores.Candidate candidate, NearestPair pair, Measured measured) {
    Verdict verdict() {
      return measured.verdict();
    }
  }

  @Override
  public Measurement measure(Site site, GeodesicTarget subject) {
    return measure(site, subject, site.allowsDemo() ? forDemo : forReal);
  }

  private Measurement measure(Site site, GeodesicTarget subject, Shores.Selection shores) {
    List<At> near = within(site, subject, shores.primary());
    near.addAll(unexplained(site, subject, shores));
    if (near.stream().allMatch(m -> m.verdict() == Verdict.PASS)) {
      At nearest = nearest(site, subject, shores.primary());
      if (nearest == null) {
        return Measurement.of(null, measured(within(site, subject, shores.others())));
      }
      near.removeIf(m -> m.candidate == nearest.candidate);
      near.add(nearest);
    }
    At decisive = near.stream().min(Comparator.comparing(At::measured, Measured.WORST_FIRST)).get();
    near.remove(decisive);
    for (At m : lesser(site, subject, shores.others(), decisive)) {
      boolean known = m.candidate == decisive.candidate;
      if (!known && near.stream().noneMatch(n -> n.candidate == m.candidate)) {
        near.add(m);
      }
    }
    return Measurement.of(decisive.measured, measured(near));
  }

  private static List<Measured> measured(List<At> shores) {
    return shores.stream().map(At::measured).toList();
  }

  /**
   * Lesser ranked shores that still count: where a better shore describes only a part of the water,
   * a lesser one stays in force along the rest. It gives way where the better one runs within 5 km,
   * or within its own uncertainty, of the point that was measured to ([design]). Invented shores
   * never count for a real site.
   */
  private List<At> unexplained(Site site, GeodesicTarget subject, Shores.Selection shores) {
    List<At> found = new ArrayList<>();
    for (At m : within(site, subject, shores.others())) {
      Shore shore = m.candidate.shore();
      if (m.verdict() == Verdict.PASS || shore.isDemo() && !site.allowsDemo()) {
        continue;
      }
      double sameStretchM =
          Math.max(
              SAME_STRETCH_M, m.measured.uncertaintyM() == null ? 0 : m.measured.uncertaintyM());
      Geometry foot =
          FACTORY.createPoint(new Coordinate(m.pair.targetLonDeg(), m.pair.targetLatDeg()));
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
  private List<At> lesser(
      Site site, GeodesicTarget subject, List<Shores.Candidate> others, At decisive) {
    String water = decisive.candidate.shore().waterCode();
    List<Shores.Candidate> elsewhere = new ArrayList<>();
    List<At> found = new ArrayList<>();
    for (Shores.Candidate c : others) {
      if (c.shore().waterCode().equals(water)) {
        found.add(at(site, c, c.target().nearest(subject)));
      } else {
        elsewhere.add(c);
      }
    }
    found.addAll(within(site, subject, elsewhere));
    return found;
  }

  private List<At> within(Site site, GeodesicTarget subject, List<Shores.Candidate> candidates) {
    List<At> found = new ArrayList<>();
    for (Shores.Candidate c : candidates) {
      Double u = uncertaintyM(site, c.shore());
      boolean open = u == null || c.openField() != null;
      double reachM =
          threshold.metres() + (open ? Math.max(threshold.metres(), u == null ? 0 : u) : u);
      c.target().nearestWithin(subject, reachM).ifPresent(pair -> found.add(at(site, c, pair)));
    }
    return found;
  }

  private At nearest(Site site, GeodesicTarget subject, List<Shores.Candidate> candidates) {
    record Bounded(Shores.Candidate candidate, double boundM) {}
    List<Bounded> order =
        candidates.stream()
            .map(c -> new Bounded(c, c.target().lowerBoundM(subject)))
            .sorted(Comparator.comparingDouble(Bounded::boundM))
            .toList();
    At best = null;
    double bestM = Double.POSITIVE_INFINITY;
    for (Bounded b : order) {
      if (b.boundM > bestM) {
        break;
      }
      At next =
          b.candidate
              .target()
              .nearestWithin(subject, bestM)
              .map(pair -> at(site, b.candidate, pair))
              .orElse(null);
      if (next != null
          && (best == null || Measured.NEAREST_FIRST.compare(next.measured, best.measured) < 0)) {
        best = next;
        bestM = next.pair.distanceM();
      }
    }
    return best;
  }

  private At at(Site site, Shores.Candidate candidate, NearestPair pair) {
    Shore shore = candidate.shore();
    double d = Measured.rounded(pair.distanceM());
    Double u = uncertaintyM(site, shore);
    boolean assumed = shore.sigmaDefinitionM() == null && !shore.definition().equals("legal");
    Feature feature =
        new Feature(
            Target.SHORELINE,
            shore.id(),
            shore.code(),
            shore.waterName(),
            shore.definition(),
            shore.isDemo(),
            assumed && !shore.isDemo());
    Reason open = null;
    if (u == null) {
      open = TargetReasons.shoreAccuracy(shore);
    }
    if (candidate.openField() != null) {
      open = TargetReasons.waterAttribute(shore, candidate.openField());
    }
    Measured measured =
        new Measured(
            feature,
            d,
            threshold,
            u,
            open == null ? threshold.verdict(d, u) : Verdict.NOT_ASSESSABLE,
            List.of(pair.subjectLonDeg(), pair.subjectLatDeg()),
            List.of(pair.targetLonDeg(), pair.targetLatDeg()),
            open,
            null,
            null);
    return new At(candidate, pair, measured);
  }

  /** U = 2·√(σ_subject² + σ_target² + σ_definition²), metres; null where a σ is missing. */
  private static Double uncertaintyM(Site site, Shore shore) {
    Double subject = site.knownSigmaM();
    if (subject == null || shore.sigmaM() == null) {
      return null;
    }
    double definition = shore.sigmaDefinitionM() == null ? 0 : shore.sigmaDefinitionM();
    return 2 * Math.hypot(Math.hypot(subject, shore.sigmaM()), definition);
  }
}

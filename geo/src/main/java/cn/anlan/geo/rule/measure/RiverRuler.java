package cn.anlan.geo.rule.measure;

import cn.anlan.geo.distance.GeodesicTarget;
import cn.anlan.geo.filter.Logic;
import cn.anlan.geo.rule.Site;
import cn.anlan.geo.rule.Target;
import cn.anlan.geo.rule.Verdict;
import cn.anlan.geo.rule.ground.TargetLayer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Measures along the centre line of the river that a site and a target share: from the nearest end
 * of the stretch that the site takes up to the target's foot. Upstream and downstream are seen from
 * the target. Where the line ends within reach and does not go on, nobody knows what follows, and
 * the site is not assessable.
 */
final class RiverRuler implements Ruler {
  private final Target target;
  private final boolean inclusive;
  private final TargetLayer layer;
  private final Rivers rivers;
  private final Pairs pairs;
  private final ConcurrentMap<Rivers.River, List<Standing>> standing = new ConcurrentHashMap<>();

  /** A target on a river: on which of its parts, and where. */
  private record Standing(int row, int part, PathLine.Position at) {}

  RiverRuler(Target target, boolean inclusive, TargetLayer layer, Rivers rivers) {
    this.target = target;
    this.inclusive = inclusive;
    this.layer = layer;
    this.rivers = rivers;
    this.pairs = new Pairs(target, layer);
  }

  @Override
  public Measurement measure(Site site, GeodesicTarget subject) {
    Rivers.Choice choice = rivers.of(site, subject);
    if (choice.open() != null) {
      return Measurement.open(choice.open());
    }
    if (choice.river() == null) {
      return Measurement.NONE;
    }
    Rivers.River river = choice.river();
    Rivers.Stretch stretch = river.stretch(site.geometry(), subject);
    List<Measured> near = new ArrayList<>();
    List<Measured> barred = new ArrayList<>();
    Measured nearest = null;
    for (Standing s : standing.computeIfAbsent(river, this::targetsOn)) {
      Logic counts = s.part == stretch.part() ? pairs.counts(site, s.row) : Logic.FALSE;
      if (counts == Logic.FALSE) {
        continue;
      }
      Measured measured = measured(site, river, stretch, s, counts);
      if (!pairs.mayDecide(site, s.row)) {
        if (measured.verdict() != Verdict.PASS) {
          barred.add(measured);
        }
      } else if (measured.verdict() != Verdict.PASS) {
        near.add(measured);
      } else if (nearest == null || Measured.NEAREST_FIRST.compare(measured, nearest) < 0) {
        nearest = measured;
      }
    }
    if (near.isEmpty()) {
      if (endsWithinReach(river, stretch)) {
        return Measurement.open(TargetReasons.riverBroken(river.feature()));
      }
      return Measurement.of(nearest, barred);
    }
    Measured decisive = near.stream().min(Measured.WORST_FIRST).orElseThrow();
    near.remove(decisive);
    near.addAll(barred);
    return Measurement.of(decisive, near);
  }

  private List<Standing> targetsOn(Rivers.River river) {
    List<Standing> found = new ArrayList<>();
    for (int part = 0; part < river.parts().size(); part++) {
      PathLine path = river.parts().get(part);
      int on = part;
      layer
          .index()
          .within(
              path.target(),
              river.reachM(layer.greatestSigmaM()),
              hit -> {
                double u = river.uncertaintyM(layer.sigmaM(hit.owner()));
                if (rivers.isOf(river, layer, hit.owner())
                    && hit.pair().distanceM() <= rivers.lateralM() + u) {
                  GeodesicTarget shape = GeodesicTarget.of(layer.geometry(hit.owner()));
                  found.add(new Standing(hit.owner(), on, path.position(shape)));
                }
              });
    }
    return found;
  }

  private Measured measured(
      Site site, Rivers.River river, Rivers.Stretch stretch, Standing s, Logic counts) {
    double t = s.at.alongM();
    boolean above = stretch.toM() < t;
    double alongM = above ? t - stretch.toM() : Math.max(0, stretch.fromM() - t);
    boolean beside = stretch.fromM() <= t && t <= stretch.toM();
    Target.Reach reach = target.reach();
    double demandedM =
        beside
            ? Math.max(reach.upstreamM(), reach.downstreamM())
            : above ? reach.upstreamM() : reach.downstreamM();
    Threshold threshold = new Threshold(demandedM, inclusive, null);
    Feature feature = Features.of(layer, s.row);
    double d = Measured.rounded(alongM);
    Double u = uncertaintyM(site, river, s.row);
    boolean assessable = counts == Logic.TRUE && u != null;
    Verdict verdict = assessable ? threshold.verdict(d, u) : Verdict.NOT_ASSESSABLE;
    if (!assessable && d > 2 * demandedM + (u == null ? 0 : u)) {
      verdict = Verdict.PASS;
    }
    PathLine.Position foot = above ? stretch.lower() : stretch.upper();
    return new Measured(
        feature,
        d,
        threshold,
        u,
        verdict,
        List.of(foot.footLonDeg(), foot.footLatDeg()),
        List.of(s.at.footLonDeg(), s.at.footLatDeg()),
        verdict != Verdict.NOT_ASSESSABLE
            ? null
            : counts == Logic.TRUE ? TargetReasons.accuracy(feature) : pairs.open(site, s.row),
        null,
        above ? "upstream" : "downstream");
  }

  private Double uncertaintyM(Site site, Rivers.River river, int row) {
    double own = layer.sigmaM(row);
    return site.knownSigmaM() == null || Double.isNaN(own) || Double.isNaN(river.sigmaM())
        ? null
        : (Double) (2 * Math.hypot(Math.hypot(site.knownSigmaM(), own), river.sigmaM()));
  }

  /** A river in several parts that do not meet: what lies beyond the gap is not known. */
  private boolean endsWithinReach(Rivers.River river, Rivers.Stretch stretch) {
    if (river.parts().size() == 1) {
      return false;
    }
    int last = river.parts().size() - 1;
    double restM = river.parts().get(stretch.part()).lengthM() - stretch.toM();
    boolean above = stretch.part() > 0 && stretch.fromM() < target.reach().downstreamM();
    boolean below = stretch.part() < last && restM < target.reach().upstreamM();
    return above || below;
  }
}

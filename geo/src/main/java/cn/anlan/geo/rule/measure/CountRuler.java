package cn.anlan.geo.rule.measure;

import cn.anlan.geo.distance.GeodesicTarget;
import cn.anlan.geo.distance.NearestPair;
import cn.anlan.geo.filter.Logic;
import cn.anlan.geo.rule.Finding;
import cn.anlan.geo.rule.RuleKind;
import cn.anlan.geo.rule.Site;
import cn.anlan.geo.rule.Target;
import cn.anlan.geo.rule.Verdict;
import cn.anlan.geo.rule.ground.TargetLayer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Counts the features of a layer within reach of a site: in a circle about it, or down a line of
 * its own. What is nearer to the limit of reach than U counts as possible only, and so does what
 * has no σ and would be in reach if it stood 200 m off ([design]).
 */
final class CountRuler implements Ruler {
  private static final double UNKNOWN_SIGMA_M = 200;

  private final Target target;
  private final RuleKind.Count count;
  private final TargetLayer layer;
  private final OwnLines lines;
  private final Pairs pairs;

  /**
   * @param lines the lines that are walked down; null counts in a circle
   */
  CountRuler(Target target, RuleKind.Count count, TargetLayer layer, OwnLines lines) {
    this.target = target;
    this.count = count;
    this.layer = layer;
    this.lines = lines;
    this.pairs = new Pairs(target, layer);
  }

  /**
   * Something within reach.
   *
   * @param margin how far it is within the limit, metres; the smaller of along and aside
   */
  private record Found(int row, NearestPair pair, double distanceM, double margin, double u) {}

  @Override
  public Measurement measure(Site site, GeodesicTarget subject) {
    if (count.maxField() != null
        && !(site.attributes().value(count.maxField()) instanceof Number)) {
      return Measurement.open(TargetReasons.subjectAttribute(count.maxField()));
    }
    List<Found> found = new ArrayList<>();
    if (lines == null) {
      circle(site, subject, found);
      return counted(site, found);
    }
    List<OwnLines.Own> own = lines.of(site);
    if (own.isEmpty()) {
      return Measurement.open(TargetReasons.noPath(lines.layer(), site));
    }
    double shortestM = Double.POSITIVE_INFINITY;
    for (OwnLines.Own line : own) {
      if (Double.isNaN(line.sigmaM())) {
        return Measurement.open(TargetReasons.accuracy(line.feature()));
      }
      line.paths().forEach(path -> walk(site, path, line.sigmaM(), found));
      for (PathLine path : line.paths()) {
        shortestM = Math.min(shortestM, path.lengthM());
      }
    }
    Measurement counted = counted(site, found);
    boolean broken = counted.count().certain() > max(site);
    return shortestM < count.withinM() && !broken
        ? Measurement.open(TargetReasons.shortPath(shortestM, count.withinM()))
        : counted;
  }

  private void circle(Site site, GeodesicTarget subject, List<Found> found) {
    double greatestU = 2 * Math.hypot(sigma(site), layer.greatestSigmaM());
    double reachM = count.withinM() + Math.max(greatestU, UNKNOWN_SIGMA_M);
    layer
        .index()
        .within(
            subject,
            reachM,
            hit -> {
              double d = hit.pair().distanceM();
              double u = uncertaintyM(hit.owner(), sigma(site));
              found.add(new Found(hit.owner(), hit.pair(), d, count.withinM() - d, u));
            });
  }

  private void walk(Site site, PathLine path, double sigmaM, List<Found> found) {
    double lateralM = count.along().lateralM();
    double greatestU = Math.max(2 * Math.hypot(sigmaM, layer.greatestSigmaM()), UNKNOWN_SIGMA_M);
    PathLine reach = path.first(count.withinM() + greatestU);
    boolean cut = reach != path;
    layer
        .index()
        .within(
            reach.target(),
            lateralM + greatestU,
            hit -> {
              NearestPair pair = hit.pair().swapped();
              double alongM = reach.alongM(pair.targetLonDeg(), pair.targetLatDeg());
              boolean atCut = cut && alongM > reach.lengthM() - 1e-3;
              if (!atCut) {
                double margin = Math.min(count.withinM() - alongM, lateralM - pair.distanceM());
                double u = uncertaintyM(hit.owner(), sigmaM);
                found.add(new Found(hit.owner(), fromStart(path, pair), alongM, margin, u));
              }
            });
  }

  /** From where the line begins to what was found. */
  private static NearestPair fromStart(PathLine path, NearestPair pair) {
    return new NearestPair(
        pair.distanceM(),
        path.start().x,
        path.start().y,
        pair.subjectLonDeg(),
        pair.subjectLatDeg());
  }

  private Measurement counted(Site site, List<Found> found) {
    long certain = 0;
    long possible = 0;
    List<Found> relevant = new ArrayList<>();
    boolean[] seen = new boolean[layer.size()];
    found.sort(Comparator.comparingDouble(Found::margin).reversed());
    for (Found f : found) {
      Logic counts = pairs.counts(site, f.row);
      boolean maybe = f.margin > -f.u || f.margin >= 0;
      if (!maybe || seen[f.row] || counts == Logic.FALSE || !pairs.mayDecide(site, f.row)) {
        continue;
      }
      seen[f.row] = true;
      Long amount = amount(f.row);
      boolean sure = counts == Logic.TRUE && f.margin >= f.u && amount != null;
      certain += sure ? amount : 0;
      possible += amount == null ? max(site) + 1 : amount;
      if (amount == null || amount > 0) {
        relevant.add(f);
      }
    }
    Finding.Count result =
        new Finding.Count(certain, possible, max(site), count.withinM(), target.countField());
    List<Measured> measured =
        relevant.stream()
            .sorted(Comparator.comparingDouble(Found::distanceM))
            .map(this::measured)
            .toList();
    Measured first = measured.isEmpty() ? null : measured.get(0);
    Measurement all =
        Measurement.of(first, measured.isEmpty() ? measured : measured.subList(1, measured.size()));
    return new Measurement(all.decisive(), all.secondary(), result, null);
  }

  private Measured measured(Found f) {
    boolean sure = f.margin >= f.u;
    return new Measured(
        Features.of(layer, f.row),
        Measured.rounded(f.distanceM),
        new Threshold(count.withinM(), true, null),
        f.u == Double.POSITIVE_INFINITY ? null : (Double) f.u,
        sure ? Verdict.FAIL : Verdict.NEEDS_SURVEY,
        List.of(f.pair.subjectLonDeg(), f.pair.subjectLatDeg()),
        List.of(f.pair.targetLonDeg(), f.pair.targetLatDeg()),
        null,
        null,
        lines == null ? null : "downstream");
  }

  /** How many are allowed: so many, or what the site itself says. */
  private long max(Site site) {
    return count.maxField() == null
        ? count.max()
        : ((Number) site.attributes().value(count.maxField())).longValue();
  }

  /** How much a feature counts; null where its field is empty. */
  private Long amount(int row) {
    if (target.countField() == null) {
      return 1L;
    }
    return layer.attributes(row).value(target.countField()) instanceof Number n
        ? (Long) n.longValue()
        : null;
  }

  /** U, or infinite where the feature's σ is missing. */
  private double uncertaintyM(int row, double sigmaM) {
    double own = layer.sigmaM(row);
    return Double.isNaN(own) ? Double.POSITIVE_INFINITY : 2 * Math.hypot(sigmaM, own);
  }

  private static double sigma(Site site) {
    return site.knownSigmaM() == null ? 0 : site.knownSigmaM();
  }
}

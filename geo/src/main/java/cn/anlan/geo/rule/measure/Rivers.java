package cn.anlan.geo.rule.measure;

import cn.anlan.geo.distance.GeodesicTarget;
import cn.anlan.geo.distance.Hit;
import cn.anlan.geo.filter.Logic;
import cn.anlan.geo.rule.Reason;
import cn.anlan.geo.rule.RuleKind;
import cn.anlan.geo.rule.Site;
import cn.anlan.geo.rule.ground.TargetLayer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** The rivers of a line layer, with their direction, and which of them a site or target is on. */
final class Rivers {
  private final RuleKind.River rule;
  private final TargetLayer layer;
  private final Bound filter;
  private final ConcurrentMap<Integer, River> ready = new ConcurrentHashMap<>();

  Rivers(RuleKind.River rule, TargetLayer layer) {
    this.rule = rule;
    this.layer = layer;
    this.filter = new Bound(rule.filter(), layer);
  }

  /**
   * A site's river.
   *
   * @param river null where the site is on none
   * @param open why that cannot be said, else null
   */
  record Choice(River river, Reason open) {}

  /** The stretch of a part of a river that a site takes up, and its two ends. */
  record Stretch(int part, PathLine.Position upper, PathLine.Position lower) {
    double fromM() {
      return upper.alongM();
    }

    double toM() {
      return lower.alongM();
    }
  }

  /**
   * @param parts downstream; more than one where the line is broken
   * @param sigmaM NaN where it is not known
   */
  record River(
      int row, Object key, Feature feature, List<PathLine> parts, double sigmaM, double lateralM) {
    /** U of a position beside the line, where σ is known. */
    double uncertaintyM(double otherSigmaM) {
      return 2 * Math.hypot(Double.isNaN(sigmaM) ? 0 : sigmaM, known(otherSigmaM));
    }

    double reachM(double greatestSigmaM) {
      return lateralM + uncertaintyM(greatestSigmaM);
    }

    /** Every vertex of the site brought to the part of the river that is nearest to the site. */
    Stretch stretch(Geometry site, GeodesicTarget subject) {
      int part = 0;
      for (int i = 1; i < parts.size(); i++) {
        if (parts.get(i).position(subject).asideM() < parts.get(part).position(subject).asideM()) {
          part = i;
        }
      }
      PathLine path = parts.get(part);
      PathLine.Position upper = path.position(subject);
      PathLine.Position lower = upper;
      for (Coordinate vertex : site.getCoordinates()) {
        PathLine.Position at =
            path.position(GeodesicTarget.of(site.getFactory().createPoint(vertex)));
        upper = at.alongM() < upper.alongM() ? at : upper;
        lower = at.alongM() > lower.alongM() ? at : lower;
      }
      return new Stretch(part, upper, lower);
    }

    private static double known(double sigmaM) {
      return Double.isNaN(sigmaM) ? 0 : sigmaM;
    }
  }

  double lateralM() {
    return rule.lateralM();
  }

  Choice of(Site site, GeodesicTarget subject) {
    if (rule.subjectKey() != null) {
      return byKey(site, subject);
    }
    Optional<Hit> hit =
        layer
            .index()
            .nearest(subject, row -> filter.of(row) != Logic.FALSE && mayDecide(site, row));
    if (hit.isEmpty() || hit.get().pair().distanceM() > reachOf(hit.get().owner(), site)) {
      return new Choice(null, null);
    }
    return choice(hit.get().owner());
  }

  private Choice byKey(Site site, GeodesicTarget subject) {
    Object key = site.attributes().value(rule.subjectKey());
    if (key == null) {
      return new Choice(null, TargetReasons.subjectAttribute(rule.subjectKey()));
    }
    List<Integer> rows =
        layer.rowsWith(rule.key(), key).stream()
            .filter(row -> filter.of(row) == Logic.TRUE && mayDecide(site, row))
            .toList();
    if (rows.isEmpty()) {
      return new Choice(null, TargetReasons.noCentreLine(layer.id(), key.toString()));
    }
    Choice choice = choice(rows.get(0));
    if (choice.open != null) {
      return choice;
    }
    double asideM =
        choice.river.parts().stream()
            .mapToDouble(part -> part.position(subject).asideM())
            .min()
            .orElseThrow();
    return asideM > reachOf(rows.get(0), site)
        ? new Choice(null, TargetReasons.offRiver(choice.river.feature(), asideM))
        : choice;
  }

  /** Whether a target may be on a river: by its key, where it has one. */
  boolean isOf(River river, TargetLayer targets, int row) {
    Object key = rule.targetKey() == null ? null : targets.attributes(row).value(rule.targetKey());
    return key == null || key.equals(river.key);
  }

  private boolean mayDecide(Site site, int row) {
    return site.allowsDemo() || !layer.isDemo(row);
  }

  private double reachOf(int row, Site site) {
    double subjectM = site.knownSigmaM() == null ? 0 : site.knownSigmaM();
    double lineM = Double.isNaN(layer.sigmaM(row)) ? 0 : layer.sigmaM(row);
    return rule.lateralM() + 2 * Math.hypot(subjectM, lineM);
  }

  private Choice choice(int row) {
    Feature feature = Features.of(layer, row);
    Geometry line = layer.geometry(row);
    if (line == null || line.getDimension() != 1) {
      return new Choice(null, TargetReasons.noCentreLine(layer.id(), feature.title()));
    }
    Object flow =
        rule.flowField() == null ? Boolean.TRUE : layer.attributes(row).value(rule.flowField());
    if (!(flow instanceof Boolean downstream)) {
      return new Choice(null, TargetReasons.flowUnknown(feature));
    }
    return new Choice(
        ready.computeIfAbsent(
            row,
            r ->
                new River(
                    r,
                    layer.attributes(r).value(rule.key()),
                    feature,
                    PathLine.of(line, !downstream),
                    layer.sigmaM(r),
                    rule.lateralM())),
        null);
  }
}

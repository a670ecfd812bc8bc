package cn.anlan.geo.rule.measure;

import cn.anlan.geo.distance.GeodesicTarget;
import cn.anlan.geo.distance.GeodesicZone;
import cn.anlan.geo.filter.Logic;
import cn.anlan.geo.rule.Distance;
import cn.anlan.geo.rule.Reason;
import cn.anlan.geo.rule.Rule;
import cn.anlan.geo.rule.RuleKind;
import cn.anlan.geo.rule.Shore;
import cn.anlan.geo.rule.Site;
import cn.anlan.geo.rule.Target;
import cn.anlan.geo.rule.ground.Ground;
import cn.anlan.geo.rule.ground.Shores;
import cn.anlan.geo.rule.ground.TargetLayer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * The shapes that a rule keeps sites of one kind away from within a frame, each with its distance
 * and U: what a map of permissible ground is drawn from. A site is judged by {@link Measuring}, not
 * by this.
 *
 * @param limits in the order of the rule's targets
 * @param open why something could not be drawn, where it would matter anywhere in the frame; null
 *     where all is drawn
 */
public record Limits(List<Limit> limits, Reason open) {
  /** Shores of one water nearer to one another than this describe the same stretch ([design]). */
  private static final double SAME_STRETCH_M = 5_000;

  /** A shape of unknown accuracy is taken to be less than this off its place ([design]). */
  private static final double UNKNOWN_SIGMA_M = 200;

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private static final Distance NONE = Distance.of(0);

  /**
   * One shape.
   *
   * @param shape cut to the ground that can matter in the frame
   * @param innerM nearer to the shape itself than this the rule is broken beyond doubt; D − U and a
   *     proxy's offset
   * @param outerM farther than this it is kept beyond doubt; between the two, and where {@code
   *     assessable} is false at once, nobody can tell
   * @param signed whether inside the shape the depth counts as a negative distance
   * @param assessable whether distance and U are known
   */
  public record Limit(
      Geometry shape,
      double innerM,
      double outerM,
      boolean signed,
      boolean assessable,
      boolean demo) {}

  /** Whether rules of this kind can be drawn as distances from shapes. */
  public static boolean isDrawable(Rule rule) {
    return rule.kind() instanceof RuleKind.KeepAway || rule.kind() instanceof RuleKind.KeepOut;
  }

  /**
   * @param site of which only what it says of itself counts, not its place
   * @throws IllegalArgumentException for a rule that is not {@link #isDrawable}
   */
  public static Limits of(Rule rule, Ground ground, Site site, Envelope frame) {
    if (!isDrawable(rule)) {
      throw new IllegalArgumentException(rule.id() + " is not drawable");
    }
    List<Limit> limits = new ArrayList<>();
    Reason open = null;
    for (Target target : rule.targets()) {
      Limits of =
          target.isShoreline()
              ? shores(target, ground.shores(), site, frame)
              : layer(rule, target, ground.layer(target.layer()), site, frame);
      limits.addAll(of.limits);
      open = open == null ? of.open : open;
    }
    return new Limits(limits, open);
  }

  private static Limits layer(
      Rule rule, Target target, TargetLayer layer, Site site, Envelope frame) {
    boolean signed = rule.kind() instanceof RuleKind.KeepOut;
    Lookup.Of limit =
        new Lookup(target.distance() == null ? NONE : target.distance(), layer).of(site);
    Proxies proxies = new Proxies(target.proxy(), rule.subject().proxy(), layer);
    Proxies.Of proxy = proxies.of(site);
    Pairs pairs = new Pairs(target, layer);
    double mostM = limit.mostM() + proxy.mostM();
    double uMostM = 2 * (Math.hypot(site.knownSigmaM(), layer.greatestSigmaM()) + proxies.sigmaM());
    double searchM = target.searchM() == null ? 0 : target.searchM();
    double reachM = Math.max(searchM, mostM + Math.max(Math.max(mostM, UNKNOWN_SIGMA_M), uMostM));
    Envelope reach = grown(frame, reachM);
    List<Integer> near = new ArrayList<>();
    layer
        .index()
        .within(GeodesicTarget.of(FACTORY.toGeometry(frame)), reachM, hit -> near.add(hit.owner()));
    near.sort(null);
    List<Limit> limits = new ArrayList<>();
    Reason open = null;
    for (int row : near) {
      Logic counts = pairs.counts(site, row);
      Lookup.Result result = limit.result(row);
      boolean binds = counts != Logic.FALSE && !(result instanceof Lookup.Result.NotBinding);
      if (!binds || !pairs.mayDecide(site, row)) {
        continue;
      }
      Proxies.Away away = proxy.of(row, 0);
      double sigmaM = layer.sigmaM(row);
      Double u = uncertaintyM(site, sigmaM, layer.sigmaDefinitionM(row), proxies.sigmaM());
      boolean known = counts == Logic.TRUE && away.open() == null && u != null;
      Span span = span(result, away, u, known, signed, target.searchM());
      if (span == null) {
        open = open == null ? reason(result, away) : open;
        continue;
      }
      cut(layer.geometry(row), reach)
          .ifPresent(shape -> limits.add(span.limit(shape, signed, layer.isDemo(row))));
    }
    return new Limits(limits, open);
  }

  /** From where and to where a shape's limit is in doubt. */
  private record Span(double innerM, double outerM, boolean assessable) {
    Limit limit(Geometry shape, boolean signed, boolean demo) {
      return new Limit(shape, innerM, outerM, signed, assessable, demo);
    }
  }

  /** Null where it reaches nobody knows how far. */
  private static Span span(
      Lookup.Result result,
      Proxies.Away away,
      Double u,
      boolean known,
      boolean signed,
      Double searchM) {
    boolean given = result instanceof Lookup.Result.Known;
    double metres =
        given ? ((Lookup.Result.Known) result).metres() : ((Lookup.Result.Open) result).atMostM();
    if (Double.isInfinite(metres + away.extentM())) {
      return searchM == null ? null : new Span(0, searchM, false);
    }
    double uM = u == null ? Math.max(metres, UNKNOWN_SIGMA_M) : u;
    // Less its offset no distance is below 0: where D < U not even touching is a breach.
    double innerM = signed || metres > uM ? metres + away.offsetM() - uM : 0;
    double outerM = metres + away.offsetM() + away.extentM() + uM;
    return new Span(innerM, outerM, known && given);
  }

  private static Reason reason(Lookup.Result result, Proxies.Away away) {
    return result instanceof Lookup.Result.Open missing ? missing.reason() : away.open();
  }

  /**
   * Of each water the best shore, and lesser ones where no better runs within 5 km, as {@link
   * ShoreRuler} measures them.
   */
  private static Limits shores(Target target, Shores shores, Site site, Envelope frame) {
    double metres = target.distance().plainM().orElseThrow();
    Shores.Selection selection = shores.select(target, site.allowsDemo());
    List<Limit> limits = new ArrayList<>();
    for (Shores.Candidate c : selection.primary()) {
      shore(c, metres, site, frame, null).ifPresent(limits::add);
    }
    for (Shores.Candidate c : selection.others()) {
      if (c.shore().isDemo() && !site.allowsDemo()) {
        continue;
      }
      List<Geometry> better =
          selection.primary().stream()
              .map(Shores.Candidate::shore)
              .filter(s -> s.waterCode().equals(c.shore().waterCode()))
              .map(s -> cut(s.geometry(), grown(frame, 2 * SAME_STRETCH_M + 2 * metres)))
              .flatMap(Optional::stream)
              .map(near -> GeodesicZone.around(near, SAME_STRETCH_M))
              .toList();
      Geometry explained =
          better.isEmpty() ? null : OverlayNGRobust.union(better, better.get(0).getFactory());
      shore(c, metres, site, frame, explained).ifPresent(limits::add);
    }
    return new Limits(limits, null);
  }

  private static Optional<Limit> shore(
      Shores.Candidate candidate, double metres, Site site, Envelope frame, Geometry explained) {
    Shore shore = candidate.shore();
    Double u =
        uncertaintyM(
            site,
            shore.sigmaM() == null ? Double.NaN : shore.sigmaM(),
            shore.sigmaDefinitionM() == null ? Double.NaN : shore.sigmaDefinitionM(),
            0);
    double uM = u == null ? metres : u;
    boolean known = u != null && candidate.openField() == null;
    return cut(shore.geometry(), grown(frame, metres + uM))
        .map(
            near ->
                explained == null
                    ? near
                    : OverlayNGRobust.overlay(near, explained, OverlayNG.DIFFERENCE))
        .filter(near -> !near.isEmpty())
        .map(near -> new Limit(near, metres - uM, metres + uM, false, known, shore.isDemo()));
  }

  /**
   * U = 2·√(σ_subject² + σ_target² + σ_definition² + σ_proxy²); null where the target's is open.
   */
  private static Double uncertaintyM(
      Site site, double sigmaM, double sigmaDefinitionM, double sigmaProxyM) {
    Double subjectM = site.knownSigmaM();
    if (subjectM == null || Double.isNaN(sigmaM)) {
      return null;
    }
    double definitionM = Double.isNaN(sigmaDefinitionM) ? 0 : sigmaDefinitionM;
    return 2 * Math.hypot(Math.hypot(subjectM, sigmaM), Math.hypot(definitionM, sigmaProxyM));
  }

  private static Optional<Geometry> cut(Geometry shape, Envelope reach) {
    if (shape == null || !shape.getEnvelopeInternal().intersects(reach)) {
      return Optional.empty();
    }
    if (reach.contains(shape.getEnvelopeInternal())) {
      return Optional.of(shape);
    }
    Geometry box = shape.getFactory().toGeometry(reach);
    return Optional.of(OverlayNGRobust.overlay(shape, box, OverlayNG.INTERSECTION))
        .filter(cut -> !cut.isEmpty());
  }

  /** The frame widened by a distance; a little too much, never too little. */
  private static Envelope grown(Envelope frame, double metres) {
    Envelope wide = new Envelope(Objects.requireNonNull(frame));
    double latDeg = metres * 1.01 / 110_000;
    double lat = Math.max(Math.abs(frame.getMinY()), Math.abs(frame.getMaxY())) + latDeg;
    wide.expandBy(latDeg / Math.cos(Math.toRadians(Math.min(85, lat))), latDeg);
    return wide;
  }
}

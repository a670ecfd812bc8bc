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
    Lookup.Of offset =
        target.proxy() == null ? null : new Lookup(target.proxy().offset(), layer).of(site);
    Pairs pairs = new Pairs(target, layer);
    double proxyM = target.proxy() == null ? 0 : target.proxy().sigmaM();
    double mostM = limit.mostM() + (offset == null ? 0 : offset.mostM());
    double uMostM = 2 * Math.hypot(site.knownSigmaM(), Math.hypot(layer.greatestSigmaM(), proxyM));
    double reachM = mostM + Math.max(Math.max(mostM, UNKNOWN_SIGMA_M), uMostM);
    Envelope reach = grown(frame, reachM);
    List<Limit> limits = new ArrayList<>();
    Reason[] open = {null};
    List<Integer> near = new ArrayList<>();
    layer
        .index()
        .within(GeodesicTarget.of(FACTORY.toGeometry(frame)), reachM, hit -> near.add(hit.owner()));
    for (int row : near) {
      Logic counts = pairs.counts(site, row);
      if (counts == Logic.FALSE || !pairs.mayDecide(site, row)) {
        continue;
      }
      Lookup.Result result = limit.result(row);
      if (result instanceof Lookup.Result.NotBinding) {
        continue;
      }
      Lookup.Result away = offset == null ? new Lookup.Result.Known(0) : offset.result(row);
      Double u = uncertaintyM(site, layer.sigmaM(row), layer.sigmaDefinitionM(row), proxyM);
      double metres = metres(result);
      double awayM = metres(away);
      if (Double.isInfinite(metres + awayM)) {
        Lookup.Result missing = Double.isInfinite(metres) ? result : away;
        open[0] = open[0] == null ? ((Lookup.Result.Open) missing).reason() : open[0];
        continue;
      }
      boolean known =
          counts == Logic.TRUE
              && result instanceof Lookup.Result.Known
              && away instanceof Lookup.Result.Known
              && u != null;
      double uM = u == null ? Math.max(metres, UNKNOWN_SIGMA_M) : u;
      // Less its offset no distance is below 0: where D < U not even touching is a breach.
      double innerM = signed || metres > uM ? metres + awayM - uM : 0;
      double outerM = metres + awayM + uM;
      cut(layer.geometry(row), reach)
          .ifPresent(
              shape ->
                  limits.add(new Limit(shape, innerM, outerM, signed, known, layer.isDemo(row))));
    }
    return new Limits(limits, open[0]);
  }

  private static double metres(Lookup.Result result) {
    return result instanceof Lookup.Result.Known known
        ? known.metres()
        : ((Lookup.Result.Open) result).atMostM();
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

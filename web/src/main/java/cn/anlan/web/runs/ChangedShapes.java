package cn.anlan.web.runs;

import cn.anlan.data.runs.LayerChanges.Change;
import cn.anlan.data.runs.LayerChanges.State;
import cn.anlan.geo.distance.GeodesicTarget;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Where, for one rule, targets or coverage have changed: every changed shape as it was and as it
 * is. The shores of a water are ranked among one another, so with one of them all have changed.
 */
final class ChangedShapes {
  private static final double METRES_PER_DEGREE = 110_000; // of latitude, not more than the true
  private static final double MAX_LAT_DEG = 85;

  /** At least how far off a shape of unknown accuracy is taken to be. */
  private static final double UNKNOWN_SIGMA_M = 200;

  private static final Set<String> SIGMAS = Set.of("sigma_m", "sigma_definition_m");

  private final STRtree tree = new STRtree();
  private final List<Shape> shapes = new ArrayList<>();
  private double widestSigmaM;
  private final Set<String> layers = new TreeSet<>();

  /** A shape, and what its accuracy adds to the reach; coverage counts only where it is met. */
  private static final class Shape {
    private final String layer;
    private final Geometry geometry;
    private final double sigmaM;
    private GeodesicTarget target;

    private Shape(String layer, Geometry geometry, double sigmaM) {
      this.layer = layer;
      this.geometry = geometry;
      this.sigmaM = sigmaM;
    }

    private boolean isCoverage() {
      return layer.equals(RuleReads.COVERAGE);
    }

    private synchronized GeodesicTarget target() {
      if (target == null) {
        target = GeodesicTarget.of(geometry);
      }
      return target;
    }
  }

  static ChangedShapes of(RuleReads reads, ChangePlan.Changes since, Generation generation) {
    ChangedShapes all = new ChangedShapes();
    for (String layer : reads.targets()) {
      if (layer.equals(RuleReads.SHORES)) {
        all.addShores(since, generation);
      } else {
        since.of(layer, SIGMAS).forEach(change -> all.add(layer, change));
      }
    }
    for (Change change : since.of(RuleReads.COVERAGE, Set.of("covers_layer"))) {
      states(change)
          .filter(s -> s.geometry() != null)
          .filter(s -> reads.measuresTo(s.values().get("covers_layer")))
          .forEach(s -> all.shapes.add(new Shape(RuleReads.COVERAGE, s.geometry(), 0)));
    }
    all.index();
    return all;
  }

  private void index() {
    for (Shape shape : shapes) {
      tree.insert(shape.geometry.getEnvelopeInternal(), shape);
      widestSigmaM = Math.max(widestSigmaM, shape.sigmaM);
      if (!shape.isCoverage()) {
        layers.add(shape.layer);
      }
    }
    tree.build();
  }

  boolean isEmpty() {
    return shapes.isEmpty();
  }

  /**
   * Whether some changed shape may be within reach of a subject.
   *
   * @param envelope of the subject, degrees
   * @param ruleM what the rule asks for with the subject's accuracy, metres
   * @param foundM how far the former finding looked in a layer
   */
  boolean mayReach(
      Envelope envelope,
      Supplier<Geometry> subject,
      double ruleM,
      ToDoubleFunction<String> foundM) {
    double widestM = 0;
    for (String layer : layers) {
      widestM = Math.max(widestM, reachM(widestSigmaM, ruleM, foundM.applyAsDouble(layer)));
    }
    if (Double.isInfinite(widestM)) {
      return true;
    }
    for (Object found : tree.query(grown(envelope, widestM))) {
      Shape shape = (Shape) found;
      if (shape.isCoverage()) {
        if (shape.geometry.getEnvelopeInternal().intersects(envelope)) {
          return true;
        }
      } else if (shape
          .target()
          .nearestWithin(
              subject.get(), reachM(shape.sigmaM, ruleM, foundM.applyAsDouble(shape.layer)))
          .isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** U is at most twice the sum of the deviations; where one is missing 2·D is looked at. */
  private static double reachM(double sigmaM, double ruleM, double foundM) {
    return 1 + Math.max(foundM, 2 * (ruleM + sigmaM + UNKNOWN_SIGMA_M));
  }

  private static Envelope grown(Envelope envelope, double reachM) {
    Envelope grown = new Envelope(envelope);
    double latDeg = reachM / METRES_PER_DEGREE;
    double lat =
        Math.min(
            MAX_LAT_DEG, Math.max(Math.abs(grown.getMinY()), Math.abs(grown.getMaxY())) + latDeg);
    grown.expandBy(latDeg / Math.cos(Math.toRadians(lat)), latDeg);
    return grown;
  }

  private void add(String layer, Change change) {
    states(change).forEach(state -> add(layer, state));
  }

  private void add(String layer, State state) {
    if (state.geometry() != null) {
      double sigmaM =
          state.values().values().stream()
              .filter(Objects::nonNull)
              .mapToDouble(Double::parseDouble)
              .sum();
      shapes.add(new Shape(layer, state.geometry(), sigmaM));
    }
  }

  private void addShores(ChangePlan.Changes since, Generation generation) {
    Set<String> waters = new HashSet<>();
    since
        .of(RuleReads.SHORES, Set.of("water_code"))
        .forEach(c -> states(c).forEach(s -> waters.add(s.values().get("water_code"))));
    since.of(RuleReads.WATERS, Set.of()).forEach(c -> waters.add(c.code()));
    if (waters.isEmpty()) {
      return;
    }
    since.of(RuleReads.SHORES, SIGMAS).forEach(change -> add(RuleReads.SHORES, change));
    LayerSnapshot shores = generation.get(RuleReads.SHORES);
    for (int row : shores.rows().toArray()) {
      if (waters.contains(shores.text("water_code", row))) {
        double sigmaM = known(shores.number("sigma_m", row));
        double definitionM = known(shores.number("sigma_definition_m", row));
        shores
            .findGeometry(row)
            .ifPresent(
                shore -> shapes.add(new Shape(RuleReads.SHORES, shore, sigmaM + definitionM)));
      }
    }
  }

  private static double known(double value) {
    return Double.isNaN(value) ? 0 : value;
  }

  private static Stream<State> states(Change change) {
    return Stream.of(change.before(), change.after()).filter(Objects::nonNull);
  }
}

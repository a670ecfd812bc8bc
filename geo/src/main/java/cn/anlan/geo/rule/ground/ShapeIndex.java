package cn.anlan.geo.rule.ground;

import cn.anlan.geo.distance.GeodesicTarget;
import cn.anlan.geo.distance.NearestPair;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntPredicate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * All shapes of a layer, to be measured to; a shape is known by its number in the list, its owner.
 * Immutable to its callers, for any threads.
 */
public final class ShapeIndex {
  private static final double METRES_PER_DEGREE = 110_000;

  private final List<Geometry> shapes;
  private final STRtree boxes = new STRtree();
  private final AtomicReferenceArray<GeodesicTarget> ready;

  /** The shortest geodesic to one shape. */
  public record Hit(int owner, NearestPair pair) {}

  /** What takes hits. */
  public interface Hits {
    void take(Hit hit);
  }

  private ShapeIndex(List<Geometry> shapes) {
    this.shapes = shapes;
    this.ready = new AtomicReferenceArray<>(shapes.size());
    for (int i = 0; i < shapes.size(); i++) {
      if (shapes.get(i) != null) {
        boxes.insert(shapes.get(i).getEnvelopeInternal(), i);
      }
    }
    boxes.build();
  }

  /** Null shapes hold nothing. */
  public static ShapeIndex of(List<Geometry> shapes) {
    return new ShapeIndex(shapes);
  }

  /** One hit for every shape within {@code maxM} of the subject, in any order. */
  public void within(GeodesicTarget subject, Envelope at, double maxM, Hits out) {
    for (Object owner : boxes.query(grown(at, maxM))) {
      target((Integer) owner)
          .nearestWithin(subject, maxM)
          .ifPresent(pair -> out.take(new Hit((Integer) owner, pair)));
    }
  }

  /** The nearest of the shapes that {@code which} takes. */
  public Optional<Hit> nearest(GeodesicTarget subject, Envelope at, IntPredicate which) {
    Hit[] best = {null};
    for (double reachM = 1_000; ; reachM *= 4) {
      double maxM = reachM;
      for (Object owner : boxes.query(grown(at, maxM))) {
        int i = (Integer) owner;
        double limitM = best[0] == null ? maxM : best[0].pair.distanceM();
        if (which.test(i)) {
          target(i)
              .nearestWithin(subject, limitM)
              .filter(p -> best[0] == null || p.distanceM() < best[0].pair.distanceM())
              .ifPresent(p -> best[0] = new Hit(i, p));
        }
      }
      if (best[0] != null || reachM > 10_000_000) {
        return Optional.ofNullable(best[0]);
      }
    }
  }

  private GeodesicTarget target(int owner) {
    GeodesicTarget known = ready.get(owner);
    if (known == null) {
      known = GeodesicTarget.of(shapes.get(owner));
      ready.set(owner, known);
    }
    return known;
  }

  private static Envelope grown(Envelope at, double maxM) {
    Envelope box = new Envelope(at);
    double lat = Math.max(Math.abs(box.getMinY()), Math.abs(box.getMaxY()));
    double latDeg = maxM * 1.01 / METRES_PER_DEGREE + 1e-3;
    box.expandBy(latDeg / Math.cos(Math.toRadians(Math.min(85, lat + latDeg))), latDeg);
    return box;
  }
}

package cn.anlan.geo.distance;

import cn.anlan.geo.fault.UserFault;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * A shape made ready for distances: points, lines and polygons, single, multiple or mixed, with
 * holes, in CGCS2000 longitude and latitude. Polygons are areas: inside is 0, in a hole is not
 * inside. Edges are geodesics. Immutable; any number of threads may ask at once.
 *
 * <p><b>Accuracy.</b> A distance is the shortest one to within a micrometre, up to 10,000 km.
 * Shapes that cross, touch, contain one another or come nearer than a micrometre have distance 0.
 *
 * <p><b>Cost.</b> About 100 bytes an edge. Measured with a shore of 120,000 edges on a busy
 * two-core machine: 0.2 s to build, 3 µs for a point that {@code maxM} rules out, some 0.3 ms for
 * the nearest of all from 300 km away.
 *
 * <p><b>Refused</b> with {@link UserFault}: empty geometry; coordinates that are not numbers, at or
 * beyond ±180° or beyond ±85° of latitude; edges across the antimeridian or over 1,000 km. Invalid
 * polygons (crossing rings) are taken by the even-odd rule.
 */
public final class GeodesicTarget {
  private static final double METRES_PER_DEGREE = 110_000; // of latitude, not more than the true

  private final Edges edges;
  private final BoxTree tree;
  private final AreaLocator areas;
  private final Envelope grownEnvelope;

  private GeodesicTarget(Edges edges) {
    this.edges = edges;
    this.tree = new BoxTree(edges);
    this.areas = edges.polygons > 0 ? new AreaLocator(edges) : null;
    this.grownEnvelope = grow(edges);
  }

  /**
   * @throws UserFault for geometry that cannot be measured, see above
   */
  public static GeodesicTarget of(Geometry geometry) {
    return new GeodesicTarget(EdgeReader.read(geometry));
  }

  /** The shortest geodesic between {@code subject} and this. */
  public NearestPair nearest(Geometry subject) {
    return nearest(of(subject));
  }

  /** As {@link #nearest(Geometry)}, for a subject that is measured more than once. */
  public NearestPair nearest(GeodesicTarget subject) {
    return nearestWithin(subject, Double.POSITIVE_INFINITY).orElseThrow();
  }

  /** The shortest geodesic if it is at most {@code maxM} long. */
  public Optional<NearestPair> nearestWithin(Geometry subject, double maxM) {
    return nearestWithin(of(subject), maxM);
  }

  /** As {@link #nearestWithin(Geometry, double)}, for a subject that is measured more than once. */
  public Optional<NearestPair> nearestWithin(GeodesicTarget subject, double maxM) {
    if (Double.isNaN(maxM) || maxM < 0) {
      throw new IllegalArgumentException("maxM is " + maxM);
    }
    if (lowerBoundM(subject) > maxM) {
      return Optional.empty();
    }
    NearestPair inside = insideOneAnother(subject);
    if (inside != null) {
      return Optional.of(inside);
    }
    NearestSearch search = new NearestSearch(subject.edges, subject.tree, edges, tree);
    return Optional.ofNullable(search.find(maxM));
  }

  /** Whether the subject and this have a point in common. */
  public boolean meets(GeodesicTarget subject) {
    return nearestWithin(subject, 0).isPresent();
  }

  /** A distance, found from two boxes alone, that the true one is never below. */
  public double lowerBoundM(GeodesicTarget subject) {
    if (mayContain(subject) || subject.mayContain(this)) {
      return 0;
    }
    return NearestSearch.lowerBoundM(subject.edges, subject.tree, edges, tree);
  }

  /** As {@link #lowerBoundM(GeodesicTarget)}. */
  public double lowerBoundM(Geometry subject) {
    return lowerBoundM(of(subject));
  }

  private boolean mayContain(GeodesicTarget other) {
    return areas != null && grownEnvelope.intersects(other.edges.envelope);
  }

  /**
   * A common point where one shape lies in an area of the other. Where boundaries do not meet, each
   * ring, line or point lies wholly inside or wholly outside the other's areas, so one vertex of
   * each decides; where they do meet, the search finds it.
   */
  private NearestPair insideOneAnother(GeodesicTarget subject) {
    NearestPair here = firstHeld(subject.edges.starts);
    return here != null ? here : subject.firstHeld(edges.starts);
  }

  private NearestPair firstHeld(double[] lonLat) {
    if (areas == null) {
      return null;
    }
    for (int i = 0; i < lonLat.length; i += 2) {
      if (grownEnvelope.contains(lonLat[i], lonLat[i + 1])
          && areas.holds(lonLat[i], lonLat[i + 1])) {
        return NearestPair.meeting(lonLat[i], lonLat[i + 1]);
      }
    }
    return null;
  }

  /** The envelope of the edges themselves, which may bulge beyond that of their ends. */
  private static Envelope grow(Edges edges) {
    Envelope grown = new Envelope(edges.envelope);
    double latDeg = edges.maxLonLatDeviationM / METRES_PER_DEGREE;
    double lat = Math.max(Math.abs(grown.getMinY()), Math.abs(grown.getMaxY()));
    grown.expandBy(latDeg / Math.cos(Math.toRadians(Math.min(89, lat + 0.02))), latDeg);
    return grown;
  }
}

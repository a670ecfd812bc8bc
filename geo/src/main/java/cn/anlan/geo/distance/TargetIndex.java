package cn.anlan.geo.distance;

import cn.anlan.geo.fault.UserFault;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.locationtech.jts.geom.Geometry;

/**
 * All shapes of a layer (points, lines, polygons, multiple or mixed, with holes; CGCS2000 longitude
 * and latitude) packed for distances. A shape is known by its number in the list given, its
 * <em>owner</em> number. Edges are geodesics; polygons are areas: inside is 0, in a hole is not
 * inside. Immutable; any number of threads may ask at once.
 *
 * <p><b>Accuracy.</b> The distance to a shape is the shortest one to within 1 mm up to 10 km, and
 * to within 10⁻⁶ of it beyond; by the bound derived in {@code Lifted}, within 0.06 mm and 2·10⁻⁷.
 * It is exactly GeographicLib's between the two ends returned. Shapes that cross, touch, contain
 * one another or come nearer than a micrometre have distance 0.
 *
 * <p><b>Memory.</b> 93 bytes per edge of at most 2 km (longer ones are cut), 16 to 24 more per edge
 * of an area, 20 per point, line and ring; so 1,000,000 points take 113 MB.
 *
 * <p><b>Refused</b> with {@link UserFault}: see {@link GeodesicTarget}.
 */
public final class TargetIndex {
  private final int owners;
  private final GeodesicTarget all;

  private TargetIndex(int owners, GeodesicTarget all) {
    this.owners = owners;
    this.all = all;
  }

  /**
   * @param shapes null and empty ones hold nothing, but keep their number
   * @throws UserFault for geometry that cannot be measured, naming the shape, counted from 1
   */
  public static TargetIndex of(List<? extends Geometry> shapes) {
    return new TargetIndex(shapes.size(), new GeodesicTarget(EdgeReader.readAll(shapes)));
  }

  /** How many shapes there are, those that hold nothing included. */
  public int owners() {
    return owners;
  }

  /**
   * Hands over one hit for every shape that is at most {@code maxM} from the subject: the shortest
   * geodesic to it. In no particular order.
   */
  public void within(GeodesicTarget subject, double maxM, Consumer<Hit> out) {
    requireDistance(maxM);
    OwnerSearch search = new OwnerSearch(subject.edges, subject.tree, all.edges, all.tree);
    if (all.areas != null) {
      Starts of = subject.edges.starts;
      for (int i = next(of, all, 0); i >= 0; i = next(of, all, i + 1)) {
        double lon = of.lonDeg(i);
        double lat = of.latDeg(i);
        all.areas.forHolders(lon, lat, p -> search.meets(all.edges.polygonOwner[p], lon, lat, out));
      }
    }
    if (subject.areas != null) {
      Starts of = all.edges.starts;
      for (int i = next(of, subject, 0); i >= 0; i = next(of, subject, i + 1)) {
        if (subject.areas.holds(of.lonDeg(i), of.latDeg(i))) {
          search.meets(of.owner(i), of.lonDeg(i), of.latDeg(i), out);
        }
      }
    }
    search.find(maxM, out);
  }

  /** The nearest of all shapes; empty where no shape holds anything. */
  public Optional<Hit> nearest(GeodesicTarget subject) {
    return nearest(subject, Double.POSITIVE_INFINITY, owner -> true);
  }

  /** The nearest of the shapes that {@code which} takes. */
  public Optional<Hit> nearest(GeodesicTarget subject, IntPredicate which) {
    return nearest(subject, Double.POSITIVE_INFINITY, which);
  }

  /** The nearest of the shapes that {@code which} takes, if it is at most {@code maxM} away. */
  public Optional<Hit> nearest(GeodesicTarget subject, double maxM, IntPredicate which) {
    requireDistance(maxM);
    Hit inside = meeting(subject, which);
    if (inside != null) {
      return Optional.of(inside);
    }
    int[] owner = all.edges.owner;
    NearestSearch search =
        new NearestSearch(
            subject.edges, subject.tree, all.edges, all.tree, edge -> which.test(owner[edge]));
    return Optional.ofNullable(search.find(maxM));
  }

  /**
   * For each point of a set the nearest shape within {@code maxM}, on all processors. Points for
   * which none is found are proven to be further away from all. Distances are within 1 mm up to 10
   * km and 10⁻⁶ of themselves beyond, as always; of several areas that hold a point, the one with
   * the least number is named.
   *
   * @param maxM infinite for no limit
   */
  public PointDistances nearest(PointSet points, double maxM) {
    requireDistance(maxM);
    return new BulkSearch(points, all, maxM).find();
  }

  /**
   * How deep the subject reaches into the areas of a shape, metres: 0 where it is nowhere inside.
   *
   * <p>For a point, its distance to the areas' boundary, as accurate as every distance here. For
   * lines and polygons the depth of a point of the subject that is nearly the deepest: never more
   * than the depth of the deepest one, and less by at most 2 % and 0.1 m unless the subject has
   * more than 400 edges or the shapes are so wound that {@value DepthSearch#MAX_POINTS} points do
   * not tell. That is enough to compare it with an uncertainty. Where areas of one shape overlap,
   * the boundaries of all of them count.
   */
  public double depthM(GeodesicTarget subject, int owner) {
    return all.areas == null ? 0 : new DepthSearch(subject, all, owner).depthM();
  }

  private Hit meeting(GeodesicTarget subject, IntPredicate which) {
    if (all.areas != null) {
      Starts of = subject.edges.starts;
      for (int i = next(of, all, 0); i >= 0; i = next(of, all, i + 1)) {
        int[] holder = {-1};
        all.areas.forHolders(
            of.lonDeg(i),
            of.latDeg(i),
            p -> holder[0] = which.test(all.edges.polygonOwner[p]) ? p : holder[0]);
        if (holder[0] >= 0) {
          return meeting(all.edges.polygonOwner[holder[0]], of, i);
        }
      }
    }
    if (subject.areas != null) {
      Starts of = all.edges.starts;
      for (int i = next(of, subject, 0); i >= 0; i = next(of, subject, i + 1)) {
        if (which.test(of.owner(i)) && subject.areas.holds(of.lonDeg(i), of.latDeg(i))) {
          return meeting(of.owner(i), of, i);
        }
      }
    }
    return null;
  }

  private static Hit meeting(int owner, Starts of, int i) {
    return new Hit(owner, NearestPair.meeting(of.lonDeg(i), of.latDeg(i)));
  }

  private static int next(Starts starts, GeodesicTarget holder, int from) {
    return starts.nextIn(holder.grownEnvelope, from);
  }

  private static void requireDistance(double maxM) {
    if (Double.isNaN(maxM) || maxM < 0) {
      throw new IllegalArgumentException("maxM is " + maxM);
    }
  }
}

package cn.anlan.geo.distance;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Which polygons hold a point. Edges are geodesics. From the point a ray goes north along its
 * meridian; a polygon that it leaves an odd number of times holds the point. Whether an edge passes
 * north of the point is clear from degrees unless the point is nearer to the edge than geodesics
 * and straight lines in degrees can differ; then the gnomonic projection decides. Overlapping
 * polygons each count for themselves; rings in a polygon's ring are holes.
 *
 * <p>The edges that a meridian meets come from an interval tree over longitudes: edges sorted by
 * west end, and over them a heap-shaped tree of the furthest east end. Its longitudes are floats,
 * rounded outwards; the edges' own decide. Some 16 to 24 bytes per edge of an area. Immutable.
 */
final class AreaLocator {
  private static final double METRES_PER_DEGREE = 110_000; // of latitude, not more than the true
  private static final double SORT_STEPS_PER_DEGREE = 1 << 22;

  private final Edges edges;
  private final int[] byWest;
  private final float[] west;
  private final float[] furthestEast;
  private final int leaves;

  AreaLocator(Edges edges) {
    this.edges = edges;
    byWest = areasByWest(edges);
    west = new float[byWest.length];
    leaves = Math.max(1, Integer.highestOneBit(Math.max(1, 2 * byWest.length - 1)));
    furthestEast = new float[2 * leaves];
    Arrays.fill(furthestEast, Float.NEGATIVE_INFINITY);
    for (int k = 0; k < byWest.length; k++) {
      west[k] = BoxTree.down(Math.floor(sortKey(edges, byWest[k])) / SORT_STEPS_PER_DEGREE - 180);
      furthestEast[leaves + k] = -BoxTree.down(-east(edges, byWest[k]));
    }
    for (int node = leaves - 1; node > 0; node--) {
      furthestEast[node] = Math.max(furthestEast[2 * node], furthestEast[2 * node + 1]);
    }
  }

  private static int[] areasByWest(Edges edges) {
    long[] keys = new long[edges.size];
    int count = 0;
    for (int i = 0; i < edges.size; i++) {
      // An edge along a meridian is never met by a ray: its neighbours decide.
      if (edges.polygon[i] != Edges.NO_AREA && west(edges, i) < east(edges, i)) {
        keys[count++] = (long) sortKey(edges, i) << 32 | i;
      }
    }
    Arrays.sort(keys, 0, count);
    return Arrays.stream(keys, 0, count).mapToInt(key -> (int) key).toArray();
  }

  /** Below 2^31, so that an edge's number fits beside it. */
  private static double sortKey(Edges edges, int edge) {
    return (west(edges, edge) + 180) * SORT_STEPS_PER_DEGREE;
  }

  /** Whether any polygon holds the point. */
  boolean holds(double lonDeg, double latDeg) {
    boolean[] held = new boolean[1];
    forHolders(lonDeg, latDeg, polygon -> held[0] = true);
    return held[0];
  }

  /**
   * Names each polygon that holds the point. A point on the boundary may go either way: its
   * distance to the boundary is 0 anyway.
   */
  void forHolders(double lonDeg, double latDeg, IntConsumer polygons) {
    if (byWest.length == 0) {
      return;
    }
    Passed passed = new Passed();
    descend(1, 0, leaves, lonDeg, latDeg, passed);
    Arrays.sort(passed.polygons, 0, passed.count);
    int run = 0;
    for (int k = 0; k < passed.count; k++) {
      run++;
      if (k + 1 == passed.count || passed.polygons[k + 1] != passed.polygons[k]) {
        if (run % 2 == 1) {
          polygons.accept(passed.polygons[k]);
        }
        run = 0;
      }
    }
  }

  private void descend(int node, int from, int width, double lon, double lat, Passed passed) {
    if (from >= byWest.length || west[from] > lon || furthestEast[node] <= lon) {
      return;
    }
    if (width > 1) {
      descend(2 * node, from, width / 2, lon, lat, passed);
      descend(2 * node + 1, from + width / 2, width / 2, lon, lat, passed);
    } else if (passesNorth(byWest[from], lon, lat)) {
      passed.add(edges.polygon[byWest[from]]);
    }
  }

  private boolean passesNorth(int edge, double lon, double lat) {
    if (west(edges, edge) > lon || east(edges, edge) <= lon) {
      return false;
    }
    double[] e = edges.lonLat;
    int at = 4 * edge;
    double t = (lon - e[at]) / (e[at + 2] - e[at]);
    double northM = (e[at + 1] + t * (e[at + 3] - e[at + 1]) - lat) * METRES_PER_DEGREE;
    if (Math.abs(northM) > edges.maxLonLatDeviationM * 4) {
      return northM > 0;
    }
    return Crossing.passesNorthOf(lon, lat, e, at);
  }

  private static double west(Edges edges, int edge) {
    return Math.min(edges.lonLat[4 * edge], edges.lonLat[4 * edge + 2]);
  }

  private static double east(Edges edges, int edge) {
    return Math.max(edges.lonLat[4 * edge], edges.lonLat[4 * edge + 2]);
  }

  /** The polygons that a ray passes, once for each edge. */
  private static final class Passed {
    private int[] polygons = new int[32];
    private int count;

    void add(int polygon) {
      if (count == polygons.length) {
        polygons = Arrays.copyOf(polygons, 2 * count);
      }
      polygons[count++] = polygon;
    }
  }
}

package cn.anlan.geo.distance;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Whether a point lies in one of a shape's polygons, whose edges are geodesics. From the point a
 * ray goes north along its meridian; a polygon that it leaves an odd number of times holds the
 * point. Whether an edge passes north of the point is clear from degrees unless the point is nearer
 * to the edge than geodesics and straight lines in degrees can differ; then the gnomonic projection
 * decides. Overlapping polygons each count for themselves; rings in a polygon's ring are holes.
 *
 * <p>The edges that a meridian meets come from an interval tree over longitudes: edges sorted by
 * west end, and over them a heap-shaped tree of the furthest east end.
 */
final class AreaLocator {
  private static final double METRES_PER_DEGREE = 110_000; // of latitude, not more than the true

  private final Edges edges;
  private final int[] byWest;
  private final double[] west;
  private final double[] furthestEast;
  private final int leaves;

  AreaLocator(Edges edges) {
    this.edges = edges;
    int count = 0;
    int[] areal = new int[edges.size];
    for (int i = 0; i < edges.size; i++) {
      // An edge along a meridian is never met by a ray: its neighbours decide.
      if (edges.polygon[i] != Edges.NO_AREA && west(i) < east(i)) {
        areal[count++] = i;
      }
    }
    byWest =
        Arrays.stream(areal, 0, count)
            .boxed()
            .sorted((i, j) -> Double.compare(west(i), west(j)))
            .mapToInt(Integer::intValue)
            .toArray();
    west = new double[count];
    leaves = Math.max(1, Integer.highestOneBit(Math.max(1, 2 * count - 1)));
    furthestEast = new double[2 * leaves];
    Arrays.fill(furthestEast, Double.NEGATIVE_INFINITY);
    for (int k = 0; k < count; k++) {
      west[k] = west(byWest[k]);
      furthestEast[leaves + k] = east(byWest[k]);
    }
    for (int node = leaves - 1; node > 0; node--) {
      furthestEast[node] = Math.max(furthestEast[2 * node], furthestEast[2 * node + 1]);
    }
  }

  /** A point on the boundary may go either way: its distance to the boundary is 0 anyway. */
  boolean holds(double lonDeg, double latDeg) {
    if (byWest.length == 0) {
      return false;
    }
    BitSet odd = new BitSet(edges.polygons);
    descend(1, 0, leaves, lonDeg, latDeg, odd);
    return !odd.isEmpty();
  }

  private void descend(int node, int from, int width, double lon, double lat, BitSet odd) {
    if (from >= byWest.length || west[from] > lon || furthestEast[node] <= lon) {
      return;
    }
    if (width > 1) {
      descend(2 * node, from, width / 2, lon, lat, odd);
      descend(2 * node + 1, from + width / 2, width / 2, lon, lat, odd);
    } else if (passesNorth(byWest[from], lon, lat)) {
      odd.flip(edges.polygon[byWest[from]]);
    }
  }

  private boolean passesNorth(int edge, double lon, double lat) {
    double[] e = edges.lonLat;
    int at = 4 * edge;
    double t = (lon - e[at]) / (e[at + 2] - e[at]);
    double northM = (e[at + 1] + t * (e[at + 3] - e[at + 1]) - lat) * METRES_PER_DEGREE;
    if (Math.abs(northM) > edges.maxLonLatDeviationM * 4) {
      return northM > 0;
    }
    return Crossing.passesNorthOf(lon, lat, e, at);
  }

  private double west(int edge) {
    return Math.min(edges.lonLat[4 * edge], edges.lonLat[4 * edge + 2]);
  }

  private double east(int edge) {
    return Math.max(edges.lonLat[4 * edge], edges.lonLat[4 * edge + 2]);
  }
}

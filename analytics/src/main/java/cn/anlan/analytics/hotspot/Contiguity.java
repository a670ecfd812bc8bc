package cn.anlan.analytics.hotspot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Dimension;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.IntersectionMatrix;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.relateng.RelateNG;

/**
 * Neighbours are polygons that touch. Shared borders must be the same line in both polygons, as
 * those of the base map are (they need not have the same vertices where the line is straight);
 * polygons with gaps between them are no neighbours, overlapping ones are.
 */
public final class Contiguity {
  private Contiguity() {}

  /** Neighbours share at least a point (queen's move). */
  public static SpatialWeights queen(List<Geometry> polygons) {
    return of(polygons, Dimension.P);
  }

  /** Neighbours share a stretch of border or an area, not only points (rook's move). */
  public static SpatialWeights rook(List<Geometry> polygons) {
    return of(polygons, Dimension.L);
  }

  private static SpatialWeights of(List<Geometry> polygons, int leastDimension) {
    int n = polygons.size();
    STRtree tree = new STRtree();
    for (int i = 0; i < n; i++) {
      tree.insert(polygons.get(i).getEnvelopeInternal(), i);
    }
    List<List<Integer>> neighbours = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      neighbours.add(new ArrayList<>());
    }
    for (int i = 0; i < n; i++) {
      RelateNG prepared = RelateNG.prepare(polygons.get(i));
      for (Object found : tree.query(polygons.get(i).getEnvelopeInternal())) {
        int other = (Integer) found;
        if (other > i && shared(prepared.evaluate(polygons.get(other))) >= leastDimension) {
          neighbours.get(i).add(other);
          neighbours.get(other).add(i);
        }
      }
    }
    int[][] numbers = new int[n][];
    Arrays.setAll(numbers, i -> neighbours.get(i).stream().mapToInt(Integer::intValue).toArray());
    return SpatialWeights.binary(numbers);
  }

  /** The dimension of what two polygons have in common; below 0 for nothing. */
  private static int shared(IntersectionMatrix matrix) {
    int most = Dimension.FALSE;
    for (int a : new int[] {Location.INTERIOR, Location.BOUNDARY}) {
      for (int b : new int[] {Location.INTERIOR, Location.BOUNDARY}) {
        most = Math.max(most, matrix.get(a, b));
      }
    }
    return most;
  }
}

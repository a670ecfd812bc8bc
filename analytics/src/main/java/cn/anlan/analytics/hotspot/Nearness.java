package cn.anlan.analytics.hotspot;

import cn.anlan.geo.fault.UserFault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.kdtree.KdNode;
import org.locationtech.jts.index.kdtree.KdTree;

/** Neighbours are points that are near on a plane; distances in the plane's unit. */
public final class Nearness {
  private Nearness() {}

  /**
   * The k nearest of each point; ties by the smaller number. Not symmetric in general.
   *
   * @param k at least 1 and fewer than there are points
   */
  public static SpatialWeights nearest(double[] x, double[] y, int k) {
    int n = x.length;
    if (k < 1 || k >= n) {
      throw new UserFault(
          "最近 " + k + " 个邻居，而只有 " + n + " 个单元 (the " + k + " nearest of " + n + " units)",
          "取 1 到 " + (n - 1) + " (take 1 to " + (n - 1) + ")");
    }
    int[][] neighbours = new int[n][];
    for (int i = 0; i < n; i++) {
      neighbours[i] = nearest(x, y, i, k);
    }
    return SpatialWeights.binary(neighbours);
  }

  private static int[] nearest(double[] x, double[] y, int unit, int k) {
    Integer[] others = new Integer[x.length - 1];
    Arrays.setAll(others, j -> j < unit ? j : j + 1);
    Arrays.sort(
        others,
        Comparator.comparingDouble((Integer j) -> square(x[j] - x[unit]) + square(y[j] - y[unit]))
            .thenComparing(j -> j));
    return Arrays.stream(others).limit(k).mapToInt(Integer::intValue).toArray();
  }

  /**
   * All points not farther than the band, the limit included; points without any are isolates.
   *
   * @param band above 0
   */
  public static SpatialWeights within(double[] x, double[] y, double band) {
    KdTree tree = new KdTree();
    List<List<Integer>> atNode = new ArrayList<>();
    for (int i = 0; i < x.length; i++) {
      KdNode node = tree.insert(new Coordinate(x[i], y[i]), atNode.size());
      int place = (Integer) node.getData();
      if (place == atNode.size()) {
        atNode.add(new ArrayList<>());
      }
      atNode.get(place).add(i);
    }
    int[][] neighbours = new int[x.length][];
    for (int i = 0; i < x.length; i++) {
      int unit = i;
      List<Integer> found = new ArrayList<>();
      Envelope box = new Envelope(x[i] - band, x[i] + band, y[i] - band, y[i] + band);
      tree.query(
          box,
          node -> {
            if (square(node.getX() - x[unit]) + square(node.getY() - y[unit]) <= band * band) {
              found.addAll(atNode.get((Integer) node.getData()));
            }
          });
      found.remove((Integer) i);
      neighbours[i] = found.stream().mapToInt(Integer::intValue).toArray();
    }
    return SpatialWeights.binary(neighbours);
  }

  private static double square(double value) {
    return value * value;
  }
}

package cn.anlan.geo.distance;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The nearest edge for every point of a set, by walking down the points' tree with the list of
 * those nodes of the target's tree that can still hold the nearest edge of some point below. A list
 * is made from its parent's: nodes as large as the points' box are opened, and what is further from
 * the box than the nearest node's furthest corner, or than the distance asked for, is dropped.
 * Where the list becomes empty, all points of the box are proven to be further away. In the end a
 * few groups of edges are left for {@value BoxTree#FANOUT} points, which are measured one by one,
 * beginning with the edge that was nearest to the point before.
 *
 * <p>Whether points are inside an area is asked once for a box that no boundary comes near to, and
 * else for each point.
 *
 * <p>Source of the idea: A. Gray, A. Moore, <i>N-body problems in statistical learning</i>, NIPS
 * 2000 (dual trees).
 */
final class BulkSearch {
  private static final int OUTSIDE = -1;
  private static final int UNKNOWN = -2;

  /** Nearer than this the exact engine says whether a point touches. */
  private static final double TOUCHING_M = 1e-3;

  private static final int LOG_FANOUT = Integer.numberOfTrailingZeros(BoxTree.FANOUT);

  /** So many boxes of points are work enough for many processors. */
  private static final int TASKS = 64;

  private final PointSet points;
  private final GeodesicTarget all;
  private final double maxM;

  /** Of a chord, with room for rounding. */
  private final double limit2;

  private final int[] ownerAndOne;
  private final double[] distanceM;

  BulkSearch(PointSet points, GeodesicTarget all, double maxM) {
    this.points = points;
    this.all = all;
    this.maxM = maxM;
    this.limit2 = NearestSearch.roomy2(maxM);
    this.ownerAndOne = new int[points.size()];
    this.distanceM = new double[points.size()];
  }

  PointDistances find() {
    if (points.size() > 0 && all.edges.size > 0) {
      int level = points.tree.levels() - 1;
      while (level > 1
          && points.tree.levelStart(level + 1) - points.tree.levelStart(level) < TASKS) {
        level--;
      }
      int top = level;
      IntStream.range(points.tree.levelStart(top), points.tree.levelStart(top + 1))
          .parallel()
          .forEach(node -> new Walk().visit(node, top, new int[] {all.tree.root()}, 1, UNKNOWN));
    }
    return new PointDistances(ownerAndOne, distanceM);
  }

  /** One task's way down, with its own lists. */
  private final class Walk {
    private final BoxTree pTree = points.tree;
    private final BoxTree tTree = all.tree;
    private final PointSearch search = new PointSearch(all, limit2);
    private final int[][] lists = new int[pTree.levels() + 1][64];
    private final double[] box = new double[6];
    private double[] least2 = new double[64];
    private int[] open = new int[64];

    /**
     * @param from candidates for all points of the node, {@code count} of them
     * @param holder the shape in whose area all points are, {@link #OUTSIDE} or {@link #UNKNOWN}
     */
    void visit(int node, int level, int[] from, int count, int holder) {
      int left = narrow(node, level, from, count);
      int known = holder == UNKNOWN ? holderOf(node, level, left) : holder;
      if (known >= 0) {
        fillInside(node, level, known);
        return;
      }
      if (left == 0 && known == OUTSIDE) {
        return;
      }
      int end = pTree.endOfChildren(node);
      for (int child = pTree.firstChild(node); child < end; child++) {
        if (level > 1) {
          visit(child, level - 1, lists[level], left, known);
        } else {
          measure(child, lists[level], left, known);
        }
      }
    }

    /** Writes the candidates for a node to its level's list; the answer is how many they are. */
    private int narrow(int node, int level, int[] from, int count) {
      double extentM = pTree.extentM(node);
      pTree.box(node, box);
      double most2 = limit2;
      int size = 0;
      for (int k = 0; k < count; k++) {
        int height = 0;
        open[height++] = from[k];
        while (height > 0) {
          int t = open[--height];
          boolean edge = t < all.edges.size;
          double d2 = edge ? all.edges.distance2(t, pTree, node) : tTree.distance2(t, box);
          if (d2 > most2) {
            continue;
          }
          if (!edge) {
            most2 = Math.min(most2, tTree.furthest2(t, box));
          }
          if (!edge && tTree.extentM(t) > extentM) {
            height = open(t, height);
          } else {
            add(level, size++, t, d2);
          }
        }
      }
      int left = 0;
      int[] list = lists[level];
      for (int k = 0; k < size; k++) {
        if (least2[k] <= most2) {
          least2[left] = least2[k];
          list[left++] = list[k];
        }
      }
      return left;
    }

    private int open(int t, int height) {
      int end = tTree.endOfChildren(t);
      int first = tTree.firstChild(t);
      if (height + end - first > open.length) {
        open = Arrays.copyOf(open, 2 * open.length);
      }
      int top = height;
      for (int child = first; child < end; child++) {
        open[top++] = child;
      }
      return top;
    }

    private void add(int level, int at, int t, double d2) {
      if (at == lists[level].length) {
        lists[level] = Arrays.copyOf(lists[level], 2 * at);
      }
      if (at == least2.length) {
        least2 = Arrays.copyOf(least2, 2 * at);
      }
      lists[level][at] = t;
      least2[at] = d2;
    }

    /**
     * Where no boundary is so near to a box that it could pass between two of its points, one point
     * tells for all. The way from one to another leaves the box by no more than its sag.
     */
    private int holderOf(int node, int level, int left) {
      if (all.areas == null) {
        return OUTSIDE;
      }
      double nearest2 = limit2;
      for (int k = 0; k < left; k++) {
        nearest2 = Math.min(nearest2, least2[k]);
      }
      double extentM = pTree.extentM(node); // not less than the diagonal
      double sagM = 1.01 * extentM * extentM / (8 * Cgcs2000.MIN_RADIUS_M) + 1e-3;
      return nearest2 > sagM * sagM ? holderAt(firstPoint(node, level)) : UNKNOWN;
    }

    private int holderAt(int point) {
      double lon = points.lonDeg(point);
      double lat = points.latDeg(point);
      if (!all.grownEnvelope.contains(lon, lat)) {
        return OUTSIDE;
      }
      int[] holder = {Integer.MAX_VALUE};
      all.areas.forHolders(
          lon, lat, p -> holder[0] = Math.min(holder[0], all.edges.polygonOwner[p]));
      return holder[0] == Integer.MAX_VALUE ? OUTSIDE : holder[0];
    }

    private int firstPoint(int node, int level) {
      return node - pTree.levelStart(level) << LOG_FANOUT * level;
    }

    private void fillInside(int node, int level, int holder) {
      int from = firstPoint(node, level);
      int to = Math.min(points.size(), from + (1 << LOG_FANOUT * level));
      for (int i = from; i < to; i++) {
        found(i, holder, 0);
      }
    }

    private void measure(int i, int[] list, int count, int holder) {
      int known = holder == UNKNOWN ? holderAt(i) : holder;
      if (known >= 0) {
        found(i, known, 0);
      } else if (count > 0) {
        measure(i, list, count);
      }
    }

    private void measure(int i, int[] list, int count) {
      int edge = search.nearest(points.space, i, list, count);
      if (edge >= 0) {
        measured(i, edge, Math.sqrt(search.chordSquared()));
      }
    }

    private void measured(int i, int edge, double chordM) {
      if (chordM < TOUCHING_M || chordM > Lifted.FAR_M) {
        GeodesicTarget point = GeodesicTarget.ofPoint(points.lonDeg(i), points.latDeg(i));
        Hit hit = new NearestSearch(point.edges, point.tree, all.edges, all.tree, null).find(maxM);
        if (hit != null) {
          found(i, hit.owner(), hit.distanceM());
        }
        return;
      }
      double geodesicM = Lifted.geodesicM(chordM);
      if (geodesicM <= maxM) {
        found(i, all.edges.owner[edge], geodesicM);
      }
    }

    private void found(int i, int owner, double foundM) {
      ownerAndOne[points.place[i]] = owner + 1;
      distanceM[points.place[i]] = foundM;
    }
  }
}

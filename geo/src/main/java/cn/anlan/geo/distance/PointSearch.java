package cn.anlan.geo.distance;

/**
 * The edge nearest to a point among those below some nodes of the target's tree. Point after point:
 * it begins with the edge that was nearest to the one before. Not for several threads.
 */
final class PointSearch {
  private final Edges edges;
  private final BoxTree tree;
  private final FootMeasure feet;
  private final double limit2;
  private int lastEdge = -1;
  private double x;
  private double y;
  private double z;
  private double best2;
  private int best;

  /**
   * @param limit2 what is further than the root of this chord's square is not looked for
   */
  PointSearch(GeodesicTarget target, double limit2) {
    this.edges = target.edges;
    this.tree = target.tree;
    this.feet = new FootMeasure(edges);
    this.limit2 = limit2;
  }

  /**
   * @param space points in space, three numbers each
   * @param nodes where the nearest edge may be, {@code count} of them; edges or nodes of the tree
   * @return the nearest edge to point {@code i}, -1 where none is near enough
   */
  int nearest(double[] space, int i, int[] nodes, int count) {
    x = space[3 * i];
    y = space[3 * i + 1];
    z = space[3 * i + 2];
    best2 = limit2;
    best = -1;
    if (lastEdge >= 0) {
      measure(lastEdge);
    }
    int nearest = -1;
    double nearest2 = best2;
    for (int k = 0; k < count; k++) {
      double d2 = nodes[k] < edges.size ? best2 : distance2(nodes[k]);
      if (d2 < nearest2) {
        nearest2 = d2;
        nearest = k;
      }
    }
    if (nearest >= 0) {
      descend(nodes[nearest]);
    }
    for (int k = 0; k < count; k++) {
      if (k != nearest) {
        visit(nodes[k]);
      }
    }
    if (best >= 0) {
      lastEdge = best;
    }
    return best;
  }

  /** The square of the chord between the last point and its nearest edge, in square metres. */
  double chordSquared() {
    return best2;
  }

  private double distance2(int node) {
    return tree.distance2(node, x, y, z, x, y, z);
  }

  private void visit(int node) {
    if (node < edges.size) {
      measure(node);
    } else if (distance2(node) < best2) {
      descend(node);
    }
  }

  /** The nearest of a node's children first, so that the others can be passed over. */
  private void descend(int node) {
    int first = tree.firstChild(node);
    int end = tree.endOfChildren(node);
    if (tree.isGroup(node)) {
      for (int edge = first; edge < end; edge++) {
        measure(edge);
      }
      return;
    }
    int nearest = -1;
    double nearest2 = best2;
    for (int child = first; child < end; child++) {
      double d2 = distance2(child);
      if (d2 < nearest2) {
        nearest2 = d2;
        nearest = child;
      }
    }
    if (nearest >= 0) {
      descend(nearest);
      for (int child = first; child < end; child++) {
        if (child != nearest) {
          visit(child);
        }
      }
    }
  }

  private void measure(int edge) {
    double d2 = feet.chordSquared(x, y, z, edge);
    if (d2 < best2) {
      best2 = d2;
      best = edge;
    }
  }
}

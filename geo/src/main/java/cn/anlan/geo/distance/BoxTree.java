package cn.anlan.geo.distance;

/**
 * A packed tree of axis-parallel boxes over {@link Edges} in {@link EarthFrame}. A box holds the
 * edges themselves, not only their chords: it is grown by the sag. Nodes are numbered: {@code 0 ..
 * size-1} are the edges, the levels above follow, the root is last. Because the edges stand in
 * Hilbert order, each node simply takes the next {@value #FANOUT} of the level below. Immutable.
 */
final class BoxTree {
  static final int FANOUT = 8;

  private final Edges edges;

  /** First node of each level; one more entry than levels. */
  private final int[] levelStart;

  /** minX, minY, minZ, maxX, maxY, maxZ of each node above the edges, rounded outwards. */
  private final float[] boxes;

  BoxTree(Edges edges) {
    this.edges = edges;
    int levels = 1;
    for (int n = edges.size; n > 1; n = (n + FANOUT - 1) / FANOUT) {
      levels++;
    }
    levelStart = new int[levels + 1];
    int count = edges.size;
    for (int level = 0; level < levels; level++) {
      levelStart[level + 1] = levelStart[level] + count;
      count = (count + FANOUT - 1) / FANOUT;
    }
    boxes = new float[6 * (levelStart[levels] - edges.size)];
    for (int node = edges.size; node < levelStart[levels]; node++) {
      for (int axis = 0; axis < 3; axis++) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (int child = firstChild(node); child < endOfChildren(node); child++) {
          min = Math.min(min, min(child, axis));
          max = Math.max(max, max(child, axis));
        }
        boxes[6 * (node - edges.size) + axis] = down(min);
        boxes[6 * (node - edges.size) + 3 + axis] = -down(-max);
      }
    }
  }

  /** The greatest float that is not above the value. */
  static float down(double value) {
    float near = (float) value;
    return near > value ? Math.nextDown(near) : near;
  }

  /** -1 where there are no edges. */
  int root() {
    return levelStart[levelStart.length - 1] - 1;
  }

  /** 0 for an edge. */
  int level(int node) {
    int level = 0;
    while (node >= levelStart[level + 1]) {
      level++;
    }
    return level;
  }

  int firstChild(int node) {
    int level = level(node);
    return levelStart[level - 1] + (node - levelStart[level]) * FANOUT;
  }

  int endOfChildren(int node) {
    int level = level(node);
    return Math.min(levelStart[level], firstChild(node) + FANOUT);
  }

  /** The distance in space between two boxes, metres, squared; 0 where they overlap. */
  double boxDistance2(int node, BoxTree other, int otherNode) {
    double sum = 0;
    for (int axis = 0; axis < 3; axis++) {
      double gap =
          Math.max(
              other.min(otherNode, axis) - max(node, axis),
              min(node, axis) - other.max(otherNode, axis));
      if (gap > 0) {
        sum += gap * gap;
      }
    }
    return sum;
  }

  /** The sum of a box's sides, metres: how much there is to gain from opening it. */
  double extentM(int node) {
    double sum = 0;
    for (int axis = 0; axis < 3; axis++) {
      sum += max(node, axis) - min(node, axis);
    }
    return sum;
  }

  private double min(int node, int axis) {
    if (node >= edges.size) {
      return boxes[6 * (node - edges.size) + axis];
    }
    return Math.min(edges.space[6 * node + axis], edges.space[6 * node + 3 + axis]) - edges.maxSagM;
  }

  private double max(int node, int axis) {
    if (node >= edges.size) {
      return boxes[6 * (node - edges.size) + 3 + axis];
    }
    return Math.max(edges.space[6 * node + axis], edges.space[6 * node + 3 + axis]) + edges.maxSagM;
  }
}

package cn.anlan.geo.distance;

/**
 * A packed tree of axis-parallel boxes over {@link Items} in {@link EarthFrame}. Nodes are
 * numbered: {@code 0 .. size-1} are the items, the levels above follow, the root is last. Because
 * the items stand in Hilbert order, each node simply takes the next {@value #FANOUT} of the level
 * below. Immutable.
 */
final class BoxTree {
  static final int FANOUT = 8;

  /** What the tree stands on. */
  interface Items {
    int size();

    /** The least coordinate of an item along an axis (0 to 2), metres. */
    double min(int item, int axis);

    double max(int item, int axis);
  }

  private final Items items;

  /** How many items. */
  private final int size;

  /** First node of each level; one more entry than levels. */
  private final int[] levelStart;

  /** minX, minY, minZ, maxX, maxY, maxZ of each node above the items, rounded outwards. */
  private final float[] boxes;

  BoxTree(Items items) {
    this.items = items;
    this.size = items.size();
    int levels = 1;
    for (int n = size; n > 1; n = (n + FANOUT - 1) / FANOUT) {
      levels++;
    }
    levelStart = new int[levels + 1];
    int count = size;
    for (int level = 0; level < levels; level++) {
      levelStart[level + 1] = levelStart[level] + count;
      count = (count + FANOUT - 1) / FANOUT;
    }
    boxes = new float[6 * (levelStart[levels] - size)];
    for (int node = size; node < levelStart[levels]; node++) {
      for (int axis = 0; axis < 3; axis++) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (int child = firstChild(node); child < endOfChildren(node); child++) {
          min = Math.min(min, min(child, axis));
          max = Math.max(max, max(child, axis));
        }
        boxes[6 * (node - size) + axis] = down(min);
        boxes[6 * (node - size) + 3 + axis] = -down(-max);
      }
    }
  }

  /** The greatest float that is not above the value. */
  static float down(double value) {
    float near = (float) value;
    return near > value ? Math.nextDown(near) : near;
  }

  /** -1 where there are no items. */
  int root() {
    return levelStart[levelStart.length - 1] - 1;
  }

  /** 0 for an item. */
  int level(int node) {
    int level = 0;
    while (node >= levelStart[level + 1]) {
      level++;
    }
    return level;
  }

  int levels() {
    return levelStart.length - 1;
  }

  /** The first node of a level; that of {@link #levels()} is the number of all nodes. */
  int levelStart(int level) {
    return levelStart[level];
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

  /** How far two points of two boxes can be from one another, metres, squared. */
  double boxFurthest2(int node, BoxTree other, int otherNode) {
    double sum = 0;
    for (int axis = 0; axis < 3; axis++) {
      double reach =
          Math.max(
              other.max(otherNode, axis) - min(node, axis),
              max(node, axis) - other.min(otherNode, axis));
      sum += reach * reach;
    }
    return sum;
  }

  /** The distance in space from a point to a box, metres, squared; 0 inside. */
  double pointDistance2(double x, double y, double z, int node) {
    double dx = Math.max(0, Math.max(min(node, 0) - x, x - max(node, 0)));
    double dy = Math.max(0, Math.max(min(node, 1) - y, y - max(node, 1)));
    double dz = Math.max(0, Math.max(min(node, 2) - z, z - max(node, 2)));
    return dx * dx + dy * dy + dz * dz;
  }

  /** Whether a node is an item or has only items below it. */
  boolean isLowest(int node) {
    return node < levelStart[Math.min(2, levelStart.length - 1)];
  }

  /** The sum of a box's sides, metres: how much there is to gain from opening it. */
  double extentM(int node) {
    double sum = 0;
    for (int axis = 0; axis < 3; axis++) {
      sum += max(node, axis) - min(node, axis);
    }
    return sum;
  }

  double min(int node, int axis) {
    return node >= size ? boxes[6 * (node - size) + axis] : items.min(node, axis);
  }

  double max(int node, int axis) {
    return node >= size ? boxes[6 * (node - size) + 3 + axis] : items.max(node, axis);
  }
}

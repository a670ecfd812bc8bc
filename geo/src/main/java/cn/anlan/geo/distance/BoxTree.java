package cn.anlan.geo.distance;

/**
 * A packed tree of axis-parallel boxes over {@link Items} in {@link EarthFrame}; the items have no
 * box here. Immutable.
 */
final class BoxTree extends PackedNodes {
  /** What the tree stands on. */
  interface Items {
    int size();

    /** The least coordinate of an item along an axis (0 to 2), metres. */
    double min(int item, int axis);

    double max(int item, int axis);
  }

  /** minX, minY, minZ, maxX, maxY, maxZ of each node above the items, rounded outwards. */
  private final float[] boxes;

  BoxTree(Items items) {
    super(items.size());
    int size = size();
    int nodes = root() + 1;
    boxes = new float[6 * (nodes - size)];
    for (int node = size; node < nodes; node++) {
      for (int axis = 0; axis < 3; axis++) {
        float min = Float.POSITIVE_INFINITY;
        float max = Float.NEGATIVE_INFINITY;
        for (int child = firstChild(node); child < endOfChildren(node); child++) {
          if (child < size) {
            min = Math.min(min, down(items.min(child, axis)));
            max = Math.max(max, -down(-items.max(child, axis)));
          } else {
            min = Math.min(min, boxes[6 * (child - size) + axis]);
            max = Math.max(max, boxes[6 * (child - size) + 3 + axis]);
          }
        }
        boxes[6 * (node - size) + axis] = min;
        boxes[6 * (node - size) + 3 + axis] = max;
      }
    }
  }

  /** The greatest float that is not above the value. */
  static float down(double value) {
    float near = (float) value;
    return near > value ? Math.nextDown(near) : near;
  }

  /** Copies a node's box to {@code out[0..5]}. */
  void box(int node, double[] out) {
    for (int i = 0; i < 6; i++) {
      out[i] = boxes[6 * (node - size()) + i];
    }
  }

  /**
   * The distance in space between the boxes of two nodes, metres, squared; 0 where they overlap.
   */
  double distance2(int node, BoxTree other, int otherNode) {
    float[] b = other.boxes;
    int at = 6 * (otherNode - other.size());
    return distance2(node, b[at], b[at + 1], b[at + 2], b[at + 3], b[at + 4], b[at + 5]);
  }

  double distance2(int node, double[] box) {
    return distance2(node, box[0], box[1], box[2], box[3], box[4], box[5]);
  }

  /** The distance from a node's box to another box. */
  double distance2(
      int node, double minX, double minY, double minZ, double maxX, double maxY, double maxZ) {
    int at = 6 * (node - size());
    double x = gap(boxes[at], boxes[at + 3], minX, maxX);
    double y = gap(boxes[at + 1], boxes[at + 4], minY, maxY);
    double z = gap(boxes[at + 2], boxes[at + 5], minZ, maxZ);
    return x * x + y * y + z * z;
  }

  private static double gap(double min, double max, double otherMin, double otherMax) {
    return otherMin > max ? otherMin - max : min > otherMax ? min - otherMax : 0;
  }

  /** How far two points of a node's box and another box can be from one another, squared. */
  double furthest2(int node, double[] box) {
    int at = 6 * (node - size());
    double sum = 0;
    for (int axis = 0; axis < 3; axis++) {
      double up = boxes[at + 3 + axis] - box[axis];
      double down = box[3 + axis] - boxes[at + axis];
      double reach = up > down ? up : down;
      sum += reach * reach;
    }
    return sum;
  }

  /** The sum of a box's sides, metres: how much there is to gain from opening it. */
  double extentM(int node) {
    int at = 6 * (node - size());
    return (double) boxes[at + 3]
        - boxes[at]
        + boxes[at + 4]
        - boxes[at + 1]
        + boxes[at + 5]
        - boxes[at + 2];
  }
}

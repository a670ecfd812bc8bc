package cn.anlan.geo.distance;

/**
 * The nodes of a packed tree, by number: {@code 0 .. size-1} are the items, the levels above
 * follow, the root is last and never an item. Because the items stand in an order in which
 * neighbours are near one another ({@link HilbertOrder}), each node simply takes the next {@value
 * #FANOUT} of the level below. Immutable; what a node's box is, its heirs know.
 */
public abstract class PackedNodes {
  public static final int FANOUT = 8;

  /** How many items. */
  private final int size;

  /** First node of each level; one more entry than levels. */
  private final int[] levelStart;

  /**
   * The first child of each node above the items. The node after a level's last has the level's own
   * first node for its first child, so a node's children end where those of the next begin.
   */
  private final int[] firstChild;

  protected PackedNodes(int size) {
    this.size = size;
    int levels = size == 0 ? 1 : 2;
    for (int n = (size + FANOUT - 1) / FANOUT; n > 1; n = (n + FANOUT - 1) / FANOUT) {
      levels++;
    }
    levelStart = new int[levels + 1];
    int count = size;
    for (int level = 0; level < levels; level++) {
      levelStart[level + 1] = levelStart[level] + count;
      count = (count + FANOUT - 1) / FANOUT;
    }
    firstChild = firstChildren();
  }

  private int[] firstChildren() {
    int levels = levels();
    int[] first = new int[levelStart[levels] - size + 1];
    for (int level = 1; level <= levels; level++) {
      int end = level == levels ? levelStart[level] + 1 : levelStart[level + 1];
      for (int node = levelStart[level]; node < end; node++) {
        first[node - size] = levelStart[level - 1] + (node - levelStart[level]) * FANOUT;
      }
    }
    return first;
  }

  /** How many items, which are the first nodes. */
  public final int size() {
    return size;
  }

  /** -1 where there are no items. */
  public final int root() {
    return levelStart[levelStart.length - 1] - 1;
  }

  /** How many levels, that of the items being the first. */
  public final int levels() {
    return levelStart.length - 1;
  }

  /** The first node of a level; that of {@link #levels()} is the number of all nodes. */
  public final int levelStart(int level) {
    return levelStart[level];
  }

  /** 0 for an item. */
  public final int level(int node) {
    int level = 0;
    while (node >= levelStart[level + 1]) {
      level++;
    }
    return level;
  }

  /** Whether a node that is no item has only items below it. */
  public final boolean isGroup(int node) {
    return node < levelStart[2];
  }

  /** The first of the nodes below one that is no item. */
  public final int firstChild(int node) {
    return firstChild[node - size];
  }

  /** One more than the last of the nodes below one that is no item. */
  public final int endOfChildren(int node) {
    return firstChild[node - size + 1];
  }
}

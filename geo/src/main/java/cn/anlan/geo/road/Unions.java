package cn.anlan.geo.road;

import java.util.Arrays;

/**
 * Things, numbered from 0, that are found to belong together; each group is known by its least
 * member. For one thread.
 */
public final class Unions {
  private int[] parent;
  private int size;

  /**
   * @param size how many there are at first, each by itself
   */
  public Unions(int size) {
    parent = new int[Math.max(16, size)];
    while (this.size < size) {
      add();
    }
  }

  /** One more thing, for now by itself; the answer is its number. */
  public int add() {
    if (size == parent.length) {
      parent = Arrays.copyOf(parent, 2 * size);
    }
    parent[size] = size;
    return size++;
  }

  /** The least member of a thing's group. */
  public int find(int member) {
    int root = member;
    while (parent[root] != root) {
      root = parent[root];
    }
    for (int at = member; parent[at] != root; ) {
      int next = parent[at];
      parent[at] = root;
      at = next;
    }
    return root;
  }

  /** From now on both are of one group. */
  public void join(int one, int other) {
    int a = find(one);
    int b = find(other);
    parent[Math.max(a, b)] = Math.min(a, b);
  }

  /** How many things. */
  public int size() {
    return size;
  }
}

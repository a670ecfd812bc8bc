package cn.anlan.geo.distance;

import java.util.Arrays;

/** The nearest pair of edges of each shape met in a search: open addressing, no objects. */
final class OwnerTable {
  /** In place of an edge: this shape has been told of already. */
  static final int TOLD = -1;

  /** Takes what was found. */
  interface Visitor {
    void visit(int owner, int subjectEdge, int targetEdge);
  }

  private int[] owners = new int[16]; // owner + 1; 0 is empty
  private double[] ranks2 = new double[16];
  private int[] subjectEdges = new int[16];
  private int[] targetEdges = new int[16];
  private int size;

  /** Where the owner stands, or -1. */
  int find(int owner) {
    int at = home(owner, owners.length);
    while (owners[at] != 0) {
      if (owners[at] == owner + 1) {
        return at;
      }
      at = at + 1 & owners.length - 1;
    }
    return -1;
  }

  /**
   * Where the owner stands; a new one ranks infinitely far. Earlier slots are not valid any more.
   */
  int slot(int owner) {
    int at = find(owner);
    if (at >= 0) {
      return at;
    }
    if (2 * ++size > owners.length) {
      grow();
    }
    at = free(owner);
    owners[at] = owner + 1;
    ranks2[at] = Double.POSITIVE_INFINITY;
    return at;
  }

  double rank2(int slot) {
    return ranks2[slot];
  }

  void set(int slot, double rank2, int subjectEdge, int targetEdge) {
    ranks2[slot] = rank2;
    subjectEdges[slot] = subjectEdge;
    targetEdges[slot] = targetEdge;
  }

  /** All that have not been told of. */
  void forEach(Visitor visitor) {
    for (int at = 0; at < owners.length; at++) {
      if (owners[at] != 0 && targetEdges[at] != TOLD) {
        visitor.visit(owners[at] - 1, subjectEdges[at], targetEdges[at]);
      }
    }
  }

  private int free(int owner) {
    int at = home(owner, owners.length);
    while (owners[at] != 0) {
      at = at + 1 & owners.length - 1;
    }
    return at;
  }

  private void grow() {
    int[] oldOwners = owners;
    double[] oldRanks2 = ranks2;
    int[] oldSubjectEdges = subjectEdges;
    int[] oldTargetEdges = targetEdges;
    owners = new int[2 * oldOwners.length];
    ranks2 = Arrays.copyOf(ranks2, owners.length);
    subjectEdges = Arrays.copyOf(subjectEdges, owners.length);
    targetEdges = Arrays.copyOf(targetEdges, owners.length);
    for (int at = 0; at < oldOwners.length; at++) {
      if (oldOwners[at] != 0) {
        int to = free(oldOwners[at] - 1);
        owners[to] = oldOwners[at];
        ranks2[to] = oldRanks2[at];
        subjectEdges[to] = oldSubjectEdges[at];
        targetEdges[to] = oldTargetEdges[at];
      }
    }
  }

  private static int home(int owner, int length) {
    int mixed = owner * 0x9E3779B9;
    return (mixed ^ mixed >>> 15) & length - 1;
  }
}

package cn.anlan.geo.distance;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Finds the nearest pair for every shape of a target within a distance. Both trees are walked depth
 * first; pairs of nodes are dropped that are beyond the distance, pairs with an edge of a shape
 * also where that shape is already known to be nearer. One object serves one search.
 */
final class OwnerSearch {
  private final Edges s;
  private final Edges t;
  private final BoxTree sTree;
  private final BoxTree tTree;
  private final PairMeasure measure;
  private final OwnerTable found = new OwnerTable();

  private long[] stack = new long[64];
  private int height;

  OwnerSearch(Edges s, BoxTree sTree, Edges t, BoxTree tTree) {
    this.s = s;
    this.sTree = sTree;
    this.t = t;
    this.tTree = tTree;
    this.measure = new PairMeasure(s, t);
  }

  /** Tells that a shape meets the subject in a point, which needs no search. */
  void meets(int owner, double lonDeg, double latDeg, Consumer<Hit> out) {
    int slot = found.slot(owner);
    if (found.distanceM(slot) > 0) {
      found.set(slot, 0, OwnerTable.TOLD, OwnerTable.TOLD);
      out.accept(new Hit(owner, NearestPair.meeting(lonDeg, latDeg)));
    }
  }

  void find(double maxM, Consumer<Hit> out) {
    double limitM = NearestSearch.roomy(maxM);
    if (tTree.root() >= 0) {
      push(sTree.root(), tTree.root());
    }
    while (height > 0) {
      long pair = stack[--height];
      int sNode = (int) (pair >>> 32);
      int tNode = (int) pair;
      double leastM = NearestSearch.leastM(sTree, sNode, tTree, tNode);
      if (leastM >= limitM) {
        continue;
      }
      boolean edge = tNode < t.size;
      if (edge && sNode < s.size) {
        measured(sNode, tNode, limitM);
      } else if (edge && leastM >= bestOf(t.owner[tNode])) {
        continue;
      } else if (sNode < s.size || !edge && tTree.extentM(tNode) >= sTree.extentM(sNode)) {
        for (int c = tTree.endOfChildren(tNode) - 1; c >= tTree.firstChild(tNode); c--) {
          push(sNode, c);
        }
      } else {
        for (int c = sTree.endOfChildren(sNode) - 1; c >= sTree.firstChild(sNode); c--) {
          push(c, tNode);
        }
      }
    }
    found.forEach(
        (owner, i, j) -> {
          NearestPair pair = measure.pair(i, j);
          if (pair.distanceM() <= maxM) {
            out.accept(new Hit(owner, pair));
          }
        });
  }

  private double bestOf(int owner) {
    int slot = found.find(owner);
    return slot < 0 ? Double.POSITIVE_INFINITY : found.distanceM(slot);
  }

  private void measured(int i, int j, double limitM) {
    int owner = t.owner[j];
    double bestM = Math.min(limitM, bestOf(owner));
    double distanceM = measure.distanceM(i, j, bestM);
    if (distanceM < bestM) {
      found.set(found.slot(owner), distanceM, i, j);
    }
  }

  private void push(int sNode, int tNode) {
    if (height == stack.length) {
      stack = Arrays.copyOf(stack, 2 * height);
    }
    stack[height++] = (long) sNode << 32 | tNode;
  }
}

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
    if (found.rank2(slot) > 0) {
      found.set(slot, 0, OwnerTable.TOLD, OwnerTable.TOLD);
      out.accept(new Hit(owner, NearestPair.meeting(lonDeg, latDeg)));
    }
  }

  void find(double maxM, Consumer<Hit> out) {
    double limit2 = NearestSearch.roomy2(maxM);
    if (tTree.root() >= 0) {
      push(sTree.root(), tTree.root());
    }
    while (height > 0) {
      long pair = stack[--height];
      int sNode = (int) (pair >>> 32);
      int tNode = (int) pair;
      if (sTree.distance2(sNode, tTree, tNode) < limit2) {
        open(sNode, tNode, limit2);
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

  private void open(int sNode, int tNode, double limit2) {
    boolean sIsGroup = sTree.isGroup(sNode);
    boolean tIsGroup = tTree.isGroup(tNode);
    if (sIsGroup && tIsGroup) {
      measure(sNode, tNode, limit2);
    } else if (sIsGroup || !tIsGroup && tTree.extentM(tNode) >= sTree.extentM(sNode)) {
      for (int c = tTree.endOfChildren(tNode) - 1; c >= tTree.firstChild(tNode); c--) {
        push(sNode, c);
      }
    } else {
      for (int c = sTree.endOfChildren(sNode) - 1; c >= sTree.firstChild(sNode); c--) {
        push(c, tNode);
      }
    }
  }

  private void measure(int sGroup, int tGroup, double limit2) {
    int sFirst = sTree.firstChild(sGroup);
    int sEnd = sTree.endOfChildren(sGroup);
    int tEnd = tTree.endOfChildren(tGroup);
    for (int j = tTree.firstChild(tGroup); j < tEnd; j++) {
      double least2 = t.distance2(j, sTree, sGroup);
      if (least2 >= limit2) {
        continue;
      }
      int owner = t.owner[j];
      int slot = found.find(owner);
      double best2 = slot < 0 ? limit2 : found.rank2(slot);
      for (int i = sFirst; least2 < best2 && i < sEnd; i++) {
        double rank2 = measure.rank2(i, j, best2);
        if (rank2 < best2) {
          best2 = rank2;
          found.set(found.slot(owner), rank2, i, j);
        }
      }
    }
  }

  private void push(int sNode, int tNode) {
    if (height == stack.length) {
      stack = Arrays.copyOf(stack, 2 * height);
    }
    stack[height++] = (long) sNode << 32 | tNode;
  }
}

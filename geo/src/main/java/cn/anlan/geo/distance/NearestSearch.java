package cn.anlan.geo.distance;

import java.util.function.IntPredicate;

/**
 * Best-first search for the nearest pair of edges of a subject and a target. A queue holds pairs of
 * nodes by the lower bound of their distance; pairs of edges are measured at once. One object
 * serves one search.
 */
final class NearestSearch {
  /** Pairs are ranked by distances that may be wrong by this much, and limits leave room for it. */
  static final double RANKING_M = 1e-4;

  static final double RANKING_FACTOR = 1 + 1e-6;

  private final Edges s;
  private final Edges t;
  private final BoxTree sTree;
  private final BoxTree tTree;
  private final IntPredicate edges;
  private final PairMeasure measure;
  private final PairQueue queue = new PairQueue();

  private double bestM;
  private int bestSubject = -1;
  private int bestTarget = -1;

  /**
   * @param edges which of the target's edges count; null for all
   */
  NearestSearch(Edges s, BoxTree sTree, Edges t, BoxTree tTree, IntPredicate edges) {
    this.s = s;
    this.sTree = sTree;
    this.t = t;
    this.tTree = tTree;
    this.edges = edges;
    this.measure = new PairMeasure(s, t);
  }

  /** The lower bound of the distance of the boundaries as wholes. */
  static double lowerBoundM(BoxTree sTree, BoxTree tTree) {
    return leastM(sTree, sTree.root(), tTree, tTree.root());
  }

  static double leastM(BoxTree sTree, int sNode, BoxTree tTree, int tNode) {
    return Chords.leastGeodesicM(Math.sqrt(sTree.boxDistance2(sNode, tTree, tNode)));
  }

  /** A limit that leaves room for the error of ranking. */
  static double roomy(double maxM) {
    return maxM * RANKING_FACTOR + RANKING_M;
  }

  /** The nearest pair, or null where nothing is within {@code maxM}. */
  Hit find(double maxM) {
    if (tTree.root() < 0) {
      return null;
    }
    bestM = roomy(maxM);
    push(sTree.root(), tTree.root());
    while (!queue.isEmpty() && queue.leastBound() < bestM) {
      int sNode = queue.leastFirst();
      int tNode = queue.leastSecond();
      queue.removeLeast();
      if (opensTarget(sNode, tNode)) {
        int end = tTree.endOfChildren(tNode);
        for (int c = tTree.firstChild(tNode); c < end; c++) {
          push(sNode, c);
        }
      } else {
        int end = sTree.endOfChildren(sNode);
        for (int c = sTree.firstChild(sNode); c < end; c++) {
          push(c, tNode);
        }
      }
    }
    if (bestTarget < 0) {
      return null;
    }
    NearestPair pair = measure.pair(bestSubject, bestTarget);
    return pair.distanceM() <= maxM ? new Hit(t.owner[bestTarget], pair) : null;
  }

  private boolean opensTarget(int sNode, int tNode) {
    return sNode < s.size || tNode >= t.size && tTree.extentM(tNode) >= sTree.extentM(sNode);
  }

  private void push(int sNode, int tNode) {
    if (tNode < t.size && edges != null && !edges.test(tNode)) {
      return;
    }
    double leastM = leastM(sTree, sNode, tTree, tNode);
    if (leastM >= bestM) {
      return;
    }
    if (sNode >= s.size || tNode >= t.size) {
      queue.add(leastM, sNode, tNode);
      return;
    }
    double distanceM = measure.distanceM(sNode, tNode, bestM);
    if (distanceM < bestM) {
      bestM = distanceM;
      bestSubject = sNode;
      bestTarget = tNode;
    }
  }
}

package cn.anlan.geo.distance;

import java.util.function.IntPredicate;

/**
 * Best-first search for the nearest pair of edges of a subject and a target. A queue holds pairs of
 * nodes by the squared distance of their boxes; pairs of edges are measured at once. One object
 * serves one search.
 */
final class NearestSearch {
  /** Pairs are ranked by distances that may be wrong by this much, and limits leave room for it. */
  private static final double RANKING_M = 1e-4;

  private static final double RANKING_FACTOR = 1 + 1e-6;

  private final Edges s;
  private final Edges t;
  private final BoxTree sTree;
  private final BoxTree tTree;
  private final IntPredicate edges;
  private final PairMeasure measure;
  private final PairQueue queue = new PairQueue();

  private double best2;
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
    double spaceM = Math.sqrt(sTree.distance2(sTree.root(), tTree, tTree.root()));
    return Chords.leastGeodesicM(spaceM);
  }

  /** A limit for squared chords that leaves room for the error of ranking. */
  static double roomy2(double maxM) {
    double roomyM = maxM * RANKING_FACTOR + RANKING_M;
    return roomyM * roomyM;
  }

  /** The nearest pair, or null where nothing is within {@code maxM}. */
  Hit find(double maxM) {
    if (tTree.root() < 0) {
      return null;
    }
    best2 = roomy2(maxM);
    push(sTree.root(), tTree.root());
    while (!queue.isEmpty() && queue.leastBound() < best2) {
      int sNode = queue.leastFirst();
      int tNode = queue.leastSecond();
      queue.removeLeast();
      open(sNode, tNode);
    }
    if (bestTarget < 0) {
      return null;
    }
    NearestPair pair = measure.pair(bestSubject, bestTarget);
    return pair.distanceM() <= maxM ? new Hit(t.owner[bestTarget], pair) : null;
  }

  private void open(int sNode, int tNode) {
    boolean sIsGroup = sTree.isGroup(sNode);
    boolean tIsGroup = tTree.isGroup(tNode);
    if (sIsGroup && tIsGroup) {
      measure(sNode, tNode);
    } else if (sIsGroup || !tIsGroup && tTree.extentM(tNode) >= sTree.extentM(sNode)) {
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

  private void push(int sNode, int tNode) {
    double least2 = sTree.distance2(sNode, tTree, tNode);
    if (least2 < best2) {
      queue.add(least2, sNode, tNode);
    }
  }

  private void measure(int sGroup, int tGroup) {
    int sFirst = sTree.firstChild(sGroup);
    int sEnd = sTree.endOfChildren(sGroup);
    int tEnd = tTree.endOfChildren(tGroup);
    for (int j = tTree.firstChild(tGroup); j < tEnd; j++) {
      // Whether an edge counts takes longer to tell than whether it may be nearer.
      if (t.distance2(j, sTree, sGroup) >= best2 || edges != null && !edges.test(j)) {
        continue;
      }
      for (int i = sFirst; i < sEnd; i++) {
        double rank2 = measure.rank2(i, j, best2);
        if (rank2 < best2) {
          best2 = rank2;
          bestSubject = i;
          bestTarget = j;
        }
      }
    }
  }
}

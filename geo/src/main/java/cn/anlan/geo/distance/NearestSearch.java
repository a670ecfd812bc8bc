package cn.anlan.geo.distance;

import org.locationtech.jts.geom.Coordinate;

/**
 * Best-first search for the nearest pair of edges of two shapes. A queue holds pairs of nodes by
 * the lower bound of their distance; a pair of edges is measured exactly only when it comes first
 * and its bound is not above the best distance known. One object serves one search.
 */
final class NearestSearch {
  /** Shapes nearer than this meet: coordinates in degrees cannot say more. */
  static final double MEETING_M = 1e-6;

  private final Edges s;
  private final Edges t;
  private final BoxTree sTree;
  private final BoxTree tTree;
  private final PairQueue queue = new PairQueue();

  private double bestM;
  private NearestPair best;

  NearestSearch(Edges s, BoxTree sTree, Edges t, BoxTree tTree) {
    this.s = s;
    this.sTree = sTree;
    this.t = t;
    this.tTree = tTree;
  }

  /** The lower bound of the distance of the boundaries as wholes. */
  static double lowerBoundM(Edges s, BoxTree sTree, Edges t, BoxTree tTree) {
    double spaceM = sTree.boxDistanceM(sTree.root(), tTree, tTree.root());
    return Chords.leastGeodesicM(spaceM - s.maxSagM - t.maxSagM);
  }

  /** The nearest pair, or null where nothing is within {@code maxM}. */
  NearestPair find(double maxM) {
    bestM = maxM;
    push(sTree.root(), tTree.root());
    while (!queue.isEmpty()) {
      double boundM = queue.leastBound();
      if (boundM > bestM || (best != null && bestM == 0)) {
        break;
      }
      int sNode = queue.leastFirst();
      int tNode = queue.leastSecond();
      queue.removeLeast();
      int sLevel = sTree.level(sNode);
      int tLevel = tTree.level(tNode);
      if (sLevel == 0 && tLevel == 0) {
        measure(sNode, tNode);
      } else if (tLevel >= sLevel) {
        for (int c = tTree.firstChild(tNode); c < tTree.endOfChildren(tNode); c++) {
          push(sNode, c);
        }
      } else {
        for (int c = sTree.firstChild(sNode); c < sTree.endOfChildren(sNode); c++) {
          push(c, tNode);
        }
      }
    }
    return best;
  }

  private void push(int sNode, int tNode) {
    double boundM;
    if (sNode < s.size && tNode < t.size) {
      double spaceM = Chords.chordToChordM(s.ecef, 6 * sNode, t.ecef, 6 * tNode);
      boundM = Chords.leastGeodesicM(spaceM - s.sagM(sNode) - t.sagM(tNode));
    } else {
      double spaceM = sTree.boxDistanceM(sNode, tTree, tNode);
      boundM = Chords.leastGeodesicM(spaceM - s.maxSagM - t.maxSagM);
    }
    if (boundM <= bestM) {
      queue.add(boundM, sNode, tNode);
    }
  }

  private void measure(int i, int j) {
    boolean bothLines = !s.isPoint(i) && !t.isPoint(j);
    if (bothLines && Chords.chordToChordM(s.ecef, 6 * i, t.ecef, 6 * j) <= s.sagM(i) + t.sagM(j)) {
      Coordinate common = Crossing.find(s, i, t, j);
      if (common != null) {
        bestM = 0;
        best = NearestPair.meeting(common.x, common.y);
        return;
      }
    }
    if (s.isPoint(i) || !t.isPoint(j)) {
      endsToEdge(s, i, t, j, false);
    }
    if (!s.isPoint(i)) {
      endsToEdge(t, j, s, i, true);
    }
  }

  private void endsToEdge(Edges v, int i, Edges e, int j, boolean swapped) {
    vertexToEdge(v, i, 0, e, j, swapped);
    if (!v.isPoint(i)) {
      vertexToEdge(v, i, 1, e, j, swapped);
    }
  }

  private void vertexToEdge(Edges v, int i, int end, Edges e, int j, boolean swapped) {
    int at = 6 * i + 3 * end;
    double spaceM = Chords.pointToChordM(v.ecef, at, e.ecef, 6 * j);
    if (Chords.leastGeodesicM(spaceM - e.sagM(j)) > bestM) {
      return;
    }
    double lon = v.lonLat[4 * i + 2 * end];
    double lat = v.lonLat[4 * i + 2 * end + 1];
    FootPoint foot =
        FootPoint.find(
            lon,
            lat,
            e.lonLat[4 * j],
            e.lonLat[4 * j + 1],
            e.lonLat[4 * j + 2],
            e.lonLat[4 * j + 3],
            Chords.footFraction(v.ecef, at, e.ecef, 6 * j));
    if (foot.distanceM() < MEETING_M) {
      bestM = 0;
      best = NearestPair.meeting(lon, lat);
      return;
    }
    if (foot.distanceM() > bestM || (best != null && foot.distanceM() == bestM)) {
      return;
    }
    bestM = foot.distanceM();
    NearestPair pair = new NearestPair(bestM, lon, lat, foot.lonDeg(), foot.latDeg());
    best = swapped ? pair.swapped() : pair;
  }
}

package cn.anlan.geo.distance;

import org.locationtech.jts.geom.Coordinate;

/**
 * Measures one edge of a subject against one of a target: quickly to rank pairs (see {@link Lifted}
 * for the error), exactly for the pair that has won. One object serves one thread.
 */
final class PairMeasure {
  /** Shapes nearer than this meet: coordinates in degrees cannot say more. */
  static final double MEETING_M = 1e-6;

  private final Edges s;
  private final Edges t;
  private final FootMeasure subjectFeet;
  private final FootMeasure targetFeet;

  /** Of the pair measured last: squared chord, and where it stands. */
  private double leastChord2;

  private boolean footOnSubject;
  private int vertexEdge;
  private int vertexEnd;
  private int footEdge;
  private double footFraction;

  private final double[] lonLat = new double[2];

  PairMeasure(Edges subject, Edges target) {
    this.s = subject;
    this.t = target;
    this.subjectFeet = new FootMeasure(subject);
    this.targetFeet = new FootMeasure(target);
  }

  /**
   * A number to rank pairs by: up to {@link Lifted#FAR_M} the squared chord, beyond the square of
   * {@link Chords#mostChordM} of the exact distance; 0 where the edges cross. May be anything not
   * below the limit where the true one is not.
   */
  double rank2(int i, int j, double limit2) {
    if (crossing(i, j) != null) {
      return 0;
    }
    findLeast(i, j);
    if (leastChord2 <= Lifted.FAR_M * Lifted.FAR_M) {
      return leastChord2;
    }
    double sagM = s.sagM(i) + t.sagM(j);
    double leastM = Math.sqrt(leastChord2) - sagM;
    if (leastM * leastM >= limit2) {
      return leastChord2;
    }
    double chordM = Chords.mostChordM(exactFar().distanceM());
    return chordM * chordM;
  }

  /** The nearest pair of points of two edges, measured by GeographicLib. */
  NearestPair pair(int i, int j) {
    Coordinate common = crossing(i, j);
    if (common != null) {
      return NearestPair.meeting(common.x, common.y);
    }
    findLeast(i, j);
    Edges v = footOnSubject ? t : s;
    Edges e = footOnSubject ? s : t;
    double lon = v.lonLat[4 * vertexEdge + 2 * vertexEnd];
    double lat = v.lonLat[4 * vertexEdge + 2 * vertexEnd + 1];
    FootPoint foot;
    if (leastChord2 > FootMeasure.REFINED_M * FootMeasure.REFINED_M) {
      foot = exactFar();
    } else {
      e.footLonLat(footEdge, refined(v), lonLat);
      foot =
          new FootPoint(lonLat[0], lonLat[1], Cgcs2000.distanceM(lon, lat, lonLat[0], lonLat[1]));
    }
    if (foot.distanceM() < MEETING_M) {
      return NearestPair.meeting(lon, lat);
    }
    NearestPair pair = new NearestPair(foot.distanceM(), lon, lat, foot.lonDeg(), foot.latDeg());
    return footOnSubject ? pair.swapped() : pair;
  }

  private Coordinate crossing(int i, int j) {
    double sagM = s.sagM(i) + t.sagM(j);
    boolean near = Chords.areWithin(sagM, s.space, 6 * i, t.space, 6 * j);
    return near && !s.isPoint(i) && !t.isPoint(j) ? Crossing.find(s, i, t, j) : null;
  }

  /** A vertex that two edges of a path share is looked at with the edge that begins there. */
  private void findLeast(int i, int j) {
    leastChord2 = Double.POSITIVE_INFINITY;
    boolean subjectIsPoint = s.isPoint(i);
    if (subjectIsPoint || !t.isPoint(j)) {
      for (int end = 0; end < s.ownEnds(i); end++) {
        vertexToEdge(s, i, end, t, j, false);
      }
    }
    if (!subjectIsPoint) {
      for (int end = 0; end < t.ownEnds(j); end++) {
        vertexToEdge(t, j, end, s, i, true);
      }
    }
  }

  private void vertexToEdge(Edges v, int i, int end, Edges e, int j, boolean onSubject) {
    int p = 6 * i + 3 * end;
    FootMeasure feet = onSubject ? subjectFeet : targetFeet;
    double chord2 = feet.chordSquared(v.space[p], v.space[p + 1], v.space[p + 2], j);
    if (chord2 < leastChord2) {
      leastChord2 = chord2;
      footOnSubject = onSubject;
      vertexEdge = i;
      vertexEnd = end;
      footEdge = j;
      footFraction = feet.fraction;
    }
  }

  private double refined(Edges v) {
    int p = 6 * vertexEdge + 3 * vertexEnd;
    return leastChord2 < Lifted.NEAR_M * Lifted.NEAR_M
        ? footFraction
        : (footOnSubject ? subjectFeet : targetFeet)
            .refined(v.space[p], v.space[p + 1], v.space[p + 2], footEdge, footFraction);
  }

  private FootPoint exactFar() {
    Edges v = footOnSubject ? t : s;
    Edges e = footOnSubject ? s : t;
    int a = 4 * footEdge;
    return FootPoint.find(
        v.lonLat[4 * vertexEdge + 2 * vertexEnd],
        v.lonLat[4 * vertexEdge + 2 * vertexEnd + 1],
        e.lonLat[a],
        e.lonLat[a + 1],
        e.lonLat[a + 2],
        e.lonLat[a + 3],
        footFraction);
  }
}

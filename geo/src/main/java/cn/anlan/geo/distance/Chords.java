package cn.anlan.geo.distance;

/** Straight-line distances in space, and bounds of geodesic ones that follow from them. */
final class Chords {
  private static final double FAR_M = 1_000_000;

  private Chords() {}

  /**
   * The least geodesic length that a chord of this length can have. A geodesic is nowhere less
   * curved than 1/R_max, so it exceeds its chord c by about c³/(24·R²); nine tenths of that, and no
   * more than the excess at 1,000 km, leave room for the higher orders and for torsion.
   */
  static double leastGeodesicM(double chordM) {
    if (chordM <= 0) {
      return 0;
    }
    double c = Math.min(chordM, FAR_M);
    return chordM + 0.9 * c * c * c / (24 * Cgcs2000.MAX_RADIUS_M * Cgcs2000.MAX_RADIUS_M);
  }

  /**
   * A chord that no geodesic up to {@code geodesicM} long has more than: where boxes are further
   * apart than this, so are, by {@link #leastGeodesicM}, the shapes in them than {@code geodesicM}.
   */
  static double mostChordM(double geodesicM) {
    double least = geodesicM - (leastGeodesicM(geodesicM) - geodesicM);
    return geodesicM - (leastGeodesicM(least) - least);
  }

  /** Where the foot of {@code p[pAt..]} stands on the chord {@code s[sAt..]}, 0 to 1. */
  static double footFraction(double[] p, int pAt, double[] s, int sAt) {
    double dx = s[sAt + 3] - s[sAt];
    double dy = s[sAt + 4] - s[sAt + 1];
    double dz = s[sAt + 5] - s[sAt + 2];
    double length2 = dx * dx + dy * dy + dz * dz;
    if (length2 == 0) {
      return 0;
    }
    double dot =
        (p[pAt] - s[sAt]) * dx + (p[pAt + 1] - s[sAt + 1]) * dy + (p[pAt + 2] - s[sAt + 2]) * dz;
    return clamp(dot / length2);
  }

  static double pointToChordM(double[] p, int pAt, double[] s, int sAt) {
    double t = footFraction(p, pAt, s, sAt);
    double sum = 0;
    for (int axis = 0; axis < 3; axis++) {
      double gap = p[pAt + axis] - (s[sAt + axis] + t * (s[sAt + 3 + axis] - s[sAt + axis]));
      sum += gap * gap;
    }
    return Math.sqrt(sum);
  }

  /**
   * The distance between two chords in space. It is attained inside both only where the common
   * perpendicular of their lines falls on both; otherwise at an end of one of them.
   */
  static double chordToChordM(double[] s, int sAt, double[] t, int tAt) {
    double least =
        Math.min(
            Math.min(pointToChordM(s, sAt, t, tAt), pointToChordM(s, sAt + 3, t, tAt)),
            Math.min(pointToChordM(t, tAt, s, sAt), pointToChordM(t, tAt + 3, s, sAt)));
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    double e = 0;
    for (int axis = 0; axis < 3; axis++) {
      double u = s[sAt + 3 + axis] - s[sAt + axis];
      double v = t[tAt + 3 + axis] - t[tAt + axis];
      double w = s[sAt + axis] - t[tAt + axis];
      a += u * u;
      b += u * v;
      c += v * v;
      d += u * w;
      e += v * w;
    }
    double determinant = a * c - b * b;
    if (determinant <= 1e-12 * a * c) {
      return least; // parallel, or a point
    }
    double x = (b * e - c * d) / determinant;
    double y = (a * e - b * d) / determinant;
    if (x <= 0 || x >= 1 || y <= 0 || y >= 1) {
      return least;
    }
    double sum = 0;
    for (int axis = 0; axis < 3; axis++) {
      double gap =
          s[sAt + axis]
              + x * (s[sAt + 3 + axis] - s[sAt + axis])
              - t[tAt + axis]
              - y * (t[tAt + 3 + axis] - t[tAt + axis]);
      sum += gap * gap;
    }
    return Math.min(least, Math.sqrt(sum));
  }

  /**
   * Whether two chords come within {@code sagM} of one another, as those of edges that meet must.
   */
  static boolean areWithin(double sagM, double[] s, int sAt, double[] t, int tAt) {
    for (int axis = 0; axis < 3; axis++) {
      double s0 = s[sAt + axis];
      double s1 = s[sAt + 3 + axis];
      double t0 = t[tAt + axis];
      double t1 = t[tAt + 3 + axis];
      if (Math.min(s0, s1) - sagM > Math.max(t0, t1)
          || Math.min(t0, t1) - sagM > Math.max(s0, s1)) {
        return false;
      }
    }
    return chordToChordM(s, sAt, t, tAt) <= sagM;
  }

  static double clamp(double fraction) {
    return Math.max(0, Math.min(1, fraction));
  }
}

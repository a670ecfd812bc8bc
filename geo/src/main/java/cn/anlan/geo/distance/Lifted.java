package cn.anlan.geo.distance;

/**
 * Geodesic distances from straight lines in space, for short edges.
 *
 * <p>A point P and an edge of length L ≤ 2 km with the foot Q of P on the edge's chord, at the
 * fraction t of it. The edge passes h = t(1−t)L²/2R above Q. The chord c from P to the lifted foot
 * follows from |PQ| by c² = (|PQ|² − h²)(1 + h/R), and the geodesic from its chord by s = c(1 +
 * c²/24R²), with one mean radius R for all.
 *
 * <p><b>Error.</b> Radii of normal sections differ from R by at most 0.56 %. So
 *
 * <ul>
 *   <li>h ≤ 78.5 mm is wrong by less than 0.45 mm, c² by 2h·δh < 7.1·10⁻⁵ m², c by 3.6·10⁻⁵/c: less
 *       than 0.04 mm from 1 m on. Nearer than that, {@link FootMeasure} takes the foot to the
 *       ellipsoid.
 *   <li>c³/24R² is wrong by 1.01 %: 0.01 mm at 10 km, 4.2·10⁻⁷ of the distance at 200 km; the next
 *       term of the series, 3c⁵/640R⁴, is 5·10⁻⁹ of it there.
 *   <li>The foot of the chord is beside that of the geodesic: the chord's tilt L/2R against the
 *       edge, times P's depth c²/2R below the tangent plane, 12 µm at 1 km, 1.2 mm at 10 km, 0.5 m
 *       at 200 km; and the torsion of the geodesic PQ, below 2·10⁻¹⁷c³ m, 0.16 m at 200 km. A foot
 *       that is wrong by ε lengthens the distance by ε²/2c: about 1 µm at 200 km.
 * </ul>
 *
 * <p>Together below 0.05 mm up to 10 km and 4.3·10⁻⁷ of the distance up to {@link #FAR_M}. Where
 * such a distance only ranks, the one chosen may be longer than the least by twice that.
 */
final class Lifted {
  /** Further away the mean radius is not good enough. */
  static final double FAR_M = 200_000;

  /** Nearer than this the mean radius is not good enough for what an edge rises above its chord. */
  static final double NEAR_M = 1;

  /** Edges that rise less are as good as straight: they shift no distance by more than 10⁻⁵ m. */
  static final double FLAT_M = 1e-4;

  static final double R_M = 6_367_450;

  private static final double PER_24_R2 = 1 / (24 * R_M * R_M);

  private Lifted() {}

  /** How far an edge passes above its chord at the fraction {@code t}. */
  static double riseM(double t, double chordSquared) {
    return t * (1 - t) * chordSquared / (2 * R_M);
  }

  /** The squared chord from the point to the lifted foot; never negative. */
  static double chordSquared(double toFootSquared, double riseM) {
    return Math.max(0, (toFootSquared - riseM * riseM) * (1 + riseM / R_M));
  }

  /** The geodesic of a chord up to {@link #FAR_M}. */
  static double geodesicM(double chordM) {
    return chordM * (1 + chordM * chordM * PER_24_R2);
  }
}

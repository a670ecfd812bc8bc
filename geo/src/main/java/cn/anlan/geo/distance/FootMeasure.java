package cn.anlan.geo.distance;

/**
 * The chord from a point of the ellipsoid to the nearest point of a short edge: the hot loop of
 * every search. See {@link Lifted} for what it leaves out. One object serves one thread.
 */
final class FootMeasure {
  /** Edges shorter than this rise less than {@link Lifted#FLAT_M} above their chords. */
  private static final double FLAT_EDGE_SQUARED = 8 * Lifted.R_M * Lifted.FLAT_M;

  /** Further away the foot has to be found by other means. */
  static final double REFINED_M = 15_000;

  private final Edges edges;
  private final double[] space;
  private final double[] lonLat = new double[2];
  private final double[] foot = new double[3];
  private final double[] normal = new double[3];

  /** Where the foot measured last stands on its chord, 0 to 1. */
  double fraction;

  FootMeasure(Edges edges) {
    this.edges = edges;
    this.space = edges.space;
  }

  /** The squared chord, metres², from a point in {@link EarthFrame} to the nearest of the edge. */
  double chordSquared(double x, double y, double z, int edge) {
    int a = 6 * edge;
    double wx = x - space[a];
    double wy = y - space[a + 1];
    double wz = z - space[a + 2];
    double ux = space[a + 3] - space[a];
    double uy = space[a + 4] - space[a + 1];
    double uz = space[a + 5] - space[a + 2];
    double edge2 = ux * ux + uy * uy + uz * uz;
    double dot = wx * ux + wy * uy + wz * uz;
    double t = dot <= 0 ? 0 : dot >= edge2 ? 1 : dot / edge2;
    wx -= t * ux;
    wy -= t * uy;
    wz -= t * uz;
    double toFoot2 = wx * wx + wy * wy + wz * wz;
    fraction = t;
    if (toFoot2 < Lifted.NEAR_M * Lifted.NEAR_M && edge2 > FLAT_EDGE_SQUARED) {
      return nearChordSquared(x, y, z, edge);
    }
    return Lifted.chordSquared(toFoot2, Lifted.riseM(t, edge2));
  }

  /**
   * With the foot taken to the ellipsoid, and then moved by what the chord's tilt against the edge
   * makes: up to 10 µm.
   */
  private double nearChordSquared(double x, double y, double z, int edge) {
    toEllipsoid(edge);
    int a = 6 * edge;
    double ux = space[a + 3] - space[a];
    double uy = space[a + 4] - space[a + 1];
    double uz = space[a + 5] - space[a + 2];
    double dot = ux * (x - foot[0]) + uy * (y - foot[1]) + uz * (z - foot[2]);
    fraction = Chords.clamp(fraction + dot / (ux * ux + uy * uy + uz * uz));
    toEllipsoid(edge);
    double wx = x - foot[0];
    double wy = y - foot[1];
    double wz = z - foot[2];
    return wx * wx + wy * wy + wz * wz;
  }

  /**
   * A better fraction for a foot up to {@link #REFINED_M} away: moved to where the chord from the
   * point stands at right angles on the edge itself, whose direction is that of its chord, tilted
   * by (1/2 − t)L/R. What is left is the torsion of the geodesic to the foot, 0.05 mm at most.
   */
  double refined(double x, double y, double z, int edge, double rough) {
    int a = 6 * edge;
    double ux = space[a + 3] - space[a];
    double uy = space[a + 4] - space[a + 1];
    double uz = space[a + 5] - space[a + 2];
    double edge2 = ux * ux + uy * uy + uz * uz;
    if (edge2 == 0) {
      return 0;
    }
    fraction = rough;
    toEllipsoid(edge);
    EarthFrame.normal(lonLat[0], lonLat[1], normal);
    double wx = x - foot[0];
    double wy = y - foot[1];
    double wz = z - foot[2];
    double along = ux * wx + uy * wy + uz * wz;
    double up = normal[0] * wx + normal[1] * wy + normal[2] * wz;
    return Chords.clamp(rough + along / edge2 + (0.5 - rough) / Lifted.R_M * up);
  }

  private void toEllipsoid(int edge) {
    edges.footLonLat(edge, fraction, lonLat);
    EarthFrame.toSpace(lonLat[0], lonLat[1], foot, 0);
  }
}

package cn.anlan.web.bench.road;

/**
 * The lattice on which the invented roads stand: units of 160 m from the province's south-western
 * corner, bent by smooth waves so that no road is straight for long.
 */
final class Frame {
  static final double UNIT_M = 160;

  /** Units of the largest squares of roads: 20.48 km. */
  static final int LARGEST = 128;

  static final int COLUMNS = 25 * LARGEST;
  static final int ROWS = 32 * LARGEST;

  private static final double WEST = 113.52;
  private static final double SOUTH = 24.43;
  private static final double METRES_PER_DEGREE_LON = 98_600;
  private static final double METRES_PER_DEGREE_LAT = 110_800;

  /** Wave lengths and heights of the bends, in metres. */
  private static final double[][] WAVES = {{31_000, 1_900}, {9_700, 420}, {2_900, 70}};

  private Frame() {}

  static double lonDeg(double column, double row) {
    double x = column * UNIT_M;
    double y = row * UNIT_M;
    double bent = x;
    for (double[] wave : WAVES) {
      bent += wave[1] * Math.sin(y / wave[0] * 2 * Math.PI + 1.3) * Math.cos(x / wave[0] * 3.1);
    }
    return WEST + bent / METRES_PER_DEGREE_LON;
  }

  static double latDeg(double column, double row) {
    double x = column * UNIT_M;
    double y = row * UNIT_M;
    double bent = y;
    for (double[] wave : WAVES) {
      bent += wave[1] * Math.sin(x / wave[0] * 2 * Math.PI + 0.4) * Math.cos(y / wave[0] * 2.7);
    }
    return SOUTH + bent / METRES_PER_DEGREE_LAT;
  }

  /** Unbent: good for deciding how far a town is, not for drawing. */
  static double columnOf(double lonDeg) {
    return (lonDeg - WEST) * METRES_PER_DEGREE_LON / UNIT_M;
  }

  static double rowOf(double latDeg) {
    return (latDeg - SOUTH) * METRES_PER_DEGREE_LAT / UNIT_M;
  }
}

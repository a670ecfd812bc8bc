package cn.anlan.data.datum;

/**
 * How far a drawn county boundary may lie from the real one, as a discrete distribution. It is
 * Student's t with two degrees of freedom and the scale 0.4 σ: for the base map (σ 380 m) its
 * median is 124 m, its 90th, 95th and 99th percentiles 444, 654 and 1,509 m, where 117, 505, 741 m
 * were measured and 1.3 km on a second map; and one metre in a thousand is 5 km off, as where a
 * whole township is drawn on the other side.
 *
 * <p>The nodes are symmetric, denser near zero, and reach 80 scales; the weight of a node is the
 * probability of the stretch about it, so that nothing of the tails is lost.
 */
final class BoundaryError {
  private static final double SCALE_IN_SIGMA = 0.4;

  /** A boundary that claims to be perfect is still drawn with a pen. */
  private static final double LEAST_SCALE_M = 5;

  private static final int NODES_A_SIDE = 24;
  private static final double FIRST_NODE = 0.15;
  private static final double GROWTH = Math.pow(80 / FIRST_NODE, 1.0 / (NODES_A_SIDE - 1));

  private final double[] offsetM = new double[2 * NODES_A_SIDE + 1];
  private final double[] weight = new double[offsetM.length];

  BoundaryError(double sigmaM) {
    double scaleM = Math.max(LEAST_SCALE_M, SCALE_IN_SIGMA * sigmaM);
    for (int i = 1; i <= NODES_A_SIDE; i++) {
      offsetM[NODES_A_SIDE + i] = scaleM * FIRST_NODE * Math.pow(GROWTH, i - 1);
      offsetM[NODES_A_SIDE - i] = -offsetM[NODES_A_SIDE + i];
    }
    double below = 0;
    for (int i = 0; i < offsetM.length; i++) {
      boolean last = i == offsetM.length - 1;
      double upTo = last ? 1 : cumulative((offsetM[i] + offsetM[i + 1]) / 2 / scaleM);
      weight[i] = upTo - below;
      below = upTo;
    }
  }

  int nodes() {
    return offsetM.length;
  }

  double offsetM(int node) {
    return offsetM[node];
  }

  double weight(int node) {
    return weight[node];
  }

  /** Student's t with two degrees of freedom, exactly. */
  private static double cumulative(double t) {
    return 0.5 * (1 + t / Math.sqrt(2 + t * t));
  }
}

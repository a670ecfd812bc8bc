package cn.anlan.analytics.roadnet;

/**
 * What becomes of a kernel's mass where it comes to a junction. Source: A. Okabe, T. Satoh, K.
 * Sugihara, A kernel density estimation method for networks, its computational method and a
 * GIS-based tool, International Journal of Geographical Information Science 23 (2009) 7-32.
 */
public enum Split {
  /**
   * Of n roads that meet, each of the n − 1 ahead gets 1/(n − 1); nothing turns back. The estimate
   * jumps at junctions. Where a road ends the mass turns back, so that none is lost [design].
   */
  DISCONTINUOUS {
    @Override
    double ahead(int degree) {
      return degree == 1 ? 0 : 1.0 / (degree - 1);
    }

    @Override
    double back(int degree) {
      return degree == 1 ? 1 : 0;
    }
  },
  /**
   * Each road ahead gets 2/n, and −(n − 2)/n turns back: the estimate has no jumps. It is the heat
   * equation's way through a junction, and takes longer, for every path that turns back is walked.
   */
  CONTINUOUS {
    @Override
    double ahead(int degree) {
      return 2.0 / degree;
    }

    @Override
    double back(int degree) {
      return 2.0 / degree - 1;
    }
  };

  /** What of the arriving mass each road ahead gets. */
  abstract double ahead(int degree);

  /** What goes back on the road that it came by. */
  abstract double back(int degree);
}

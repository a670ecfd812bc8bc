package cn.anlan.data.datum;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What the counties that rows name say about the datum: under the true one the points lie in their
 * counties, but for two disturbances that are both unknown and so averaged over:
 *
 * <ul>
 *   <li>the boundary is itself off ({@link BoundaryError}). Rows of one county in one cell of
 *       {@value #CELL_DEG}° share its error, so that a thousand rows of one industrial park beside
 *       a badly drawn border are one witness and not a thousand;
 *   <li>rows name a wrong county, at a rate of 0.2 to 20 % that is the same in the whole file;
 *       wrong names are not spread evenly, but are those next door: one in {@value #WRONG_NAMES}.
 * </ul>
 *
 * <p>Fewer than {@value #LEAST_ROWS} rows say nothing: a few misplaced ones could be most of them.
 * Rows more than {@value #DEEP_M} m inside or outside their county say the same under every
 * hypothesis, and are only counted. Not thread-safe.
 */
final class CountyEvidence {
  private static final double CELL_DEG = 0.1;
  private static final int WRONG_NAMES = 2;
  private static final int LEAST_ROWS = 20;
  private static final double DEEP_M = 6_000;

  /** Points are never better known than a plant is wide. */
  private static final double LEAST_POINT_SIGMA_M = 30;

  private static final double[] WRONG_RATES = {0.002, 0.01, 0.05, 0.2};
  private static final double[] WRONG_RATE_PRIOR = {0.3, 0.4, 0.2, 0.1};

  private record Cell(String county, int east, int north) {}

  /** Signed distances of one cell's rows, an array of one for each hypothesis. */
  private static final class Stretch {
    private final List<double[]> insideM = new ArrayList<>();
  }

  private final CountyGround ground;
  private final BoundaryError error;
  private final double pointSigmaM;
  private final Map<Cell, Stretch> stretches = new HashMap<>();
  private final Map<Hypothesis, Long> outside = new EnumMap<>(Hypothesis.class);
  private final Map<Hypothesis, Long> farOutside = new EnumMap<>(Hypothesis.class);
  private long rows;
  private long near;

  /**
   * @param pointSigmaM of the delivered points
   */
  CountyEvidence(CountyGround ground, double pointSigmaM) {
    this.ground = ground;
    this.error = new BoundaryError(ground.sigmaM());
    this.pointSigmaM = Math.max(LEAST_POINT_SIGMA_M, pointSigmaM);
  }

  /**
   * Takes a row of delivered degrees that names a county; rows of counties without area say
   * nothing.
   */
  void add(String countyCode, double lonDeg, double latDeg) {
    OptionalDouble asItStands = ground.insideM(countyCode, lonDeg, latDeg);
    if (asItStands.isEmpty()) {
      return;
    }
    rows++;
    double[] insideM = new double[Hypothesis.values().length];
    boolean deep = Math.abs(asItStands.getAsDouble()) > DEEP_M;
    for (Hypothesis h : Hypothesis.values()) {
      if (deep || h == Hypothesis.CGCS2000) {
        insideM[h.ordinal()] = asItStands.getAsDouble();
      } else {
        double[] at = h.place(lonDeg, latDeg);
        insideM[h.ordinal()] = ground.insideM(countyCode, at[0], at[1]).orElseThrow();
      }
      if (insideM[h.ordinal()] < 0) {
        outside.merge(h, 1L, Long::sum);
      }
      if (insideM[h.ordinal()] < -2 * Math.hypot(ground.sigmaM(), pointSigmaM)) {
        farOutside.merge(h, 1L, Long::sum);
      }
    }
    if (!deep) {
      near++;
      Cell cell =
          new Cell(
              countyCode, (int) Math.floor(lonDeg / CELL_DEG), (int) Math.floor(latDeg / CELL_DEG));
      stretches.computeIfAbsent(cell, c -> new Stretch()).insideM.add(insideM);
    }
  }

  /** Rows that name a county whose area is known. */
  long rows() {
    return rows;
  }

  /** Of these, rows near enough to its boundary to tell the hypotheses apart. */
  long near() {
    return near;
  }

  /** Share of the rows that lie beyond 2σ outside their county, if the hypothesis holds. */
  double farOutsideShare(Hypothesis h) {
    return rows == 0 ? 0 : (double) farOutside.getOrDefault(h, 0L) / rows;
  }

  /** Share of the rows that lie outside their county, if the hypothesis holds. */
  double outsideShare(Hypothesis h) {
    return rows == 0 ? 0 : (double) outside.getOrDefault(h, 0L) / rows;
  }

  /** What the rows say, ready to be asked. */
  StretchOdds weigh() {
    if (rows < LEAST_ROWS) {
      return new StretchOdds(List.of(), WRONG_RATE_PRIOR);
    }
    return new StretchOdds(
        stretches.values().stream().map(this::logLikelihood).toList(), WRONG_RATE_PRIOR);
  }

  /** Of one stretch, by hypothesis and rate of wrong names. */
  private double[][] logLikelihood(Stretch stretch) {
    double[][] log = new double[Hypothesis.values().length][WRONG_RATES.length];
    for (Hypothesis h : Hypothesis.values()) {
      for (int r = 0; r < WRONG_RATES.length; r++) {
        log[h.ordinal()][r] = logLikelihood(stretch, h, WRONG_RATES[r]);
      }
    }
    return log;
  }

  /** The boundary's error is one for the stretch, and unknown: averaged over. */
  private double logLikelihood(Stretch stretch, Hypothesis h, double wrongRate) {
    double[] byError = new double[error.nodes()];
    for (int e = 0; e < byError.length; e++) {
      byError[e] = Math.log(error.weight(e));
      for (double[] insideM : stretch.insideM) {
        double right = chanceInside(insideM[h.ordinal()] + error.offsetM(e));
        byError[e] += Math.log((1 - wrongRate) * right + wrongRate / WRONG_NAMES);
      }
    }
    return StretchOdds.logSum(byError);
  }

  /** The normal distribution, by the logistic that is within 0.01 of it. */
  private double chanceInside(double insideM) {
    return 1 / (1 + Math.exp(-1.702 * insideM / pointSigmaM));
  }
}

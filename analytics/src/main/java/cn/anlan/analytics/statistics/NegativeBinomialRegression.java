package cn.anlan.analytics.statistics;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularMatrixException;
import org.apache.commons.math3.special.Gamma;

/**
 * Counts explained by columns on the log scale, μ = exp(offset + Xβ), with Var = μ + kμ² (NB2); k =
 * 0 is Poisson regression. Maximum likelihood: iteratively reweighted least squares for β and
 * {@link NegativeBinomialDispersion} for k in turn, until neither moves.
 *
 * <p>Standard errors are those of β with k taken as known (as in {@code glm.nb} of R MASS, whose
 * coefficients, θ = 1/k and log-likelihood it gives). Source: J. M. Hilbe, Negative Binomial
 * Regression, 2nd ed. 2011, ch. 8; P. McCullagh, J. A. Nelder, Generalized Linear Models, 2nd ed.
 * 1989, ch. 2.5.
 */
public final class NegativeBinomialRegression {
  private static final int MAX_STEPS = 200;
  private static final double STILL = 1e-10;
  private static final double LEAST_MEAN = 1e-12;

  /**
   * @param coefficients β in the order of the columns
   * @param standardErrors of β
   * @param dispersion k ≥ 0
   * @param means μ of each count
   * @param logLikelihood at the maximum
   */
  public record Fit(
      double[] coefficients,
      double[] standardErrors,
      double dispersion,
      double[] means,
      double logLikelihood) {

    /** Two-sided p of a coefficient being 0, by the normal approximation (Wald). */
    public double pValue(int column) {
      double z = Math.abs(coefficients[column] / standardErrors[column]);
      return 2 * new NormalDistribution(null, 0, 1).cumulativeProbability(-z);
    }
  }

  private final double[] counts;
  private final RealMatrix columns;
  private final double[] offsets;

  /**
   * @param counts y ≥ 0
   * @param columns a row for each count, a column of ones first where an intercept is wanted
   * @param offsets logarithms of the exposures, one for each count
   * @throws IllegalArgumentException for arrays of different length or numbers that cannot be
   */
  public NegativeBinomialRegression(double[] counts, double[][] columns, double[] offsets) {
    if (counts.length == 0
        || counts.length != columns.length
        || counts.length != offsets.length
        || counts.length < columns[0].length) {
      throw new IllegalArgumentException(
          "%d counts, %d rows, %d offsets"
              .formatted(counts.length, columns.length, offsets.length));
    }
    for (int i = 0; i < counts.length; i++) {
      if (!(counts[i] >= 0) || Double.isInfinite(counts[i]) || !Double.isFinite(offsets[i])) {
        throw new IllegalArgumentException("count %s, offset %s".formatted(counts[i], offsets[i]));
      }
    }
    this.counts = counts.clone();
    this.columns = new Array2DRowRealMatrix(columns);
    this.offsets = offsets.clone();
  }

  /** The NB2 fit; of Poisson kind (k = 0) where the counts scatter no more than that. */
  public Fit fit() {
    double[] means = fit(0).means();
    double k = NegativeBinomialDispersion.fit(counts, means);
    Fit fit = fit(k);
    for (int step = 0; step < MAX_STEPS; step++) {
      double next = NegativeBinomialDispersion.fit(counts, fit.means());
      boolean still = Math.abs(next - k) <= STILL * (k + STILL);
      k = next;
      fit = fit(k);
      if (still) {
        return fit;
      }
    }
    throw new IllegalArgumentException("the dispersion does not settle; last " + k);
  }

  /**
   * The fit with a given dispersion; 0 gives Poisson regression.
   *
   * @throws IllegalArgumentException where a column follows from others, or the fit has no maximum
   *     (such as a column that marks only zeros)
   */
  public Fit fit(double dispersion) {
    double[] linear = new double[counts.length];
    for (int i = 0; i < counts.length; i++) {
      linear[i] = Math.log(counts[i] + 0.5);
    }
    double last = Double.NEGATIVE_INFINITY;
    for (int step = 0; step < MAX_STEPS; step++) {
      double[] beta = step(linear, dispersion).toArray();
      linear = columns.operate(beta);
      double[] means = new double[counts.length];
      double likelihood = 0;
      for (int i = 0; i < means.length; i++) {
        linear[i] += offsets[i];
        means[i] = Math.max(LEAST_MEAN, Math.exp(linear[i]));
        likelihood += logProbability(counts[i], means[i], dispersion);
      }
      if (Math.abs(likelihood - last) <= STILL * (Math.abs(likelihood) + STILL)) {
        return new Fit(beta, errors(means, dispersion), dispersion, means, likelihood);
      }
      last = likelihood;
    }
    throw new IllegalArgumentException("the regression does not settle; last " + last);
  }

  private ArrayRealVector step(double[] linear, double dispersion) {
    int n = counts.length;
    double[][] weighted = new double[n][];
    double[] target = new double[n];
    for (int i = 0; i < n; i++) {
      double mean = Math.max(LEAST_MEAN, Math.exp(linear[i]));
      double root = Math.sqrt(mean / (1 + dispersion * mean));
      weighted[i] = columns.getRow(i);
      for (int j = 0; j < weighted[i].length; j++) {
        weighted[i][j] *= root;
      }
      target[i] = root * (linear[i] - offsets[i] + (counts[i] - mean) / mean);
    }
    try {
      DecompositionSolver solver =
          new QRDecomposition(new Array2DRowRealMatrix(weighted, false), 1e-12).getSolver();
      return new ArrayRealVector(solver.solve(new ArrayRealVector(target, false)));
    } catch (SingularMatrixException e) {
      throw new IllegalArgumentException("a column follows from the others", e);
    }
  }

  private double[] errors(double[] means, double dispersion) {
    int p = columns.getColumnDimension();
    double[][] information = new double[p][p];
    for (int i = 0; i < means.length; i++) {
      double weight = means[i] / (1 + dispersion * means[i]);
      for (int a = 0; a < p; a++) {
        for (int b = 0; b < p; b++) {
          information[a][b] += weight * columns.getEntry(i, a) * columns.getEntry(i, b);
        }
      }
    }
    RealMatrix inverse =
        new QRDecomposition(new Array2DRowRealMatrix(information, false)).getSolver().getInverse();
    double[] errors = new double[p];
    for (int a = 0; a < p; a++) {
      errors[a] = Math.sqrt(inverse.getEntry(a, a));
    }
    return errors;
  }

  /** As {@link CountDistribution#logProbability}, for counts that need not be whole. */
  private static double logProbability(double y, double mean, double k) {
    double factorial = Gamma.logGamma(y + 1);
    if (k == 0) {
      return y * Math.log(mean) - mean - factorial;
    }
    double r = 1 / k;
    return Gamma.logGamma(y + r)
        - Gamma.logGamma(r)
        - factorial
        - r * Math.log1p(mean * k)
        - y * Math.log1p(r / mean);
  }
}

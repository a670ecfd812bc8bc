package cn.anlan.analytics.assessment;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealVector;

/**
 * Weights from pairwise judgements: the analytic hierarchy process. The weights are the principal
 * eigenvector, its elements adding up to 1; consistency ratio CR = CI/RI with CI = (λ − n)/(n − 1).
 *
 * <p>Source: T. L. Saaty, A scaling method for priorities in hierarchical structures, Journal of
 * Mathematical Psychology 15 (1977) 234-281; random indices RI as used in domestic practice (n =
 * 3..9: .58 .90 1.12 1.24 1.32 1.41 1.45).
 *
 * @param weights in the order of the matrix
 * @param lambda the principal eigenvalue, at least n
 * @param consistencyRatio CR; 0 for one or two criteria, which cannot contradict each other
 */
public record PairwiseJudgements(List<Double> weights, double lambda, double consistencyRatio) {
  /** From this ratio on the judgements contradict each other too much to be used. */
  public static final double LIMIT = 0.1;

  /** Of judgements that contradict equally, as all three of three criteria do, the first. */
  private static final double TIE = 1e-9;

  private static final double[] RANDOM_INDEX = {0, 0, 0, .58, .90, 1.12, 1.24, 1.32, 1.41, 1.45};
  private static final double RECIPROCAL_WITHIN = 1e-6;

  /**
   * @param names of the criteria, for messages
   * @param matrix row against column: whole numbers or fractions ({@code 1/3}), reciprocal
   * @throws IllegalArgumentException where the matrix is not square, positive and reciprocal, has
   *     more than nine rows, or CR is not below 0.1; it then names the judgement that contradicts
   *     the others most, and what they would have it be
   */
  public static PairwiseJudgements of(List<String> names, List<List<String>> matrix) {
    double[][] a = numbers(names, matrix);
    int n = a.length;
    EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(a));
    int principal = 0;
    for (int i = 1; i < n; i++) {
      if (eigen.getRealEigenvalue(i) > eigen.getRealEigenvalue(principal)) {
        principal = i;
      }
    }
    RealVector vector = eigen.getEigenvector(principal);
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += vector.getEntry(i);
    }
    List<Double> weights = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      weights.add(vector.getEntry(i) / sum);
    }
    double lambda = eigen.getRealEigenvalue(principal);
    double ratio = n < 3 ? 0 : Math.max(0, (lambda - n) / (n - 1) / RANDOM_INDEX[n]);
    if (ratio >= LIMIT) {
      throw inconsistent(names, matrix, a, weights, ratio);
    }
    return new PairwiseJudgements(List.copyOf(weights), lambda, ratio);
  }

  /** The judgement that is farthest, as a factor, from the ratio of the two weights. */
  private static IllegalArgumentException inconsistent(
      List<String> names,
      List<List<String>> matrix,
      double[][] a,
      List<Double> weights,
      double ratio) {
    int row = 0;
    int column = 0;
    double worst = 0;
    for (int i = 0; i < a.length; i++) {
      for (int j = i + 1; j < a.length; j++) {
        double off = Math.abs(Math.log(a[i][j] * weights.get(j) / weights.get(i)));
        if (off > worst + TIE) {
          worst = off;
          row = i;
          column = j;
        }
      }
    }
    return new IllegalArgumentException(
        String.format(
            java.util.Locale.ROOT,
            "判断矩阵不一致 CR = %.3f ≥ 0.1 (the judgements are inconsistent); 最矛盾的判断 (worst judgement):"
                + " %s : %s = %s, 其余判断支持 (the others suggest) %.2f",
            ratio,
            names.get(row),
            names.get(column),
            matrix.get(row).get(column),
            weights.get(row) / weights.get(column)));
  }

  private static double[][] numbers(List<String> names, List<List<String>> matrix) {
    int n = names.size();
    require(n >= 1 && n < RANDOM_INDEX.length, "judgements need 1 to 9 criteria, not " + n);
    require(matrix.size() == n, "judgements need " + n + " rows, not " + matrix.size());
    double[][] a = new double[n][n];
    for (int i = 0; i < n; i++) {
      require(
          matrix.get(i).size() == n,
          "judgements of " + names.get(i) + " need " + n + " values, not " + matrix.get(i).size());
      for (int j = 0; j < n; j++) {
        a[i][j] = number(matrix.get(i).get(j));
      }
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        require(
            Math.abs(a[i][j] * a[j][i] - 1) < RECIPROCAL_WITHIN,
            "judgement %s : %s = %s is not the reciprocal of %s : %s = %s"
                .formatted(
                    names.get(i),
                    names.get(j),
                    matrix.get(i).get(j),
                    names.get(j),
                    names.get(i),
                    matrix.get(j).get(i)));
      }
    }
    return a;
  }

  private static double number(String text) {
    String[] parts = text == null ? new String[0] : text.split("/", -1);
    try {
      double value =
          parts.length == 2
              ? Double.parseDouble(parts[0].strip()) / Double.parseDouble(parts[1].strip())
              : Double.parseDouble(text);
      require(value > 0 && value < Double.POSITIVE_INFINITY, "judgement '" + text + "' is not > 0");
      return value;
    } catch (NumberFormatException | NullPointerException e) {
      throw new IllegalArgumentException("judgement '" + text + "' is no number or fraction", e);
    }
  }

  private static void require(boolean holds, String problem) {
    if (!holds) {
      throw new IllegalArgumentException(problem);
    }
  }
}

package cn.anlan.analytics.assessment;

import java.util.ArrayList;
import java.util.List;

/**
 * Weights from how much an indicator tells regions apart: the entropy method. pᵢⱼ = xᵢⱼ/Σxᵢⱼ with
 * 0·ln 0 = 0, eⱼ = −Σ p ln p / ln m, wⱼ = (1 − eⱼ)/Σ(1 − e). An indicator that is the same
 * everywhere tells nothing and weighs 0 (rounding would make 1 − e ±1e-16; it is clamped).
 *
 * <p>Source: C. E. Shannon's entropy as a weight, M. Zeleny, Multiple Criteria Decision Making
 * (1982) ch. 7.
 *
 * @param weights in the order of the columns; all 0 where no column tells anything
 * @param constantColumns columns that are the same in every row
 */
public record EntropyWeights(List<Double> weights, List<Integer> constantColumns) {
  /** Below this a column is taken for constant: it is what rounding leaves. */
  private static final double NOTHING = 1e-12;

  /**
   * @param rows one for each region (or region and month), values of at least 0
   * @throws IllegalArgumentException where there is no row, rows differ in length or a value is
   *     negative or undefined
   */
  public static EntropyWeights of(List<double[]> rows) {
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("entropy weights of no rows");
    }
    int columns = rows.get(0).length;
    double[] information = new double[columns];
    double sum = 0;
    List<Integer> constant = new ArrayList<>();
    for (int j = 0; j < columns; j++) {
      information[j] = Math.max(0, 1 - entropy(rows, j, columns));
      if (information[j] < NOTHING) {
        information[j] = 0;
        constant.add(j);
      }
      sum += information[j];
    }
    List<Double> weights = new ArrayList<>();
    for (double each : information) {
      weights.add(sum == 0 ? 0 : each / sum);
    }
    return new EntropyWeights(List.copyOf(weights), List.copyOf(constant));
  }

  private static double entropy(List<double[]> rows, int column, int columns) {
    double sum = 0;
    for (double[] row : rows) {
      if (row.length != columns || !(row[column] >= 0)) {
        throw new IllegalArgumentException(
            "entropy weights need rows of " + columns + " values of at least 0");
      }
      sum += row[column];
    }
    if (sum == 0 || rows.size() == 1) {
      return 1; // the same everywhere
    }
    double entropy = 0;
    for (double[] row : rows) {
      double share = row[column] / sum;
      if (share > 0) {
        entropy -= share * Math.log(share);
      }
    }
    return entropy / Math.log(rows.size());
  }
}

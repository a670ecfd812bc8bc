package cn.anlan.analytics.hotspot;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How much each unit counts as a neighbour of each other: a sparse matrix W of n × n, kept row by
 * row. Rows may be empty (isolates); W need not be symmetric. Immutable.
 */
public final class SpatialWeights {
  private final int[] starts;
  private final int[] columns;
  private final double[] weights;

  private SpatialWeights(int[] starts, int[] columns, double[] weights) {
    this.starts = starts;
    this.columns = columns;
    this.weights = weights;
  }

  /**
   * Weight 1 for each neighbour, 0 for all others.
   *
   * @param neighbours of each unit, numbers from 0, in any order
   * @throws IllegalArgumentException where a number is out of range, stands twice, or is the unit's
   *     own
   */
  public static SpatialWeights binary(int[][] neighbours) {
    int n = neighbours.length;
    int[] starts = new int[n + 1];
    for (int i = 0; i < n; i++) {
      starts[i + 1] = starts[i] + neighbours[i].length;
    }
    int[] columns = new int[starts[n]];
    for (int i = 0; i < n; i++) {
      int[] sorted = neighbours[i].clone();
      Arrays.sort(sorted);
      for (int k = 0; k < sorted.length; k++) {
        boolean twice = k > 0 && sorted[k] == sorted[k - 1];
        if (sorted[k] < 0 || sorted[k] >= n || sorted[k] == i || twice) {
          throw new IllegalArgumentException("neighbour " + sorted[k] + " of unit " + i);
        }
        columns[starts[i] + k] = sorted[k];
      }
    }
    double[] ones = new double[columns.length];
    Arrays.fill(ones, 1);
    return new SpatialWeights(starts, columns, ones);
  }

  /** Style W: each row that is not empty divided by its sum. */
  public SpatialWeights rowStandardised() {
    double[] standardised = weights.clone();
    for (int i = 0; i < size(); i++) {
      double sum = rowSum(i);
      for (int k = starts[i]; k < starts[i + 1]; k++) {
        standardised[k] /= sum;
      }
    }
    return new SpatialWeights(starts, columns, standardised);
  }

  /** How many units there are. */
  public int size() {
    return starts.length - 1;
  }

  /** How many neighbours a unit has. */
  public int degree(int unit) {
    return starts[unit + 1] - starts[unit];
  }

  /** The neighbours of a unit, ascending. */
  public int[] neighbours(int unit) {
    return Arrays.copyOfRange(columns, starts[unit], starts[unit + 1]);
  }

  /** Units without neighbours (empty rows), ascending. */
  public int[] isolates() {
    return IntStream.range(0, size()).filter(i -> degree(i) == 0).toArray();
  }

  /** Σ_j w_ij·x_j, the spatial lag. */
  double lag(int unit, double[] values) {
    double sum = 0;
    for (int k = starts[unit]; k < starts[unit + 1]; k++) {
      sum += weights[k] * values[columns[k]];
    }
    return sum;
  }

  /** Σ_j w_ij. */
  double rowSum(int unit) {
    double sum = 0;
    for (int k = starts[unit]; k < starts[unit + 1]; k++) {
      sum += weights[k];
    }
    return sum;
  }

  /** Σ_j w_ij². */
  double rowSquares(int unit) {
    double sum = 0;
    for (int k = starts[unit]; k < starts[unit + 1]; k++) {
      sum += weights[k] * weights[k];
    }
    return sum;
  }

  /** Whether all weights of a row are the same, so that a sum of values stands for the lag. */
  boolean isEvenRow(int unit) {
    for (int k = starts[unit] + 1; k < starts[unit + 1]; k++) {
      if (weights[k] != weights[starts[unit]]) {
        return false;
      }
    }
    return true;
  }

  /** The weights of a row, in the order of {@link #neighbours}. */
  double[] row(int unit) {
    return Arrays.copyOfRange(weights, starts[unit], starts[unit + 1]);
  }

  /** S0 = Σ_i Σ_j w_ij. */
  double s0() {
    return Arrays.stream(weights).sum();
  }

  /** S1 = ½ Σ_i Σ_j (w_ij + w_ji)². */
  double s1() {
    double sum = 0;
    for (int i = 0; i < size(); i++) {
      for (int k = starts[i]; k < starts[i + 1]; k++) {
        sum += weights[k] * (weights[k] + weight(columns[k], i));
      }
    }
    return sum;
  }

  /** S2 = Σ_i (Σ_j w_ij + Σ_j w_ji)². */
  double s2() {
    double[] both = new double[size()];
    for (int i = 0; i < size(); i++) {
      for (int k = starts[i]; k < starts[i + 1]; k++) {
        both[i] += weights[k];
        both[columns[k]] += weights[k];
      }
    }
    return Arrays.stream(both).map(x -> x * x).sum();
  }

  private double weight(int row, int column) {
    int at = Arrays.binarySearch(columns, starts[row], starts[row + 1], column);
    return at < 0 ? 0 : weights[at];
  }
}

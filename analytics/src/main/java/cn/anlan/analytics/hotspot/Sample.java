package cn.anlan.analytics.hotspot;

import cn.anlan.geo.fault.UserFault;

/** Values of units about their mean. */
final class Sample {
  /** Fewer units tell nothing about a pattern in space. */
  static final int LEAST_UNITS = 4;

  /** x − x̄. */
  final double[] deviations;

  final double mean;

  /** m2 = Σ(x − x̄)²/n. */
  final double variance;

  /** m4 = Σ(x − x̄)⁴/n. */
  final double fourthMoment;

  /**
   * @throws UserFault where there are fewer than four values, one is not finite, or all are equal
   */
  Sample(double[] values, int units) {
    int n = values.length;
    if (n != units) {
      throw new IllegalArgumentException(n + " values for " + units + " units");
    }
    if (n < LEAST_UNITS) {
      throw new UserFault(
          "只有 " + n + " 个单元，不能判断空间格局 (" + n + " units tell nothing about a pattern)",
          "至少 " + LEAST_UNITS + " 个单元 (take at least " + LEAST_UNITS + ")");
    }
    double sum = 0;
    boolean equal = true;
    for (double value : values) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("value " + value);
      }
      equal &= value == values[0];
      sum += value;
    }
    if (equal) {
      throw new UserFault(
          "各单元数值全部等于 " + values[0] + "，无从比较高低，统计量无定义 (all values are equal: undefined)",
          "换一个字段、时段或更大的格网 (take another field, period or larger cells)");
    }
    mean = sum / n;
    deviations = new double[n];
    double second = 0;
    double fourth = 0;
    for (int i = 0; i < n; i++) {
      double z = values[i] - mean;
      deviations[i] = z;
      second += z * z;
      fourth += z * z * z * z;
    }
    variance = second / n;
    fourthMoment = fourth / n;
  }

  int size() {
    return deviations.length;
  }
}

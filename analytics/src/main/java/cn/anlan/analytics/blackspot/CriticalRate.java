package cn.anlan.analytics.blackspot;

/**
 * Rate quality control (质量控制法): a stretch is put forward where its crash rate exceeds the critical
 * rate Rc = A + K·√(A/M) + c/(2M), the rate that chance alone would exceed with a probability of 5
 * % (K = 1.645). Source: N. A. Norden, J. Orlansky, H. Jacobs, Application of statistical
 * quality-control techniques to analysis of highway-accident data, HRB Bulletin 117 (1956); texts
 * differ in the sign of the correction c/(2M), which is a parameter here.
 *
 * @param k the quantile of the normal distribution
 * @param correction +1, −1 or 0
 */
public record CriticalRate(double k, double correction) {
  public CriticalRate {
    if (!(k > 0) || Math.abs(correction) > 1) {
      throw new IllegalArgumentException("K must be above 0, the correction within −1 to 1");
    }
  }

  /**
   * @param averageRate A, crashes per unit of exposure on like roads, ≥ 0
   * @param exposure M, in the same unit, such as a million vehicle kilometres, above 0
   */
  public double of(double averageRate, double exposure) {
    if (!(averageRate >= 0) || !(exposure > 0)) {
      throw new IllegalArgumentException("no rate " + averageRate + " at exposure " + exposure);
    }
    return averageRate + k * Math.sqrt(averageRate / exposure) + correction / (2 * exposure);
  }
}

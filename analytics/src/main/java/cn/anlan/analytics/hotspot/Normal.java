package cn.anlan.analytics.hotspot;

import org.apache.commons.math3.special.Erf;

/** Tail areas of the standard normal distribution. */
final class Normal {
  private Normal() {}

  /** P(|Z| ≥ |z|); relative accuracy about 1e-13 as far as z = 8. */
  static double twoSided(double z) {
    return Erf.erfc(Math.abs(z) / Math.sqrt(2));
  }
}

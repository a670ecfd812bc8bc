package cn.anlan.geo.filter;

import java.math.BigDecimal;

/** How much a filter may be, whichever language it is written in. */
final class FilterLimits {
  /** Characters, of text or JSON. */
  static final int MAX_LENGTH = 32_768;

  /** Parentheses, or conditions within conditions in JSON. */
  static final int MAX_DEPTH = 64;

  /** Values after IN or in a list. */
  static final int MAX_LIST = 1000;

  /** Vertices of one geometry. */
  static final int MAX_VERTICES = 2000;

  /** Of S_DWITHIN: as long as an edge that can be measured. */
  static final double MAX_DISTANCE_M = 1_000_000;

  /** No column holds a greater power of ten; beyond it exact arithmetic would cost too much. */
  private static final int MAX_EXPONENT = 308;

  private FilterLimits() {}

  /**
   * The number that a text of digits means.
   *
   * @throws cn.anlan.geo.fault.UserFault where its exponent is out of range
   */
  static BigDecimal number(String text, Spot at) {
    int e = Math.max(text.indexOf('e'), text.indexOf('E'));
    String exponent = e < 0 ? "0" : text.substring(e + 1);
    if (exponent.length() > 4 || Math.abs(Integer.parseInt(exponent)) > MAX_EXPONENT) {
      throw at.fault(
          "数字过大或过小 " + text, "number out of range: " + text, "指数应在 ±308 之内 / exponent ≤ 308");
    }
    return new BigDecimal(text);
  }
}

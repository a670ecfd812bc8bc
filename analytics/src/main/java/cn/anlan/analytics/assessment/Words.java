package cn.anlan.analytics.assessment;

import cn.anlan.geo.text.Text;
import java.util.Locale;

/** Colours and numbers as sentences have them. */
final class Words {
  private static final String[] ZH = {"未评级", "红色", "橙色", "黄色", "绿色"};
  private static final String[] EN = {"not graded", "red", "orange", "yellow", "green"};

  private Words() {}

  static String zh(int level) {
    return ZH[level];
  }

  static String en(int level) {
    return EN[level];
  }

  /** With so many decimals, half up as people round. */
  static String number(double value, int decimals) {
    return Double.isNaN(value)
        ? "—"
        : new java.math.BigDecimal(value)
            .setScale(decimals, java.math.RoundingMode.HALF_UP)
            .toPlainString();
  }

  static String percent(double share) {
    return number(100 * share, 0) + "%";
  }

  static Text text(String zh, String en, Object... values) {
    return new Text(String.format(Locale.ROOT, zh, values), String.format(Locale.ROOT, en, values));
  }
}

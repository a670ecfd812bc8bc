package cn.anlan.geo.road;

import cn.anlan.geo.fault.UserFault;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stakes (桩号) of a route: kilometres from its beginning, written K2143+200. */
public final class Stakes {
  private static final Pattern STAKE =
      Pattern.compile(
          "\\s*(?<sign>-?)\\s*(?:[Kk]\\s*)?(?<km>\\d{1,5}(?:\\.\\d{1,6}(?!\\s*\\+))?)"
              + "(?:(?:\\s*\\+\\s*|\\s+)(?<m>\\d{3}(?:\\.\\d{1,3})?))?\\s*");

  private Stakes() {}

  /** As road signs have it, rounded to whole metres. */
  public static String text(double stakeKm) {
    long metres = Math.round(stakeKm * 1000);
    return String.format(
        Locale.ROOT,
        "%sK%d+%03d",
        metres < 0 ? "-" : "",
        Math.abs(metres) / 1000,
        Math.abs(metres) % 1000);
  }

  /** In metres, to the millimetre: a product's noise decides nothing. */
  public static double metres(double stakeKm) {
    return Math.round(stakeKm * 1e6) / 1e3;
  }

  /**
   * What people write: K2143+200, k2143 + 200.5, K2143 or kilometres as 2143.2; also K2143 200,
   * which is what an address leaves of the sign +.
   *
   * @return kilometres
   * @throws UserFault for anything else
   */
  public static double parse(String text) {
    Matcher m = STAKE.matcher(text == null ? "" : Normalizer.normalize(text, Normalizer.Form.NFKC));
    if (!m.matches()) {
      throw new UserFault(
          "桩号 (stake) " + text + " 看不懂 (not understood)",
          "写作 K2143+200、K2143 或 2143.2 (write it so)");
    }
    double km = Double.parseDouble(m.group("km"));
    double metres = m.group("m") == null ? 0 : Double.parseDouble(m.group("m"));
    return m.group("sign").isEmpty() ? km + metres / 1000 : -km - metres / 1000;
  }
}

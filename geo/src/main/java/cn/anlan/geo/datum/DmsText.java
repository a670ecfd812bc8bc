package cn.anlan.geo.datum;

import java.text.Normalizer;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Longitudes and latitudes as people write them: decimal degrees ({@code 115.858}, {@code
 * 115.858°E}), or degrees, minutes and seconds with signs ({@code 115°51′28.8″E}, {@code
 * 东经115度51分28.8秒}) or colons or spaces ({@code 115:51:28.8}, {@code 115 51 28.8}). Full-width
 * digits and signs are read like the others. The last part may have decimals; the result is exact
 * to a double's rounding.
 *
 * <p>Not read, for it cannot be told from a decimal number: degrees, minutes and seconds packed
 * into one number ({@code 115.51288}); see {@link PackedDms}.
 */
public final class DmsText {
  private static final String NUMBER = "(\\d{1,3})";
  private static final String LAST = "(\\d{1,3}(?:\\.\\d*)?)";
  private static final Pattern DECIMAL = Pattern.compile("([-+]?)(\\d{1,3}(?:\\.\\d*)?)(?:°|度)?");
  private static final Pattern SIGNS =
      Pattern.compile(
          "([-+]?)" + NUMBER + "[°度]\\s*" + LAST + "['分](?:\\s*" + LAST + "(?:\"|''|秒))?");
  private static final Pattern COLONS =
      Pattern.compile("([-+]?)" + NUMBER + "[: ]\\s*" + LAST + "(?:[: ]\\s*" + LAST + ")?");

  private DmsText() {}

  /**
   * @return degrees, south and west negative; empty where the text is none of these, or has 60
   *     minutes or seconds and more
   */
  public static OptionalDouble parse(String text) {
    String plain = plain(text);
    int sign = 1;
    String hemisphere = plain.replaceAll("[^NSEW]", "");
    if (hemisphere.length() > 1) {
      return OptionalDouble.empty();
    }
    if (!hemisphere.isEmpty()) {
      boolean atAnEnd = plain.startsWith(hemisphere) || plain.endsWith(hemisphere);
      if (!atAnEnd) {
        return OptionalDouble.empty();
      }
      sign = hemisphere.equals("S") || hemisphere.equals("W") ? -1 : 1;
      plain = plain.replace(hemisphere, "").strip();
    }
    for (Pattern pattern : new Pattern[] {DECIMAL, SIGNS, COLONS}) {
      Matcher m = pattern.matcher(plain);
      if (m.matches()) {
        return degrees(m, sign);
      }
    }
    return OptionalDouble.empty();
  }

  private static OptionalDouble degrees(Matcher m, int hemisphere) {
    double degrees = Double.parseDouble(m.group(2));
    boolean hasMinutes = m.groupCount() > 2;
    double minutes = hasMinutes ? Double.parseDouble(m.group(3)) : 0;
    boolean hasSeconds = hasMinutes && m.group(4) != null;
    double seconds = hasSeconds ? Double.parseDouble(m.group(4)) : 0;
    boolean brokenMinutes = hasSeconds && minutes != Math.rint(minutes);
    boolean twoSigns = !m.group(1).isEmpty() && hemisphere < 0;
    if (minutes >= 60 || seconds >= 60 || brokenMinutes || twoSigns) {
      return OptionalDouble.empty();
    }
    double value = degrees + (minutes * 60 + seconds) / 3600;
    return OptionalDouble.of(hemisphere * (m.group(1).equals("-") ? -value : value));
  }

  /** One spelling of digits, signs and hemispheres. */
  private static String plain(String text) {
    // Before the normal form, which makes letters and strings of some of these.
    String signs =
        text.replaceAll("[º˚]", "°").replaceAll("[″“”˝]", "\"").replaceAll("[′‘’`´]", "'");
    return Normalizer.normalize(signs, Normalizer.Form.NFKC)
        .toUpperCase(Locale.ROOT)
        .replace("东经", "E")
        .replace("西经", "W")
        .replace("北纬", "N")
        .replace("南纬", "S")
        .replaceAll("\\s+", " ")
        .strip();
  }
}

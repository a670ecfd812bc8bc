package cn.anlan.geo.road;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the number of a route from what people write: 105国道, 国道105线, G105线, Ｇ 105, G60沪昆高速, 昌九高速
 * (which has none). The letters are those of GB/T 917: G 国道, S 省道, X 县道, Y 乡道, C 村道, Z 专用公路.
 *
 * <p>Zeros before the number are left out (县道X012 is X12) but for those of four digits after G and
 * S: G0321 is another road than G321. A letter at the end (G15W, G4W2) belongs to the number, but
 * for the K of a stake. More than four digits are no number of a route.
 */
public final class RouteName {
  private static final Map<String, String> LETTERS =
      Map.of("国", "G", "省", "S", "县", "X", "乡", "Y", "村", "C", "专", "Z");
  private static final int RING_OR_LINK_DIGITS = 4;
  private static final String DIGITS = "(0*[0-9]{1,4})(?![0-9])";
  private static final Pattern BY_LETTER =
      Pattern.compile(
          "(?<![A-Z])([GSXYCZ])\\s*-?\\s*" + DIGITS + "((?:[NSEW][0-9]|[A-JL-Z])(?![A-Z0-9]))?");
  private static final Pattern WORD_FIRST = Pattern.compile("([国省县乡村专])[道用]?(?:公路)?" + DIGITS);
  private static final Pattern NUMBER_FIRST =
      Pattern.compile("(?<![0-9])" + DIGITS + "(?:号)?([国省县乡村])道");

  private RouteName() {}

  /** The number as the register writes it, such as G105; empty where the words have none. */
  public static Optional<String> number(String words) {
    if (words == null) {
      return Optional.empty();
    }
    String spaced = Normalizer.normalize(words, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    Matcher letter = BY_LETTER.matcher(spaced);
    if (letter.find()) {
      String suffix = letter.group(3) == null ? "" : letter.group(3);
      return Optional.of(number(letter.group(1), letter.group(2)) + suffix);
    }
    String plain = spaced.replaceAll("\\s", "");
    Matcher number = NUMBER_FIRST.matcher(plain);
    if (number.find()) {
      return Optional.of(number(LETTERS.get(number.group(2)), number.group(1)));
    }
    Matcher word = WORD_FIRST.matcher(plain);
    return word.find()
        ? Optional.of(number(LETTERS.get(word.group(1)), word.group(2)))
        : Optional.empty();
  }

  private static String number(String letter, String digits) {
    boolean keeps =
        digits.length() == RING_OR_LINK_DIGITS && (letter.equals("G") || letter.equals("S"));
    return letter + (keeps ? digits : digits.replaceFirst("^0+(?=.)", ""));
  }
}

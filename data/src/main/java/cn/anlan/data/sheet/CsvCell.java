package cn.anlan.data.sheet;

/**
 * One cell of a CSV that a person will open in a spreadsheet. A text that the spreadsheet would run
 * as a formula gets an apostrophe before it, which our import takes away again; numbers are left
 * alone. See OWASP, "CSV Injection".
 */
public final class CsvCell {
  private CsvCell() {}

  /** A text, neutralised and quoted where needed; null is an empty cell. */
  public static String text(String value) {
    return value == null ? "" : quoted(neutral(value));
  }

  /** A number or other value that we wrote ourselves. */
  public static String plain(Object value) {
    return value == null ? "" : quoted(value.toString());
  }

  /** The text with an apostrophe where a spreadsheet would run it. */
  public static String neutral(String value) {
    // An apostrophe before such a character is doubled too, so that reading back is unambiguous.
    return runs(value, apostrophes(value)) ? "'" + value : value;
  }

  /** What was there before {@link #neutral}. */
  public static String restored(String cell) {
    int apostrophes = apostrophes(cell);
    return apostrophes > 0 && runs(cell, apostrophes) ? cell.substring(1) : cell;
  }

  private static int apostrophes(String text) {
    int count = 0;
    while (count < text.length() && text.charAt(count) == '\'') {
      count++;
    }
    return count;
  }

  /** Whether a spreadsheet would run what begins there. */
  private static boolean runs(String text, int from) {
    return from < text.length() && "=+-@\t\r".indexOf(text.charAt(from)) >= 0;
  }

  private static String quoted(String value) {
    boolean needed = value.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    boolean padded = !value.equals(value.strip());
    return needed || padded ? '"' + value.replace("\"", "\"\"") + '"' : value;
  }
}

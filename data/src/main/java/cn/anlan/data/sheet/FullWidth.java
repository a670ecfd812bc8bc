package cn.anlan.data.sheet;

/** Full-width forms, which Chinese input methods write for digits and signs (１１５．８，－). */
public final class FullWidth {
  private static final char FIRST = '\uff01';
  private static final char LAST = '\uff5e';
  private static final char TO_ASCII = '\uff01' - '!';

  private FullWidth() {}

  /** The text with every full-width sign, digit and Latin letter, and the wide space, narrow. */
  public static String narrow(String text) {
    int i = 0;
    while (i < text.length() && !isWide(text.charAt(i))) {
      i++;
    }
    if (i == text.length()) {
      return text;
    }
    StringBuilder narrow = new StringBuilder(text.length());
    for (char c : text.toCharArray()) {
      char plain = c == '\u3000' ? ' ' : (char) (c - TO_ASCII);
      narrow.append(isWide(c) ? plain : c);
    }
    return narrow.toString();
  }

  private static boolean isWide(char c) {
    return c >= FIRST && c <= LAST || c == '\u3000';
  }
}

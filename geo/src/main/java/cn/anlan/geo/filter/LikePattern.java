package cn.anlan.geo.filter;

import java.util.Arrays;

/**
 * A LIKE pattern: {@code %} is any run of characters, {@code _} any one character (a whole code
 * point), {@code \} takes its special meaning from the character after it. Matching takes at most
 * the product of the two lengths, whatever the pattern.
 */
public final class LikePattern {
  private static final int ANY_RUN = -1;
  private static final int ANY_ONE = -2;

  private final String text;
  private final int[] parts;

  private LikePattern(String text, int[] parts) {
    this.text = text;
    this.parts = parts;
  }

  /** A backslash at the very end stands for itself. */
  static LikePattern of(String text) {
    int[] points = text.codePoints().toArray();
    int[] parts = new int[points.length];
    int count = 0;
    for (int i = 0; i < points.length; i++) {
      int point = points[i];
      if (point == '\\' && i + 1 < points.length) {
        parts[count++] = points[++i];
      } else if (point == '%') {
        parts[count++] = ANY_RUN;
      } else {
        parts[count++] = point == '_' ? ANY_ONE : point;
      }
    }
    return new LikePattern(text, Arrays.copyOf(parts, count));
  }

  /** Whether the whole of {@code value} fits. */
  public boolean matches(String value) {
    int p = 0;
    int v = 0;
    int runAt = -1; // the last % and where in the value it ends so far: to go back to
    int runTo = 0;
    while (v < value.length()) {
      int point = value.codePointAt(v);
      if (p < parts.length && parts[p] == ANY_RUN) {
        runAt = p++;
        runTo = v;
      } else if (p < parts.length && (parts[p] == ANY_ONE || parts[p] == point)) {
        p++;
        v += Character.charCount(point);
      } else if (runAt >= 0) {
        p = runAt + 1;
        runTo += Character.charCount(value.codePointAt(runTo));
        v = runTo;
      } else {
        return false;
      }
    }
    while (p < parts.length && parts[p] == ANY_RUN) {
      p++;
    }
    return p == parts.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LikePattern that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}

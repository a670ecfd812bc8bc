package cn.anlan.web.print;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * HTML or SVG in the making. Texts and attribute values are escaped, so that nothing that comes
 * from data is ever read as markup; tag and attribute names are the program's own words. What is
 * opened must be closed in turn.
 */
public final class Html {
  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /** Opens an element; attributes are names and values in turn, a null value leaves one out. */
  public Html open(String tag, Object... attributes) {
    start(tag, attributes);
    out.append('>');
    open.push(tag);
    return this;
  }

  /** An element without content. */
  public Html empty(String tag, Object... attributes) {
    start(tag, attributes);
    out.append("/>");
    return this;
  }

  /** An element with a text. */
  public Html leaf(String tag, Object text, Object... attributes) {
    return open(tag, attributes).text(text).close();
  }

  /** A text; null writes nothing. */
  public Html text(Object text) {
    if (text != null) {
      escape(text.toString());
    }
    return this;
  }

  /** What another one has gathered, which must be whole. */
  public Html add(Html other) {
    out.append(other);
    return this;
  }

  public Html close() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  /**
   * @throws IllegalStateException where something is still open
   */
  @Override
  public String toString() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("not closed: " + open);
    }
    return out.toString();
  }

  private void start(String tag, Object... attributes) {
    out.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      if (attributes[i + 1] != null) {
        out.append(' ').append(attributes[i]).append("=\"");
        escape(attributes[i + 1].toString());
        out.append('"');
      }
    }
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        default -> out.append(c);
      }
    }
  }
}

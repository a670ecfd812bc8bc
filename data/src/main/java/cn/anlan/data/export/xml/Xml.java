package cn.anlan.data.export.xml;

/** Texts inside XML. What XML 1.0 cannot hold at all becomes a replacement character. */
final class Xml {
  private Xml() {}

  static String escaped(String text) {
    StringBuilder out = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      String instead =
          switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\r' -> "&#13;";
            default -> isAllowed(c) ? null : "\ufffd";
          };
      if (instead != null && out == null) {
        out = new StringBuilder(text.length() + 16).append(text, 0, i);
      }
      if (out != null) {
        out.append(instead == null ? String.valueOf(c) : instead);
      }
    }
    return out == null ? text : out.toString();
  }

  /** As a cell of a workbook, which has an escape of its own (ECMA-376, 22.9.2.19, ST_Xstring). */
  static String spreadsheet(String text) {
    boolean plain = text.indexOf('_') < 0 && text.chars().allMatch(c -> isAllowed((char) c));
    if (plain) {
      return escaped(text);
    }
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean mistakable = c == '_' && text.substring(i).matches("(?s)_x[0-9A-Fa-f]{4}_.*");
      out.append(mistakable || !isAllowed(c) ? "_x%04X_".formatted((int) c) : String.valueOf(c));
    }
    return escaped(out.toString());
  }

  private static boolean isAllowed(char c) {
    return c >= ' ' && c < '\ufffe' || c == '\t' || c == '\n' || c == '\r';
  }
}

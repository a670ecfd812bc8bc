package cn.anlan.geo.text;

/** A title or sentence in both languages of the pages; Chinese is the leading one. */
public record Text(String zh, String en) {
  public Text {
    if (zh == null || zh.isBlank() || en == null || en.isBlank()) {
      throw new IllegalArgumentException("both 'zh' and 'en' are required");
    }
  }
}

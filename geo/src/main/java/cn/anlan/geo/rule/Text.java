package cn.anlan.geo.rule;

/** A text in Chinese and in English; both are required. */
public record Text(String zh, String en) {
  public Text {
    Required.text(zh, "zh");
    Required.text(en, "en");
  }
}

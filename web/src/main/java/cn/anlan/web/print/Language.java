package cn.anlan.web.print;

import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.text.Text;

/** The language of a printed page; Chinese unless asked otherwise. */
public enum Language {
  ZH("zh-CN"),
  EN("en");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /**
   * @param code {@code zh}, {@code en} or null for Chinese
   * @throws UserFault for anything else
   */
  public static Language of(String code) {
    if (code == null || code.equals("zh")) {
      return ZH;
    }
    if (code.equals("en")) {
      return EN;
    }
    throw new UserFault("lang=" + code + " 不支持 (not supported)", "取 (take) zh, en");
  }

  /** The language tag of HTML. */
  public String tag() {
    return tag;
  }

  public String code() {
    return this == ZH ? "zh" : "en";
  }

  public Language other() {
    return this == ZH ? EN : ZH;
  }

  /** The one of two texts that is in this language. */
  public String of(String zh, String en) {
    return this == ZH ? zh : en;
  }

  /** The text in this language; empty for none. */
  public String of(Text text) {
    return text == null ? "" : of(text.zh(), text.en());
  }
}

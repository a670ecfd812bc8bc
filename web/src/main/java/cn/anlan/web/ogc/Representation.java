package cn.anlan.web.ogc;

import cn.anlan.geo.fault.UserFault;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** In which form a resource is wanted: for programs, or for people. */
public enum Representation {
  JSON("json"),
  HTML("html");

  private final String word;

  Representation(String word) {
    this.word = word;
  }

  /** The value of the parameter {@code f}. */
  public String word() {
    return word;
  }

  public Representation other() {
    return this == JSON ? HTML : JSON;
  }

  /**
   * @throws UserFault where there is no such form
   */
  static Representation parse(String word) {
    for (Representation each : values()) {
      if (each.word.equals(word)) {
        return each;
      }
    }
    throw new UserFault("f=" + word + " 不支持 (not supported)", "取 (take) json, html");
  }

  /** The form that an Accept header prefers; JSON where it prefers neither, or none can be told. */
  static Representation accepted(String header) {
    if (header == null || header.isBlank()) {
      return JSON;
    }
    double html = 0;
    double others = 0;
    try {
      for (MediaType type : MediaType.parseMediaTypes(header)) {
        boolean page = !type.isWildcardType() && type.includes(MediaType.TEXT_HTML);
        if (page) {
          html = Math.max(html, type.getQualityValue());
        } else if (type.getSubtype().endsWith("json")) {
          others = Math.max(others, type.getQualityValue());
        }
      }
    } catch (InvalidMediaTypeException unreadable) {
      return JSON; // a client may be answered in a form that it did not name (RFC 9110, 12.5.1)
    }
    return html > others ? HTML : JSON;
  }
}

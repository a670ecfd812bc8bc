package cn.anlan.data.ingest.mapping;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How it is known which column fills a field; the small name is that in JSON. */
public enum MappedBy {
  OPTION("指定 chosen"),
  CONSTANT("定值 constant"),
  KEPT("沿用 kept"),
  NAME("字段名 name"),
  TITLE("标题 title"),
  ALIAS("别名 alias"),
  SHORT("短名 short name");

  private final String words;

  MappedBy(String words) {
    this.words = words;
  }

  /** For people. */
  public String words() {
    return words;
  }

  @JsonValue
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

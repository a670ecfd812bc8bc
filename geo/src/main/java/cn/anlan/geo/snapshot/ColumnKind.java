package cn.anlan.geo.snapshot;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What a column holds, what {@link LayerSnapshot#value} gives and what it is compared with. */
public enum ColumnKind {
  /** Free text: {@link String}. */
  TEXT("文本", "text", String.class),
  /** A value of a code list, each with its own bitmap of rows: {@link String}. */
  CODE("代码", "code", String.class),
  /** A whole number: {@link Long}. */
  INTEGER("整数", "integer", BigDecimal.class),
  /** A number: {@link Double}; NaN counts as null. */
  NUMBER("数值", "number", BigDecimal.class),
  /** True, false or null: {@link Boolean}. */
  BOOLEAN("布尔", "boolean", Boolean.class),
  /** A day without a time zone: {@link LocalDate}. */
  DATE("日期", "date", LocalDate.class),
  /** Several texts, such as former names: {@link java.util.List} of {@link String}. */
  TEXT_LIST("文本列表", "text list", String.class);

  private final String zh;
  private final String en;
  private final Class<?> literal;

  ColumnKind(String zh, String en, Class<?> literal) {
    this.zh = zh;
    this.en = en;
    this.literal = literal;
  }

  /** The kind's name in Chinese. */
  public String zh() {
    return zh;
  }

  /** The kind's name in English. */
  public String en() {
    return en;
  }

  /** The class that a literal must have to be compared with such a column (or its elements). */
  public Class<?> literal() {
    return literal;
  }
}

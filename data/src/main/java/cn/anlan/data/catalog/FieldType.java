package cn.anlan.data.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The type of a catalogue field and of its column. */
public enum FieldType {
  @JsonProperty("text")
  TEXT("text"),
  @JsonProperty("text_list")
  TEXT_LIST("text[]"),
  @JsonProperty("integer")
  INTEGER("bigint"),
  @JsonProperty("number")
  NUMBER("double precision"),
  @JsonProperty("boolean")
  BOOLEAN("boolean"),
  @JsonProperty("date")
  DATE("date"),
  @JsonProperty("code")
  CODE("text");

  private final String sqlType;

  FieldType(String sqlType) {
    this.sqlType = sqlType;
  }

  public String sqlType() {
    return sqlType;
  }
}

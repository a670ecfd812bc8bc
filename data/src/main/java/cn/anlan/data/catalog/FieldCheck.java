package cn.anlan.data.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a field's value must satisfy beyond its type. */
public enum FieldCheck {
  /** 统一社会信用代码, GB 32100-2015: 18 characters, the last a check digit. */
  @JsonProperty("credit_code")
  CREDIT_CODE
}

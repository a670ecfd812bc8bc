package cn.anlan.geo.snapshot;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who a layer is meant for (公开级别); a {@link Scope} says which of these its holder may see. */
public enum Disclosure {
  /** 公开: anybody. */
  @JsonProperty("public")
  PUBLIC,
  /** 内部: the office and those it works with. */
  @JsonProperty("internal")
  INTERNAL,
  /** 受限: named people only. */
  @JsonProperty("restricted")
  RESTRICTED
}

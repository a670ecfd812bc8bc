package cn.anlan.data.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who may see a layer's features: the public, the administration, or named officers only. */
public enum Disclosure {
  @JsonProperty("public")
  PUBLIC,
  @JsonProperty("internal")
  INTERNAL,
  @JsonProperty("restricted")
  RESTRICTED
}

package cn.anlan.data.ingest.request;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What becomes of rows that the layer has already. Rows are known by their business key. */
public enum WriteRule {
  /** New keys are added, known ones updated where something differs; nothing is removed. */
  @JsonProperty("upsert")
  UPSERT,
  /** New keys only; a row whose key the layer has is rejected. */
  @JsonProperty("append")
  APPEND,
  /** As upsert, and rows of the area that the delivery does not have are removed. */
  @JsonProperty("replace")
  REPLACE;

  /** As the database and the API write it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}

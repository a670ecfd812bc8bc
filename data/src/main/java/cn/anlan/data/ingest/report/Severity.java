package cn.anlan.data.ingest.report;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an issue means for its row. */
public enum Severity {
  /** The row is rejected. */
  @JsonProperty("error")
  ERROR,
  /** The row is taken; a person should look. */
  @JsonProperty("warning")
  WARNING
}

package cn.anlan.data.ingest.request;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What one bad row means for the others. */
public enum ImportMode {
  /** A single rejected row, and nothing of the file is taken. */
  @JsonProperty("strict")
  STRICT,
  /** Good rows are taken, rejected ones go to a file. */
  @JsonProperty("quarantine")
  QUARANTINE
}

package cn.anlan.data.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Whether a row must say how accurate its position is ({@code sigma_m}, one standard deviation in
 * metres). Layers that a distance is measured from or to must.
 */
public enum Accuracy {
  @JsonProperty("required")
  REQUIRED,
  @JsonProperty("optional")
  OPTIONAL
}

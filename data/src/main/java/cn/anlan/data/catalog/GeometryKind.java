package cn.anlan.data.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a layer's geometry column holds. Lines and polygons are always stored as multi-parts. */
public enum GeometryKind {
  @JsonProperty("point")
  POINT("Point"),
  @JsonProperty("line")
  LINE("MultiLineString"),
  /** Lines whose vertices carry a height in metres (1985 national height datum). */
  @JsonProperty("line_z")
  LINE_Z("MultiLineStringZ"),
  @JsonProperty("polygon")
  POLYGON("MultiPolygon"),
  @JsonProperty("any")
  ANY("Geometry"),
  @JsonProperty("none")
  NONE(null);

  private final String sqlType;

  GeometryKind(String sqlType) {
    this.sqlType = sqlType;
  }

  /** The PostGIS type name, or null where the layer has no geometry. */
  public String sqlType() {
    return sqlType;
  }
}

package cn.anlan.geo.geojson;

import tools.jackson.core.JsonGenerator;

/**
 * The {@code crs} member of GeoJSON of 2008, which RFC 7946 dropped and GDAL and QGIS still read
 * and write. Without it a file is WGS 84 by the standard, and by custom whatever somebody's map
 * used.
 */
public final class GeoJsonCrs {
  /** WGS 84, longitude first. */
  public static final String CRS84 = "urn:ogc:def:crs:OGC:1.3:CRS84";

  private GeoJsonCrs() {}

  /**
   * Writes the member into the open object.
   *
   * @param code such as {@code EPSG:4490}, written as a URN; another stays as it is
   */
  public static void write(String code, JsonGenerator json) {
    json.writeObjectPropertyStart("crs");
    json.writeStringProperty("type", "name");
    json.writeObjectPropertyStart("properties");
    json.writeStringProperty("name", code.replace("EPSG:", "urn:ogc:def:crs:EPSG::"));
    json.writeEndObject();
    json.writeEndObject();
  }
}

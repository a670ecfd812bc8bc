package cn.anlan.geo.geojson;

import tools.jackson.core.JsonGenerator;

/**
 * The {@code crs} member of GeoJSON of 2008, which RFC 7946 dropped and GDAL and QGIS still read:
 * for coordinates that are not WGS 84.
 */
public final class GeoJsonCrs {
  private GeoJsonCrs() {}

  /**
   * Writes the member into the open object.
   *
   * @param code such as {@code EPSG:4490}, written as a URN; a code of no authority stays as it is
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

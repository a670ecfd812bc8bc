package cn.anlan.data.demo.ground;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * A county-level unit as the demonstration province knows it.
 *
 * @param cityCode code of its prefecture-level city
 * @param population residents, at least 1, the weight by which works are spread
 * @param seat invented place of the county's seat, on land
 */
public record County(
    String code,
    String name,
    String cityCode,
    String cityName,
    long population,
    Geometry geometry,
    Coordinate seat) {

  /** The name without 县, 市 or 区, as it stands in enterprise names. */
  public String shortName() {
    return name.replaceAll("[县市区]$", "");
  }
}

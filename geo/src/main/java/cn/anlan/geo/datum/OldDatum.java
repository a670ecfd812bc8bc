package cn.anlan.geo.datum;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import java.util.Optional;

/**
 * The national datums before CGCS2000 and their systems of Jiangxi. No parameters that lead from
 * them to CGCS2000 are public; without parameters they are tens of metres off.
 */
public enum OldDatum {
  @JsonProperty("xian_1980")
  XIAN_1980(
      "1980西安坐标系 (Xian 1980)",
      Map.of(
          4610, CoordinateSystem.CGCS2000,
          2362, CoordinateSystem.GK3_ZONE_38,
          2363, CoordinateSystem.GK3_ZONE_39,
          2383, CoordinateSystem.GK3_CM_114E,
          2384, CoordinateSystem.GK3_CM_117E,
          2333, CoordinateSystem.GK6_ZONE_19,
          2334, CoordinateSystem.GK6_ZONE_20,
          2344, CoordinateSystem.GK6_CM_111E,
          2345, CoordinateSystem.GK6_CM_117E)),
  @JsonProperty("beijing_1954")
  BEIJING_1954(
      "1954北京坐标系 (Beijing 1954)",
      Map.of(
          4214, CoordinateSystem.CGCS2000,
          2414, CoordinateSystem.GK3_ZONE_38,
          2415, CoordinateSystem.GK3_ZONE_39,
          2435, CoordinateSystem.GK3_CM_114E,
          2436, CoordinateSystem.GK3_CM_117E,
          21419, CoordinateSystem.GK6_ZONE_19,
          21420, CoordinateSystem.GK6_ZONE_20,
          21459, CoordinateSystem.GK6_CM_111E,
          21460, CoordinateSystem.GK6_CM_117E));

  private final String title;
  private final Map<Integer, CoordinateSystem> shapes;

  OldDatum(String title, Map<Integer, CoordinateSystem> shapes) {
    this.title = title;
    this.shapes = shapes;
  }

  /** Its name, Chinese first. */
  public String title() {
    return title;
  }

  /** The CGCS2000 system with the zone, prefix and unit of one of its EPSG codes. */
  Optional<CoordinateSystem> findShape(int epsg) {
    return Optional.ofNullable(shapes.get(epsg));
  }

  static OldDatum ofEpsg(int epsg) {
    return XIAN_1980.shapes.containsKey(epsg) ? XIAN_1980 : BEIJING_1954;
  }

  /** Its EPSG code of longitude and latitude. */
  int geographicEpsg() {
    return this == XIAN_1980 ? 4610 : 4214;
  }
}

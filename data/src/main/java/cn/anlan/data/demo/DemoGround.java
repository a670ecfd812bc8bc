package cn.anlan.data.demo;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * The ground the invented province stands on.
 *
 * @param counties in order of code
 * @param province the counties' union
 * @param water where nothing is built
 * @param shores the invented shorelines that sites are placed by
 */
record DemoGround(List<County> counties, Geometry province, Geometry water, List<Geometry> shores) {
  /**
   * @param population residents, at least 1, the weight by which works are spread
   */
  record County(String code, String name, long population, Geometry geometry) {}
}

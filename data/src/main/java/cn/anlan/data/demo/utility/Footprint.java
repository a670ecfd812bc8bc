package cn.anlan.data.demo.utility;

import cn.anlan.data.demo.ground.County;
import org.locationtech.jts.geom.Geometry;

/**
 * The outline of a building, as far as gas pipes need it.
 *
 * @param code of the row in the layer {@code building}
 * @param outline surface in longitude and latitude
 */
public record Footprint(String code, County county, Geometry outline) {}

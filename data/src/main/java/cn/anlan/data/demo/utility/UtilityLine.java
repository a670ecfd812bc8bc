package cn.anlan.data.demo.utility;

import cn.anlan.data.demo.ground.County;
import org.locationtech.jts.geom.LineString;

/**
 * A line of one of this theme's layers.
 *
 * @param layer its layer, which is also its kind in the code list {@code crossed_line}
 * @param kv voltage of a power line, else 0
 */
record UtilityLine(String layer, String code, County county, LineString line, int kv) {}

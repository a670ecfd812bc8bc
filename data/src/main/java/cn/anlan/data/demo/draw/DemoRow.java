package cn.anlan.data.demo.draw;

import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * One invented row.
 *
 * @param values by field name; a field that is absent is null
 * @param geometry CGCS2000 lon/lat
 */
public record DemoRow(String code, Map<String, Object> values, Geometry geometry, Double sigmaM) {}

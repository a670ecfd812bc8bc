package cn.anlan.data.ingest.check;

import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * A row that can be written.
 *
 * @param values by column: String, List, Long, Double, Boolean, LocalDate or null
 * @param geom CGCS2000, or null for a row without geometry
 * @param sourceGeom as delivered, or null
 */
public record CheckedRow(Map<String, Object> values, Geometry geom, Geometry sourceGeom) {}

package cn.anlan.data.source.file;

import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * One record as it was delivered.
 *
 * @param number counts records from 1; the heading of a table is not a record
 * @param values by column: String, Long, Double, java.math.BigDecimal, Boolean, List or null; texts
 *     as delivered; of a table also the cells of the coordinates' columns, and under an empty name
 *     the cells beyond the headings, as CSV
 * @param geometry in the file's own coordinates, or null
 * @param problems what could not be read at all
 */
public record SourceRow(
    long number, Map<String, Object> values, Geometry geometry, List<Problem> problems) {}

package cn.anlan.data.export.row;

import org.locationtech.jts.geom.Geometry;

/**
 * One row on its way into a file.
 *
 * @param id the layer table's primary key
 * @param values in the order of the columns: String, List of String, Long, Double, Boolean,
 *     LocalDate or null
 * @param geometry in the coordinate system of the export; null where the row has none
 */
public record ExportRow(long id, Object[] values, Geometry geometry) {}

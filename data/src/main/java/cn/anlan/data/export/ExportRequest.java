package cn.anlan.data.export;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What is to be written where.
 *
 * @param layer catalogue id
 * @param crs any coordinate system that {@link cn.anlan.geo.datum.CoordinateSystem#parse} knows
 * @param encoding UTF-8 or GB18030, for Shapefile and CSV only
 * @param ids only these rows; empty for all
 * @param force whether a file that is there may be replaced
 */
public record ExportRequest(
    String layer,
    ExportFormat format,
    String crs,
    Optional<String> encoding,
    Optional<long[]> ids,
    Path output,
    boolean force) {}

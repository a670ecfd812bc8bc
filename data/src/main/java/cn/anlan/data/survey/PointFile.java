package cn.anlan.data.survey;

import cn.anlan.data.ingest.report.Issue;
import cn.anlan.geo.datum.CoordinateSystem;
import java.util.List;

/**
 * Boundary points as they were read from a file.
 *
 * @param format {@code TXT}, {@code CSV} or {@code DXF}
 * @param closedByFormat whether a ring of this format must repeat its first point
 * @param issues what could not be read
 */
record PointFile(
    String format,
    CoordinateSystem system,
    boolean closedByFormat,
    List<BoundaryPoint> points,
    List<Issue> issues) {}

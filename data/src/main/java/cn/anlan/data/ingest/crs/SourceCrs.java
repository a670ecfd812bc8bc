package cn.anlan.data.ingest.crs;

import cn.anlan.data.datum.DatumReport;
import cn.anlan.data.ingest.report.Issue;
import cn.anlan.data.source.file.DeliveredFile;
import cn.anlan.geo.datum.SourceSystem;
import java.util.List;

/**
 * In which system a file's coordinates are, who says so, and what the evidence says of it.
 *
 * @param source {@code option}, {@code file}, {@code rfc7946} or {@code evidence}
 * @param report kept with the delivery
 * @param notices what concerns the file as a whole
 */
public record SourceCrs(
    SourceSystem system, String source, DatumReport report, List<Issue> notices) {

  /** The file with its coordinates east first. */
  public DeliveredFile inOrder(DeliveredFile file) {
    return report.axesSwapped() ? new SwappedAxes(file) : file;
  }
}

package cn.anlan.data.ingest;

import cn.anlan.data.datum.DatumReport;
import java.util.List;
import java.util.Map;

/**
 * What an import did. The names of the components are the names in JSON, and stable.
 *
 * @param crsSource {@code option}, {@code file}, {@code rfc7946} (GeoJSON without a declaration),
 *     {@code evidence} or {@code none} (no geometry)
 * @param datum how the coordinate system was settled, with the odds; null without geometry
 * @param committed whether the database changed
 * @param attributesOnly the file had no geometry and updated attributes of rows that exist
 * @param dataVersion the version that the import made, or that was there before
 * @param mapping source column or {@code =constant} by field
 * @param ignoredColumns columns of the file that were not imported
 * @param errors all rejecting issues, also those beyond the list
 * @param warnings all other issues, also those beyond the list
 * @param issues the first 10,000
 * @param rejectedFile name of the file with the rejected rows, below {@code rejected/}; or null
 * @param repairedFile name of the file beside it with valid geometries offered in place of invalid
 *     ones, never used unasked; or null
 */
public record ImportReport(
    String layer,
    String file,
    String format,
    String encoding,
    String crs,
    String crsSource,
    DatumReport datum,
    ImportMode mode,
    boolean dryRun,
    boolean committed,
    boolean attributesOnly,
    long accepted,
    long rejected,
    long inserted,
    long updated,
    long unchanged,
    long dataVersion,
    Map<String, String> mapping,
    List<String> ignoredColumns,
    long errors,
    long warnings,
    List<Issue> issues,
    String rejectedFile,
    String repairedFile) {

  /** Whether the command must exit non-zero: strict and something rejected, or nothing accepted. */
  public boolean failed() {
    return accepted == 0 || mode == ImportMode.STRICT && rejected > 0;
  }
}

package cn.anlan.data.ingest;

import cn.anlan.data.datum.DatumReport;
import cn.anlan.data.ingest.load.RowChange;
import cn.anlan.data.ingest.mapping.MappedBy;
import cn.anlan.data.ingest.quarantine.RejectedShapes;
import cn.anlan.data.ingest.report.Issue;
import cn.anlan.data.ingest.report.IssueGroup;
import cn.anlan.data.ingest.request.ImportMode;
import cn.anlan.data.ingest.request.WriteRule;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Map;

/**
 * What an import did. The names of the components are the names in JSON, and stable.
 *
 * @param crsSource {@code option}, {@code file}, {@code rfc7946} (GeoJSON without a declaration),
 *     {@code evidence} or {@code none} (no geometry)
 * @param datum how the coordinate system was settled, with the odds; null without geometry
 * @param area what a replacement replaced: a region's code, or {@code all}; null for none
 * @param committed whether the database changed
 * @param attributesOnly the file had no geometry and updated attributes of rows that exist
 * @param removed rows that a replacement removed
 * @param deliveryId the record in the database; null where nothing was committed
 * @param dataVersion the version that the import made, or that was there before
 * @param changes examples of rows that were, or would be, added, changed and removed
 * @param corrected rows of the quarantine that this delivery corrected
 * @param awaitingCorrection rows of the layer that now wait for correction
 * @param mapping source column or {@code =constant} by field
 * @param mappingBy how each of these is known, by field
 * @param ignoredColumns columns of the file that were not imported
 * @param errors all rejecting issues, also those beyond the list
 * @param warnings all other issues, also those beyond the list
 * @param issueGroups how often the same is wrong
 * @param issues the first 10,000
 * @param rejectedFile name of the file with the rejected rows in their original form, to be
 *     corrected and sent again, below {@code rejected/}; or null
 * @param issuesFile name of the file with all issues, beside it; or null
 * @param repairedFile name of the file beside it with valid geometries offered in place of invalid
 *     ones, never used unasked; or null
 * @param shapes the first rejected geometries, for a map; not in JSON
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
    WriteRule writeRule,
    String area,
    boolean dryRun,
    boolean committed,
    boolean attributesOnly,
    long accepted,
    long rejected,
    long inserted,
    long updated,
    long unchanged,
    long removed,
    Long deliveryId,
    long dataVersion,
    List<RowChange> changes,
    long corrected,
    long awaitingCorrection,
    Map<String, String> mapping,
    Map<String, MappedBy> mappingBy,
    List<String> ignoredColumns,
    long errors,
    long warnings,
    List<IssueGroup> issueGroups,
    List<Issue> issues,
    String rejectedFile,
    String issuesFile,
    String repairedFile,
    @JsonIgnore RejectedShapes shapes) {

  /** Whether the command must exit non-zero: strict and something rejected, or nothing accepted. */
  public boolean failed() {
    return accepted == 0 || mode == ImportMode.STRICT && rejected > 0;
  }

  /** The same with fewer issues, for the record. */
  ImportReport withFirstIssues(int most) {
    return new ImportReport(
        layer,
        file,
        format,
        encoding,
        crs,
        crsSource,
        datum,
        mode,
        writeRule,
        area,
        dryRun,
        committed,
        attributesOnly,
        accepted,
        rejected,
        inserted,
        updated,
        unchanged,
        removed,
        deliveryId,
        dataVersion,
        changes,
        corrected,
        awaitingCorrection,
        mapping,
        mappingBy,
        ignoredColumns,
        errors,
        warnings,
        issueGroups,
        issues.size() <= most ? issues : issues.subList(0, most),
        rejectedFile,
        issuesFile,
        repairedFile,
        shapes);
  }
}

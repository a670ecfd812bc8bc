package cn.anlan.data.survey;

import cn.anlan.data.ingest.report.Issue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * A surveyed boundary with its state.
 *
 * @param status submitted, accepted, rejected, revoked or superseded
 * @param replacedM distance from the geometry it replaces, metres; null where there was none
 * @param reason of the decision, as {@code signedBy} and {@code signedAt}; null while undecided
 * @param versionFrom the data version from which the check uses it; null where it never did
 * @param versionTo the version from which it no longer does
 * @param geometry CGCS2000
 */
public record Survey(
    long id,
    String layer,
    String code,
    String status,
    Instant submittedAt,
    String submittedBy,
    LocalDate surveyedOn,
    String method,
    double sigmaM,
    String document,
    String fileName,
    String fileSha256,
    String fileFormat,
    String sourceCrs,
    List<BoundaryPoint> points,
    List<Issue> warnings,
    Double replacedM,
    boolean farConfirmed,
    String reason,
    String signedBy,
    Instant signedAt,
    String revokedReason,
    String revokedBy,
    Instant revokedAt,
    Long versionFrom,
    Long versionTo,
    Geometry geometry) {}

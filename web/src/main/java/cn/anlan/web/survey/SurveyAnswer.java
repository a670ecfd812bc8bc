package cn.anlan.web.survey;

import cn.anlan.data.ingest.report.Issue;
import cn.anlan.data.survey.BoundaryPoint;
import cn.anlan.data.survey.Survey;
import cn.anlan.web.answer.GeometryNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A survey as the API and the command line give it. What is not known is null.
 *
 * @param points as they stood in the file, in its own system
 * @param geometry CGCS2000, GeoJSON
 */
public record SurveyAnswer(
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
    List<Issue> warnings,
    List<BoundaryPoint> points,
    JsonNode geometry) {

  public static SurveyAnswer of(Survey survey) {
    return new SurveyAnswer(
        survey.id(),
        survey.layer(),
        survey.code(),
        survey.status(),
        survey.submittedAt(),
        survey.submittedBy(),
        survey.surveyedOn(),
        survey.method(),
        survey.sigmaM(),
        survey.document(),
        survey.fileName(),
        survey.fileSha256(),
        survey.fileFormat(),
        survey.sourceCrs(),
        survey.replacedM(),
        survey.farConfirmed(),
        survey.reason(),
        survey.signedBy(),
        survey.signedAt(),
        survey.revokedReason(),
        survey.revokedBy(),
        survey.revokedAt(),
        survey.versionFrom(),
        survey.versionTo(),
        survey.warnings(),
        survey.points(),
        GeometryNode.of(survey.geometry()));
  }
}

package cn.anlan.data.assessments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A stored run.
 *
 * @param modelText the model's file by which it was graded
 * @param baselineText the baseline's file
 */
public record StoredAssessment(
    long id,
    Instant createdAt,
    LocalDate asOf,
    long dataVersion,
    String modelSha256,
    String modelText,
    String baselineText,
    List<StoredGrade> grades) {}

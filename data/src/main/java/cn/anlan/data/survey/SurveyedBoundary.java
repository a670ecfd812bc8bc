package cn.anlan.data.survey;

import java.time.Instant;
import java.time.LocalDate;
import org.locationtech.jts.geom.Geometry;

/**
 * The boundary that the check uses for a site in place of the stored one.
 *
 * @param geometry CGCS2000
 * @param sigmaM standard deviation of a boundary point, metres
 * @param signedBy the post that accepted it
 */
public record SurveyedBoundary(
    long surveyId,
    String layer,
    String code,
    Geometry geometry,
    double sigmaM,
    LocalDate surveyedOn,
    String method,
    String document,
    String signedBy,
    Instant signedAt) {}

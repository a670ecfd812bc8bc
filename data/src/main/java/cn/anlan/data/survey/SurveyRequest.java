package cn.anlan.data.survey;

import cn.anlan.geo.datum.CoordinateSystem;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What is said beside a file of boundary points.
 *
 * @param layer and {@code code}: the site whose boundary was surveyed
 * @param sigmaM standard deviation of a boundary point, metres
 * @param document the reference of the survey's report
 * @param submittedBy the post that hands it in; no personal names
 * @param crs the file's coordinate system; a TXT declares its own
 * @param drawingLayer the layer of a DXF
 * @param confirmFar whether a boundary away from the site it replaces is meant so
 */
public record SurveyRequest(
    String layer,
    String code,
    LocalDate surveyedOn,
    String method,
    double sigmaM,
    String document,
    String submittedBy,
    Optional<CoordinateSystem> crs,
    Optional<String> drawingLayer,
    boolean confirmFar) {}

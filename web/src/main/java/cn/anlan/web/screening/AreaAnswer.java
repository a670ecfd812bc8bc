package cn.anlan.web.screening;

import cn.anlan.geo.text.Text;
import cn.anlan.web.answer.GeoJsonShape;
import java.time.LocalDate;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * Where within a frame a site of one kind may go. The names of the components are the names in
 * JSON. The four areas do not overlap and together are the frame.
 *
 * @param allowed where every rule that could be drawn is kept beyond doubt
 * @param needsSurvey within U of a limit
 * @param forbidden where at least one rule is broken beyond doubt
 * @param notAssessable outside the province or the declared coverage, or near targets of which a
 *     needed fact is missing
 * @param rules every rule that binds the kind, in the order of the book
 * @param accuracy how true the lines are
 */
public record AreaAnswer(
    long dataVersion,
    LocalDate asOf,
    String siteKind,
    @JsonSerialize(using = GeoJsonShape.class) Geometry frame,
    @JsonSerialize(using = GeoJsonShape.class) Geometry allowed,
    @JsonSerialize(using = GeoJsonShape.class) Geometry needsSurvey,
    @JsonSerialize(using = GeoJsonShape.class) Geometry forbidden,
    @JsonSerialize(using = GeoJsonShape.class) Geometry notAssessable,
    Areas areas,
    List<RuleCut> rules,
    Text accuracy,
    boolean isDemo) {

  /** Geodesic areas, square metres. */
  public record Areas(
      double frameM2,
      double allowedM2,
      double needsSurveyM2,
      double forbiddenM2,
      double notAssessableM2) {}

  /**
   * What one rule cuts out of the frame, whatever others cut.
   *
   * @param targets how many shapes it keeps away from
   * @param notDrawn why it is not drawn, and so not counted above; null where it is
   */
  public record RuleCut(
      String rule,
      String version,
      String subjectLayer,
      Text title,
      int targets,
      double forbiddenM2,
      double needsSurveyM2,
      Text notDrawn) {}
}

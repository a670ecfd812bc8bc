package cn.anlan.web.screening;

import cn.anlan.geo.rule.Finding;
import cn.anlan.geo.text.Text;
import cn.anlan.web.answer.GeoJsonShape;
import cn.anlan.web.checks.CheckResult;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * The answer to a screening. The names of the components are the names in JSON.
 *
 * @param question by what name the site can be asked about again, for an hour
 * @param findings one for every rule that reaches the site, in the order of the rule book
 */
public record ScreeningAnswer(
    CheckResult.Manifest manifest, String question, Site site, List<Screened> findings) {

  /**
   * What was judged, and how it was understood.
   *
   * @param geometry the site in CGCS2000
   * @param crs the system that the coordinates were read in; {@code crsAssumed} where not declared
   * @param countyCode the county located, null outside all outlines
   * @param layers as rows of which layers it was judged
   * @param sigmaM standard deviation of its boundary, null where not said
   * @param attributes what else was said of it, by the layers' field names
   * @param warnings what was doubtful
   */
  public record Site(
      @JsonSerialize(using = GeoJsonShape.class) Geometry geometry,
      String siteKind,
      Text siteKindTitle,
      List<String> layers,
      String crs,
      boolean crsAssumed,
      String countyCode,
      String countyName,
      Double sigmaM,
      Map<String, Object> attributes,
      List<Text> warnings) {}

  /** A finding, and what its rule is called. */
  public record Screened(@JsonUnwrapped Finding finding, Text ruleTitle) {}
}

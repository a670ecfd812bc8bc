package cn.anlan.web.checks;

import cn.anlan.geo.rule.Site;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * A site that somebody draws or brings in a file, to be judged as if it were stored.
 *
 * @param number tells proposals of one question apart
 * @param id what the sender calls it
 * @param geometry CGCS2000 lon/lat; null is not assessable
 * @param sigmaM standard deviation of its boundary in metres; null counts as 0, and is said so
 * @param attributes further properties by the layer's field names
 */
public record Proposal(
    int number,
    String id,
    String name,
    Geometry geometry,
    String projectType,
    LocalDate approvalDate,
    Double sigmaM,
    Map<String, Object> attributes) {

  /** A proposed chemical site is taken for a producer of hazardous chemicals unless it says no. */
  private static final Map<String, Object> ASSUMED = Map.of("hazardous_producer", true);

  Site site(String layer, Province province) {
    Map<String, Object> all = new HashMap<>(ASSUMED);
    all.putAll(attributes);
    return new Site(
        number,
        id,
        name,
        layer,
        geometry,
        projectType,
        approvalDate,
        sigmaM,
        true,
        false,
        true,
        geometry != null && province.isOutside(geometry),
        all);
  }
}

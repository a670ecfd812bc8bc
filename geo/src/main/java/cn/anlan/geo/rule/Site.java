package cn.anlan.geo.rule;

import java.time.LocalDate;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * What is checked: a stored feature, or a proposal that somebody has drawn or brought in a file.
 *
 * @param id the stored feature's id; whatever tells apart several proposals of one request
 * @param code the business key; a proposal's own id
 * @param layer the catalogue layer whose rules bind the site
 * @param geometry point, line or polygon in CGCS2000; null is NOT_ASSESSABLE
 * @param projectType a {@link ProjectType#code()}; null or unknown is NOT_ASSESSABLE
 * @param approvalDate null for what is not approved yet
 * @param sigmaM one standard deviation of the boundary, metres; null is NOT_ASSESSABLE for a stored
 *     site, and taken as 0, and said so, for a proposal
 * @param proposal whether it was drawn or brought for this question, and is not stored
 * @param demo whether it is invented (示例数据)
 * @param datumKnown whether the coordinates' datum was declared
 * @param outsideProvince whether it lies outside the province: measured, not judged
 * @param attributes the layer's fields by name, for the rule's conditions
 */
public record Site(
    long id,
    String code,
    String name,
    String layer,
    Geometry geometry,
    String projectType,
    LocalDate approvalDate,
    Double sigmaM,
    boolean proposal,
    boolean demo,
    boolean datumKnown,
    boolean outsideProvince,
    Map<String, Object> attributes) {
  public Site {
    attributes = attributes == null ? Map.of() : attributes;
  }

  /** Whether it may be judged on invented shores and coverage: never a stored real site. */
  boolean allowsDemo() {
    return demo || proposal;
  }
}

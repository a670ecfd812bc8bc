package cn.anlan.geo.rule;

import java.time.LocalDate;
import org.locationtech.jts.geom.Geometry;

/**
 * What is checked: a stored feature, or a proposal that somebody has drawn or brought in a file.
 *
 * @param id the stored feature's id; whatever tells apart several proposals of one request
 * @param code the business key; a proposal's own id
 * @param layer the catalogue layer whose rules bind the site
 * @param geometry point, line or polygon in CGCS2000; null is NOT_ASSESSABLE
 * @param projectType a {@link ProjectType#code()}; {@code existing} for a stored row of a layer
 *     without project types; null or unknown is NOT_ASSESSABLE where the rule asks for it
 * @param approvalDate since when it lawfully stands; null for what is not approved yet
 * @param sigmaM one standard deviation of the boundary, metres; null is NOT_ASSESSABLE for a stored
 *     site, and taken as 0, and said so, for a proposal
 * @param proposal whether it was drawn or brought for this question, and is not stored
 * @param demo whether it is invented (示例数据)
 * @param datumKnown whether the coordinates' datum was declared
 * @param outsideProvince whether it lies outside the province: measured, not judged
 * @param attributes the layer's fields, for the rule's conditions
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
    Attributes attributes) {
  public Site {
    attributes = attributes == null ? Attributes.NONE : attributes;
  }

  /** Whether it may be judged on invented targets and coverage: never a stored real site. */
  public boolean allowsDemo() {
    return demo || proposal;
  }

  /** The standard deviation that counts, or null where none is known. */
  public Double knownSigmaM() {
    return sigmaM == null && proposal ? Double.valueOf(0) : sigmaM;
  }

  /** The same site with another date from which it lawfully stands. */
  public Site approvedOn(LocalDate day) {
    return new Site(
        id,
        code,
        name,
        layer,
        geometry,
        projectType,
        day,
        sigmaM,
        proposal,
        demo,
        datumKnown,
        outsideProvince,
        attributes);
  }
}

package cn.anlan.web.screening;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.rule.ProjectType;
import cn.anlan.web.checks.Proposal;
import cn.anlan.web.site.SiteBody;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;

/**
 * What is asked about a site, read and found usable.
 *
 * @param kind what the site is
 * @param kindAssumed whether the sender left the kind open
 * @param approvalDate null for what is not approved yet
 * @param sigmaM standard deviation of the site's boundary, or null
 * @param county county or address as the sender wrote it, or null
 */
record ScreeningRequest(
    SiteKinds.Kind kind,
    boolean kindAssumed,
    String name,
    String projectType,
    LocalDate approvalDate,
    LocalDate asOf,
    Double sigmaM,
    String county,
    boolean crsConfirmed,
    Map<String, Object> attributes) {

  private static final Set<String> MEMBERS =
      Set.of(
          "id",
          "name",
          "crs",
          "crsConfirmed",
          "projectType",
          "approvalDate",
          "sector",
          "siteKind",
          "asOf",
          "sigmaM",
          "county",
          "address",
          "attributes",
          "hazardousProducer");

  /**
   * Reads all but the geometry. What is said of the site by the catalogue's fields may stand under
   * {@code attributes} or beside the other members.
   *
   * @param geometryMembers the members that hold the geometry, which the caller reads
   * @throws UserFault naming what is missing or wrong
   */
  static ScreeningRequest read(
      SiteBody body, Set<String> geometryMembers, SiteKinds kinds, Catalog catalog) {
    String sector = required(body, "sector");
    SiteKinds.Kind kind = kinds.get(sector, body.text("siteKind"));
    String projectType = required(body, "projectType");
    if (ProjectType.find(projectType).isEmpty()) {
      throw new UserFault(
          "projectType=" + projectType + " 不可用 (not usable)",
          "取 (take) " + Arrays.stream(ProjectType.values()).map(ProjectType::code).toList());
    }
    Attributes fields = new Attributes(catalog, kind.layers());
    Map<String, Object> attributes = new HashMap<>(fields.read(body.node("attributes")));
    Set<String> members = new HashSet<>(MEMBERS);
    members.addAll(geometryMembers);
    attributes.putAll(fields.read(body.others(members)));
    if (body.has("hazardousProducer")) {
      attributes.put("hazardous_producer", body.flag("hazardousProducer"));
    }
    return new ScreeningRequest(
        kind,
        !body.has("siteKind"),
        body.text("name"),
        projectType,
        body.date("approvalDate"),
        body.date("asOf"),
        body.length("sigmaM"),
        body.has("county") ? body.text("county") : body.text("address"),
        body.flag("crsConfirmed"),
        attributes);
  }

  /** The day whose facts and rules count. */
  LocalDate day() {
    return asOf == null ? LocalDate.now() : asOf;
  }

  /** The site as the rules judge it. */
  Proposal proposal(Geometry lonLat) {
    return new Proposal(1, "proposal", name, lonLat, projectType, approvalDate, sigmaM, attributes);
  }

  private static String required(SiteBody body, String name) {
    String text = body.text(name);
    if (text == null) {
      throw new UserFault("缺少 " + name + " (missing)", "补上 " + name + " (give it)");
    }
    return text;
  }
}

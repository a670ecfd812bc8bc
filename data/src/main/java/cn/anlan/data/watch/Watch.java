package cn.anlan.data.watch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * Something that is watched: when its verdict changes there is an event.
 *
 * @param kind {@code subject} (a stored site), {@code site} (a proposed geometry) or {@code area}
 *     (every stored site that meets it)
 * @param rules empty for all
 * @param layer of a subject; narrows an area, null for all layers
 * @param code of a subject
 * @param projectType as {@code approvalDate}, {@code sigmaM} and {@code attributes}: of a site
 * @param geometry CGCS2000; null for a subject
 * @param endedAt null while it stands
 * @param look what was seen last; null before the first look
 * @param events how many there are
 */
public record Watch(
    long id,
    Instant createdAt,
    String createdBy,
    String title,
    String kind,
    List<String> rules,
    String layer,
    String code,
    String projectType,
    LocalDate approvalDate,
    Double sigmaM,
    Map<String, Object> attributes,
    Geometry geometry,
    Instant endedAt,
    Look look,
    int events) {
  public static final String SUBJECT = "subject";
  public static final String SITE = "site";
  public static final String AREA = "area";

  /**
   * What a look was based on.
   *
   * @param rules versions and digests of the rules, as the evaluator writes them
   */
  public record Look(long dataVersion, LocalDate asOf, String rules, String programVersion) {}

  /** A watch that stands. */
  public boolean isStanding() {
    return endedAt == null;
  }
}

package cn.anlan.web.evidence;

import cn.anlan.data.snapshots.RowOrigins.RowOrigin;
import cn.anlan.geo.rule.Finding;
import cn.anlan.geo.rule.Rule;
import cn.anlan.geo.text.Text;
import cn.anlan.web.answer.GeoJsonShape;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * Everything that belongs to one finding. The names of the components are the names in JSON.
 *
 * @param rule the rule as it was applied
 * @param subject the site
 * @param target the decisive target; null where nothing was measured to
 * @param exceptions every exception of the rule and what became of it
 * @param dataVersion what the database knew
 * @param rulesHash SHA-256 over the rules' texts, the data version, the day and the program
 * @param inputHash SHA-256 over {@link InputDigest what decided}: the same inputs, the same hash
 * @param mapApproval the 审图号 of the office's maps, or null
 * @param review to be filled in by who reviews
 * @param isDemo whether anything that decided it is invented
 */
public record Evidence(
    Finding finding,
    AppliedRule rule,
    Item subject,
    Item target,
    List<TestedException> exceptions,
    LocalDate asOf,
    long dataVersion,
    OffsetDateTime computedAt,
    String programVersion,
    String rulesHash,
    String inputHash,
    String mapApproval,
    Review review,
    boolean isDemo) {

  /** The rule's own words and dates. */
  public record AppliedRule(
      String id,
      String version,
      Text title,
      String kind,
      Rule.Severity severity,
      Rule.Basis basis,
      Rule.Measure measure,
      LocalDate validFrom,
      LocalDate validTo,
      Rule.EarlierProjects earlierProjects,
      List<Rule.Evidence> evidence,
      Rule.SignOff signOff,
      String origin) {
    static AppliedRule of(Rule rule) {
      return new AppliedRule(
          rule.id(),
          rule.version(),
          rule.title(),
          rule.kind().name().code(),
          rule.severity(),
          rule.basis(),
          rule.measure(),
          rule.valid().from(),
          rule.valid().to(),
          rule.earlierProjects(),
          rule.evidence(),
          rule.signOff(),
          rule.origin());
    }
  }

  /**
   * A site or a target.
   *
   * @param id null for a proposal
   * @param layerVersion data version of its layer
   * @param origin where the row came from; null for a proposal, or while PostGIS is away
   * @param crsChain from the coordinates as delivered to the distance
   * @param geometry CGCS2000
   */
  public record Item(
      String layer,
      Text layerTitle,
      Long id,
      String code,
      String name,
      Double sigmaM,
      boolean isDemo,
      String source,
      Long layerVersion,
      RowOrigin origin,
      List<Text> crsChain,
      Map<String, Object> attributes,
      @JsonSerialize(using = GeoJsonShape.class) Geometry geometry) {}

  /**
   * An exception of the rule.
   *
   * @param result {@code holds}, {@code does_not_hold} or {@code unknown} (proves no exception)
   * @param missing fields without a value that left it open
   */
  public record TestedException(
      Text title, String condition, String result, List<String> missing) {}

  /** For the person who reviews; the program fills in nothing. */
  public record Review(String reviewer, OffsetDateTime reviewedAt, String decision) {
    static final Review BLANK = new Review(null, null, null);
  }
}

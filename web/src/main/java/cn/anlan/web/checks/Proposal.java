package cn.anlan.web.checks;

import cn.anlan.geo.rule.Attributes;
import cn.anlan.geo.rule.Reason;
import cn.anlan.geo.rule.Rule;
import cn.anlan.geo.rule.Site;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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

  private static final Reason ASSUMPTION =
      new Reason(
          "assumed_attribute",
          "未说明是否危险化学品生产企业，按是处理",
          "taken for a producer of hazardous chemicals, since it does not say");

  /** What was assumed of this proposal in order to apply the rule to it, if anything was. */
  Optional<Reason> assumption(Rule rule) {
    boolean assumed =
        ASSUMED.keySet().stream()
            .anyMatch(
                field ->
                    rule.subject().filter() != null
                        && rule.subject().filter().fields().contains(field)
                        && !attributes.containsKey(field));
    return assumed ? Optional.of(ASSUMPTION) : Optional.empty();
  }

  /** As a row of a layer. */
  Site site(String layer, boolean outsideProvince) {
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
        outsideProvince,
        Attributes.of(all));
  }
}

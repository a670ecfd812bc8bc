package cn.anlan.web.e2e;

import static cn.anlan.web.e2e.OgcClient.link;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * A walk through OGC API – Features Part 3 (19-079r2, annex A: queryables, filter, features-filter)
 * and CQL2 (21-065r2, annex A), on the queryables of every collection. The names in brackets are
 * the standards' tests.
 */
class OgcFilterIT extends AtTheDemo {
  private static final String CQL2 = "http://www.opengis.net/spec/cql2/1.0/conf/";
  private static final String QUERYABLES = "http://www.opengis.net/def/rel/ogc/1.0/queryables";
  private static final String EPSG = "http://www.opengis.net/def/crs/EPSG/0/";

  private OgcClient ogc;

  @BeforeEach
  void client() {
    ogc = new OgcClient(anlan.url("/ogc"));
  }

  @Test
  void theClassesThatAreWalkedThroughAreTheOnesDeclared() {
    assertThat(ogc.conformance().stream().filter(c -> c.startsWith(CQL2)))
        .containsExactlyInAnyOrder(
            CQL2 + "accent-insensitive-comparison",
            CQL2 + "advanced-comparison-operators",
            CQL2 + "basic-cql2",
            CQL2 + "basic-spatial-functions",
            CQL2 + "basic-spatial-functions-plus",
            CQL2 + "case-insensitive-comparison",
            CQL2 + "cql2-json",
            CQL2 + "cql2-text",
            CQL2 + "property-property",
            CQL2 + "spatial-functions",
            CQL2 + "temporal-functions");
  }

  /**
   * [basic-cql2/comparison, property-property/comparison-…, advanced-comparison-operators]: of
   * every collection one queryable of each type. With the rows without a value each pair of
   * opposites gives the whole collection.
   */
  @Test
  void oppositeComparisonsDivideEveryCollection() {
    for (JsonNode collection : ogc.collections()) {
      String id = collection.get("id").asString();
      JsonNode schema = ogc.json(link(collection, QUERYABLES).orElseThrow().get("href").asString());
      assertThat(schema.get("type").asString()).isEqualTo("object");
      long all = ogc.matched(id, "TRUE");
      Map<String, String> oneOfEach = new HashMap<>();
      for (String name : schema.get("properties").propertyNames()) {
        String value = value(schema.get("properties").get(name));
        if (value != null) {
          oneOfEach.putIfAbsent(value, name);
        }
      }
      assertThat(oneOfEach).as(id).isNotEmpty();
      oneOfEach.forEach(
          (value, name) -> {
            long none = ogc.matched(id, name + " IS NULL");
            for (String[] pair : new String[][] {{"=", "<>"}, {"<", ">="}, {">", "<="}}) {
              long a = ogc.matched(id, name + " " + pair[0] + " " + value);
              long b = ogc.matched(id, value + " " + flipped(pair[1]) + " " + name);
              assertThat(a + b + none).as(id + "." + name + " " + pair[0] + value).isEqualTo(all);
            }
            assertThat(ogc.matched(id, name + " = " + name)).isEqualTo(all - none);
            assertThat(ogc.matched(id, name + " <> " + name)).isZero();
            assertThat(ogc.matched(id, name + " IN (" + value + ") OR " + name + " <> " + value))
                .isEqualTo(all - none);
          });
      if (schema.get("properties").has("geom")) {
        long nowhere = ogc.matched(id, "geom IS NULL");
        String box = "BBOX(115, 27, 116, 28)";
        assertThat(
                ogc.matched(id, "S_INTERSECTS(geom, " + box + ")")
                    + ogc.matched(id, "S_DISJOINT(geom, " + box + ")"))
            .as(id)
            .isEqualTo(all - nowhere);
      }
    }
  }

  private static String value(JsonNode property) {
    String format = property.path("format").asString("");
    return switch (property.path("type").asString("")) {
      case "string" -> format.equals("date") ? "DATE('2020-06-01')" : "'foo'";
      case "integer" -> "1";
      case "number" -> "3.14";
      case "boolean" -> "true";
      default -> null;
    };
  }

  private static String flipped(String sign) {
    return switch (sign) {
      case ">=" -> "<=";
      case "<=" -> ">=";
      default -> sign;
    };
  }

  /** [cql2-json; filter/filter-lang-definition, filter/mixing-expressions, features-filter]. */
  @Test
  void bothLanguagesSayTheSameBesideOtherParameters() {
    long text = ogc.matched("risk_point", "level = 1 OR NOT level <= 3", "bbox", "115,28,116,29");
    String json =
        "{\"op\":\"or\",\"args\":[{\"op\":\"=\",\"args\":[{\"property\":\"level\"},1]},"
            + "{\"op\":\"not\",\"args\":[{\"op\":\"<=\",\"args\":[{\"property\":\"level\"},3]}]}]}";
    assertThat(text).isPositive();
    assertThat(ogc.matched("risk_point", json, "filter-lang", "cql2-json", "bbox", "115,28,116,29"))
        .isEqualTo(text);
    assertThat(ogc.matched("risk_point", "level = 1", "filter-lang", "cql2-text")).isPositive();
  }

  /** [filter/filter-crs-param, filter/filter-crs-wgs84]. */
  @Test
  void aFilterMayBeWrittenInAnotherSystem() throws Exception {
    double[] a = Gdal.transform(115.2, 28.2, "EPSG:4490", "EPSG:4547");
    double[] b = Gdal.transform(115.4, 28.4, "EPSG:4490", "EPSG:4547");
    String grid = "S_INTERSECTS(geom, BBOX(%f, %f, %f, %f))".formatted(a[1], a[0], b[1], b[0]);
    long there = ogc.matched("risk_point", grid, "filter-crs", EPSG + "4547");
    long degrees = ogc.matched("risk_point", "S_INTERSECTS(geom, BBOX(115.2, 28.2, 115.4, 28.4))");
    assertThat(there).isPositive().isBetween(degrees * 9 / 10, degrees * 11 / 10);
    String north = "S_INTERSECTS(geom, BBOX(28.2, 115.2, 28.4, 115.4))";
    assertThat(ogc.matched("risk_point", north, "filter-crs", EPSG + "4326")).isEqualTo(degrees);
  }

  /** [spatial-functions, basic-spatial-functions-plus]: what must hold between the relations. */
  @Test
  void theSpatialFunctionsAgreeWithEachOther() {
    String shape = "POLYGON((114.5 27.5, 116.5 27.2, 116.8 28.9, 115.1 29.3, 114.5 27.5))";
    for (String id : new String[] {"risk_point", "road", "region", "water_body"}) {
      long meets = ogc.matched(id, "S_INTERSECTS(geom, " + shape + ")");
      long within = ogc.matched(id, "S_WITHIN(geom, " + shape + ")");
      long crosses = ogc.matched(id, "S_CROSSES(geom, " + shape + ")");
      long overlaps = ogc.matched(id, "S_OVERLAPS(geom, " + shape + ")");
      long touches = ogc.matched(id, "S_TOUCHES(geom, " + shape + ")");
      long contains = ogc.matched(id, "S_CONTAINS(geom, " + shape + ")");
      assertThat(meets).as(id).isPositive();
      assertThat(within + crosses + overlaps + touches + contains).as(id).isEqualTo(meets);
      assertThat(ogc.matched(id, "S_CONTAINS(" + shape + ", geom)")).isEqualTo(within);
      assertThat(ogc.matched(id, "S_EQUALS(geom, " + shape + ")")).isZero();
      assertThat(ogc.matched(id, "S_DWITHIN(geom, " + shape + ", 0, 'm')"))
          .as("edges are geodesics there, so a few at the edge may differ")
          .isBetween(meets * 98 / 100, meets * 102 / 100 + 2);
    }
  }

  /** [temporal-functions]. */
  @Test
  void theTemporalFunctionsDivideTheDays() {
    long all = ogc.matched("accident", "occurred_on IS NOT NULL");
    String year = "INTERVAL('2020-01-01', '2020-12-31')";
    long before = ogc.matched("accident", "T_BEFORE(occurred_on, " + year + ")");
    long in = ogc.matched("accident", "T_INTERSECTS(occurred_on, " + year + ")");
    long after = ogc.matched("accident", "T_AFTER(occurred_on, " + year + ")");
    assertThat(before).isPositive();
    assertThat(in).isPositive();
    assertThat(after).isPositive();
    assertThat(before + in + after).isEqualTo(all);
    assertThat(ogc.matched("accident", "T_DISJOINT(occurred_on, " + year + ")"))
        .isEqualTo(before + after);
    assertThat(ogc.matched("accident", "occurred_on >= TIMESTAMP('2020-01-01T00:00:00Z')"))
        .isEqualTo(in + after);
  }

  /** What is too much, or not there, is refused with a reason and a remedy. */
  @Test
  void aFilterThatIsTooMuchIsRefusedInProblemJson() {
    Set<String> reasons = new HashSet<>();
    for (String filter :
        new String[] {
          "(".repeat(70) + "level = 1" + ")".repeat(70),
          "level IN (1" + ",1".repeat(1000) + ")",
          "level + 1 = 2",
          "nosuch = 1",
          "S_DWITHIN(geom, POINT(115 28), 5000, 'km')",
          "level = 1; DROP TABLE layer.risk_point"
        }) {
      JsonNode problem =
          ogc.refused(400, "/collections/risk_point/items?filter=" + OgcClient.coded(filter));
      assertThat(problem.path("remedy").asString()).isNotBlank();
      assertThat(problem.toString()).doesNotContain("SELECT", "Exception", "cn.anlan");
      reasons.add(problem.get("detail").asString());
    }
    assertThat(reasons).hasSize(6);
  }
}

package cn.anlan.web.e2e;

import static cn.anlan.web.e2e.OgcClient.coded;
import static cn.anlan.web.e2e.OgcClient.ids;
import static cn.anlan.web.e2e.OgcClient.link;
import static cn.anlan.web.e2e.OgcClient.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * A walk through OGC API – Features Part 1 (17-069r4, annex A: core, geojson, html, oas30) and Part
 * 2 (18-058r1, annex A), from the landing page on. The names in brackets are the standards' tests.
 */
class OgcFeaturesIT extends AtTheDemo {
  private static final String PART1 = "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/";
  private static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
  private static final String EPSG = "http://www.opengis.net/def/crs/EPSG/0/";
  private static final String POINTS = "/collections/risk_point";

  private OgcClient ogc;

  @BeforeEach
  void client() {
    ogc = new OgcClient(anlan.url("/ogc"));
  }

  /** [core/landing-page, core/api-definition, core/conformance, oas30]. */
  @Test
  void theLandingPageLeadsToDefinitionConformanceAndData() {
    JsonNode landing = ogc.json("");
    for (String rel : List.of("self", "service-desc", "service-doc", "conformance", "data")) {
      String address = link(landing, rel).orElseThrow().get("href").asString();
      assertThat(ogc.get(address).statusCode()).as(rel).isEqualTo(200);
    }
    JsonNode desc = link(landing, "service-desc").orElseThrow();
    assertThat(desc.get("type").asString()).startsWith("application/vnd.oai.openapi+json");
    HttpResponse<String> api = ogc.get(desc.get("href").asString());
    assertThat(OgcClient.type(api)).startsWith("application/vnd.oai.openapi+json;version=3.0");
    JsonNode document = ogc.json(desc.get("href").asString());
    assertThat(document.get("openapi").asString()).startsWith("3.0.");
    Set<String> tags = new HashSet<>();
    document
        .get("paths")
        .forEach(path -> path.forEach(op -> tags.add(op.path("operationId").asString())));
    assertThat(tags).as("operations have names of their own").hasSizeGreaterThan(5);
    assertThat(ogc.conformance())
        .contains(PART1 + "core", PART1 + "geojson", PART1 + "html", PART1 + "oas30")
        .contains("http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs");
  }

  /** [core/fc-md-op, core/fc-md-links, core/sfc-md-op, core/crs84]. */
  @Test
  void everyCollectionIsDescribedAloneAsInTheList() {
    JsonNode all = ogc.json("/collections");
    assertThat(link(all, "self")).isPresent();
    assertThat(link(all, "alternate")).isPresent();
    assertThat(ogc.collections()).hasSizeGreaterThan(60);
    for (JsonNode collection : ogc.collections()) {
      String id = collection.get("id").asString();
      JsonNode alone = ogc.json("/collections/" + id);
      for (String member : List.of("id", "title", "description", "extent", "crs")) {
        assertThat(alone.get(member)).as(id + " " + member).isEqualTo(collection.get(member));
      }
      assertThat(collection.get("title").asString()).as(id).containsPattern("\\p{IsHan}");
      JsonNode items = link(collection, "items").orElseThrow();
      assertThat(items.get("type").asString()).isEqualTo("application/geo+json");
      JsonNode box = collection.path("extent").path("spatial").path("bbox").path(0);
      if (!box.isMissingNode()) {
        assertThat(box.get(0).asDouble()).as(id).isLessThanOrEqualTo(box.get(2).asDouble());
        assertThat(box.get(1).asDouble()).as(id).isLessThanOrEqualTo(box.get(3).asDouble());
        assertThat(list(collection.get("crs"))).extracting(JsonNode::asString).contains(CRS84);
      }
    }
  }

  /** [core/fc-op, core/fc-limit, core/fc-response, core/f-op]. */
  @Test
  void everyCollectionGivesItemsAndEachOfThemAlone() {
    for (JsonNode collection : ogc.collections()) {
      String items = link(collection, "items").orElseThrow().get("href").asString();
      JsonNode page = ogc.json(items + (items.contains("?") ? "&" : "?") + "limit=3");
      assertThat(page.get("type").asString()).isEqualTo("FeatureCollection");
      assertThat(page.get("features").size()).isLessThanOrEqualTo(3);
      assertThat(page.get("numberReturned").asInt()).isEqualTo(page.get("features").size());
      assertThat(page.get("numberMatched").asLong())
          .isGreaterThanOrEqualTo(page.get("features").size());
      assertThat(page.get("timeStamp").asString()).endsWith("Z");
      assertThat(link(page, "self")).isPresent();
      for (String id : ids(page)) {
        String address = "/collections/" + collection.get("id").asString() + "/items/" + id;
        JsonNode feature = ogc.json(address);
        assertThat(feature.get("type").asString()).isEqualTo("Feature");
        assertThat(feature.get("id").asString()).isEqualTo(id);
        assertThat(link(feature, "self")).as(address).isPresent();
        assertThat(link(feature, "collection")).as(address).isPresent();
        break;
      }
    }
    ogc.refused(404, POINTS + "/items/999999999999");
    ogc.refused(404, "/collections/nothing");
    ogc.refused(404, "/collections/nothing/items");
  }

  /** [core/fc-limit-definition, core/query-param-unknown, core/query-param-invalid]. */
  @Test
  void aParameterThatIsUnknownOrNoneIsRefused() {
    for (String query :
        List.of(
            "limit=0",
            "limit=-1",
            "limit=many",
            "nosuch=1",
            "bbox=1,2,3",
            "bbox=1,2,3,x",
            "bbox=117,30,116,29,5",
            "datetime=yesterday",
            "datetime=2021-03-02/2021-03-01",
            "crs=http://www.opengis.net/def/crs/EPSG/0/2381",
            "bbox=115,28,116,29&bbox-crs=nothing",
            "filter=nosuch%3D1",
            "filter=level%3D1&filter-lang=sql",
            "filter=level%3D1&filter-crs=nothing",
            "sortby=nosuch",
            "properties=nosuch")) {
      ogc.refused(400, POINTS + "/items?" + query);
    }
    for (String path : List.of("?nosuch=1", "/conformance?nosuch=1", "/collections?nosuch=1")) {
      ogc.refused(400, path);
    }
    assertThat(ogc.json(POINTS + "/items?limit=100000").get("features").size())
        .as("too great a limit is no fault")
        .isBetween(1000, 10_000);
  }

  /**
   * [core/fc-links, core/fc-numberMatched, core/fc-numberReturned]: nothing is lost or given twice.
   */
  @Test
  void theNextLinksLeadThroughTheWholeCollection() {
    long matched = ogc.json(POINTS + "/items?limit=1").get("numberMatched").asLong();
    Set<String> seen = new HashSet<>();
    String next = POINTS + "/items?limit=977";
    while (next != null) {
      JsonNode page = ogc.json(next);
      assertThat(page.get("numberMatched").asLong()).isEqualTo(matched);
      for (String id : ids(page)) {
        assertThat(seen.add(id)).as("twice: " + id).isTrue();
      }
      next = link(page, "next").map(l -> l.get("href").asString()).orElse(null);
    }
    assertThat(seen).hasSize((int) matched);
  }

  /** [core/fc-bbox-definition, core/fc-bbox-response]. */
  @Test
  void aBoxGivesWhatIsInIt() {
    JsonNode page = ogc.json(POINTS + "/items?limit=1000&bbox=115.5,28.2,116.4,29.1");
    long inBox = page.get("numberMatched").asLong();
    assertThat(inBox).isPositive();
    for (JsonNode feature : list(page.get("features"))) {
      JsonNode at = feature.get("geometry").get("coordinates");
      assertThat(at.get(0).asDouble()).isBetween(115.5, 116.4);
      assertThat(at.get(1).asDouble()).isBetween(28.2, 29.1);
    }
    assertThat(matched("bbox=115.5,28.2,-100,116.4,29.1,9000")).isEqualTo(inBox);
    assertThat(matched("bbox=28.2,115.5,29.1,116.4&bbox-crs=" + coded(EPSG + "4490")))
        .isEqualTo(inBox);
    assertThat(ogc.matched("risk_point", "S_INTERSECTS(geom, BBOX(115.5, 28.2, 116.4, 29.1))"))
        .isEqualTo(inBox);
    assertThat(matched("bbox=-180,-90,180,90")).isEqualTo(matched("bbox=100,10,130,50"));
  }

  /** [core/fc-time-definition, core/fc-time-response]. */
  @Test
  void aTimeGivesWhatHappenedInIt() {
    long all = ogc.json("/collections/accident/items?limit=1").get("numberMatched").asLong();
    long until = matchedOf("accident", "datetime=../2020-06-30");
    long from = matchedOf("accident", "datetime=2020-07-01/..");
    assertThat(until).isPositive();
    assertThat(from).isPositive();
    assertThat(until + from).as("every accident has a day").isEqualTo(all);
    assertThat(matchedOf("accident", "datetime=2020-07-01T00:00:00Z/2021-12-31T23:59:59Z"))
        .isLessThanOrEqualTo(from);
    assertThat(matchedOf("accident", "datetime=1999-01-01")).isZero();
  }

  /** [html/definition, html/content; geojson/definition, geojson/content]. */
  @Test
  void everyResourceIsAPageForPeopleAndJsonForPrograms() {
    String first = POINTS + "/items/" + ids(ogc.json(POINTS + "/items?limit=1")).get(0);
    for (String path :
        List.of("", "/conformance", "/collections", POINTS, POINTS + "/items", first)) {
      HttpResponse<String> page = ogc.get(path, "Accept", "text/html");
      assertThat(OgcClient.type(page)).as(path).startsWith("text/html");
      assertThat(page.body()).as(path).containsPattern("\\p{IsHan}").contains("</html>");
      assertThat(page.body())
          .as("no page loads from elsewhere")
          .doesNotContainPattern("(src|href)=\"https?://(?!127)[^\"]*\\.(js|css)\"");
      assertThat(ogc.get(path + "?f=html").body()).as(path).contains("</html>");
    }
    HttpResponse<String> items = ogc.get(POINTS + "/items?limit=1");
    assertThat(OgcClient.type(items)).startsWith("application/geo+json");
  }

  /**
   * [crs/crs-uri, crs/fc-md-crs-list, crs/fc-md-storageCrs, crs/crs-parameter, crs/ogc-crs-header].
   */
  @Test
  void coordinatesComeInTheSystemAskedForWithItsOwnOrderOfAxes() throws Exception {
    JsonNode collection = ogc.json(POINTS);
    assertThat(collection.get("storageCrs").asString()).isEqualTo(EPSG + "4490");
    JsonNode known = at(POINTS + "/items?limit=1&bbox=114.2,27,115,28");
    String id = known.get("id").asString();
    double lonDeg = known.get("geometry").get("coordinates").get(0).asDouble();
    double latDeg = known.get("geometry").get("coordinates").get(1).asDouble();
    for (int epsg : new int[] {4326, 4490, 4526, 4527, 4547, 4548, 3857}) {
      String uri = EPSG + epsg;
      assertThat(list(collection.get("crs"))).extracting(JsonNode::asString).contains(uri);
      HttpResponse<String> answer = ogc.get(POINTS + "/items/" + id + "?crs=" + coded(uri));
      assertThat(answer.headers().firstValue("Content-Crs")).contains("<" + uri + ">");
      JsonNode got =
          ogc.json(POINTS + "/items/" + id + "?crs=" + coded(uri))
              .get("geometry")
              .get("coordinates");
      double[] expected = Gdal.transform(lonDeg, latDeg, "EPSG:4490", "EPSG:" + epsg);
      boolean northFirst = epsg != 3857;
      double tolerance = epsg == 4326 || epsg == 4490 ? 1e-8 : 0.002;
      assertThat(got.get(northFirst ? 1 : 0).asDouble())
          .as(uri)
          .isCloseTo(expected[0], within(tolerance));
      assertThat(got.get(northFirst ? 0 : 1).asDouble())
          .as(uri)
          .isCloseTo(expected[1], within(tolerance));
    }
    HttpResponse<String> usual = ogc.get(POINTS + "/items/" + id);
    assertThat(usual.headers().firstValue("Content-Crs")).contains("<" + CRS84 + ">");
  }

  private JsonNode at(String path) {
    return ogc.json(path).get("features").get(0);
  }

  private long matched(String query) {
    return matchedOf("risk_point", query);
  }

  private long matchedOf(String collection, String query) {
    return ogc.json("/collections/" + collection + "/items?limit=1&" + query)
        .get("numberMatched")
        .asLong();
  }
}

package cn.anlan.web.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** OGC API – Features of the built jar, by HTTP. */
class OgcItemsIT extends AtTheDemo {
  private static final String ITEMS = "/ogc/collections/risk_point/items";

  @Test
  void everyLinkOfLandingPageAndCollectionsLeadsSomewhere() throws Exception {
    JsonNode landing = anlan.json("/ogc");
    Set<String> relations = follow(landing.get("links"));
    assertThat(relations).contains("self", "service-desc", "service-doc", "conformance", "data");
    JsonNode collections = anlan.json("/ogc/collections").get("collections");
    assertThat(collections.size()).isEqualTo(anlan.json("/api/layers").get("layers").size());
    for (String id : List.of("hazard", "region", "document_term")) {
      JsonNode collection = anlan.json("/ogc/collections/" + id);
      assertThat(follow(collection.get("links"))).contains("items", "self");
      assertThat(collection.has("crs")).isTrue();
    }
  }

  private static Set<String> follow(JsonNode links) throws Exception {
    Set<String> relations = new HashSet<>();
    for (JsonNode link : links) {
      relations.add(link.get("rel").asString());
      if (!link.has("templated")) {
        String href = link.get("href").asString();
        HttpResponse<String> answer = anlan.get(URI.create(href).getPath() + query(href));
        assertThat(answer.statusCode()).as(href).isEqualTo(200);
        String type = link.get("type").asString();
        assertThat(answer.headers().firstValue("content-type").orElse(""))
            .as(href)
            .startsWith(type);
      }
    }
    return relations;
  }

  private static String query(String href) {
    String query = URI.create(href).getRawQuery();
    return query == null ? "" : "?" + query;
  }

  @Test
  void pagesGiveEveryItemOnceAndTheCountsAgree() throws Exception {
    long all = anlan.json("/api/layers/risk_point/counts?by=level").get("total").asLong();
    Set<Long> ids = new HashSet<>();
    String next = ITEMS + "?limit=2500&properties=level&f=json";
    while (next != null) {
      JsonNode page = anlan.json(next);
      assertThat(page.get("numberMatched").asLong()).isEqualTo(all);
      assertThat(page.get("numberReturned").asInt()).isEqualTo(page.get("features").size());
      page.get("features").forEach(feature -> ids.add(feature.get("id").asLong()));
      assertThat(page.at("/features/0/properties").propertyNames()).containsExactly("level");
      next = next(page);
    }
    assertThat(ids).hasSize((int) all);
  }

  private static String next(JsonNode page) {
    for (JsonNode link : page.get("links")) {
      if (link.get("rel").asString().equals("next")) {
        String href = link.get("href").asString();
        return URI.create(href).getPath() + query(href);
      }
    }
    return null;
  }

  @Test
  void filterBoxAndTimeHoldTogether() throws Exception {
    long counted =
        Long.parseLong(
            anlan.psql(
                "select count(*) from layer.hazard where found_on between '2020-01-01' and"
                    + " '2020-12-31' and hazard_grade = 'major'"
                    + " and ST_Intersects(geom, ST_MakeEnvelope(115, 28, 116.5, 29.5, 4490))"));
    String query =
        "?limit=1&datetime=2020-01-01/2020-12-31&filter=" + coded("hazard_grade = 'major'");
    String items = "/ogc/collections/hazard/items" + query;
    assertThat(counted).isPositive();
    for (String box :
        List.of(
            "&bbox=115,28,116.5,29.5",
            "&bbox=28,115,29.5,116.5&bbox-crs="
                + coded("http://www.opengis.net/def/crs/EPSG/0/4490"))) {
      assertThat(anlan.json(items + box).get("numberMatched").asLong()).as(box).isEqualTo(counted);
    }
  }

  @Test
  void aPropertyIsAParameterOfItsOwnAndBothLanguagesSayTheSame() throws Exception {
    String json = "{\"op\":\"=\",\"args\":[{\"property\":\"level\"},1]}";
    long counted =
        Long.parseLong(anlan.psql("select count(*) from layer.risk_point where level = 1"));
    for (String question :
        List.of(
            "level=1",
            "filter=" + coded("level = 1"),
            "filter-lang=cql2-json&filter=" + coded(json),
            "filter=" + coded(json))) {
      assertThat(anlan.json(ITEMS + "?limit=1&" + question).get("numberMatched").asLong())
          .as(question)
          .isEqualTo(counted)
          .isPositive();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "http://www.opengis.net/def/crs/EPSG/0/4490, 4490, true, 1e-9",
    "http://www.opengis.net/def/crs/EPSG/0/4547, 4547, true, 0.002",
    "http://www.opengis.net/def/crs/EPSG/0/4527, 4527, true, 0.002",
    "http://www.opengis.net/def/crs/EPSG/0/3857, 3857, false, 0.002",
  })
  void coordinatesComeInTheSystemAndOrderAskedFor(
      String uri, int epsg, boolean northFirst, double tolerance) throws Exception {
    HttpResponse<String> answer = anlan.get(ITEMS + "?limit=1&crs=" + coded(uri));
    assertThat(answer.headers().firstValue("content-crs")).hasValue("<" + uri + ">");
    JsonNode feature = JsonMapper.shared().readTree(answer.body()).at("/features/0");
    String[] postgis =
        anlan
            .psql(
                "select ST_X(g), ST_Y(g) from (select ST_Transform(geom, %d) g from layer.risk_point where id = %d) t"
                    .formatted(epsg, feature.get("id").asLong()))
            .split("\\|");
    JsonNode at = feature.at("/geometry/coordinates");
    assertThat(at.get(northFirst ? 1 : 0).asDouble())
        .isCloseTo(Double.parseDouble(postgis[0]), within(tolerance));
    assertThat(at.get(northFirst ? 0 : 1).asDouble())
        .isCloseTo(Double.parseDouble(postgis[1]), within(tolerance));
  }

  @Test
  void oneItemHasTheTextsThatPagesLeaveOut() throws Exception {
    JsonNode page = anlan.json(ITEMS + "?limit=1");
    assertThat(page.at("/features/0/properties").has("control_measures")).isFalse();
    JsonNode item = anlan.json(ITEMS + "/" + page.at("/features/0/id").asString());
    assertThat(item.get("properties").has("control_measures")).isTrue();
    JsonNode schema = anlan.json("/ogc/collections/risk_point/schema").get("properties");
    assertThat(schema.at("/control_measures/x-anlan-single-item-only").asBoolean()).isTrue();
    assertThat(schema.at("/level/oneOf/0/title").asString()).contains("红");
    assertThat(anlan.json("/ogc/collections/risk_point/queryables").get("properties").has("geom"))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?limit=0",
        "?limit=ten",
        "?bbox=1,2,3",
        "?datetime=yesterday",
        "?crs=EPSG:4610",
        "?filter=nosuch%3D1",
        "?filter-lang=ecql&filter=level%3D1",
        "?sortby=nosuch",
        "?properties=nosuch",
        "?after=x",
        "?f=pdf",
        "?lang=fr",
        "?nosuch=1",
        "?level=high",
        "?last_reviewed=2021-13-01",
        "?notice_board=perhaps",
        "?limit=1&limit=2",
      })
  void aParameterThatCannotBeUsedIsNamedWithARemedy(String query) throws Exception {
    HttpResponse<String> answer = anlan.get(ITEMS + query);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.headers().firstValue("content-type").orElse(""))
        .startsWith("application/problem+json");
    JsonNode problem = JsonMapper.shared().readTree(answer.body());
    String name = query.substring(1, query.indexOf('='));
    assertThat(problem.get("detail").asString() + problem.get("remedy").asString())
        .contains(query.contains("nosuch") ? "nosuch" : query.contains("ecql") ? "ecql" : name);
  }

  @Test
  void whatIsNotThereIs404AndTooGreatALimitIsTheGreatest() throws Exception {
    assertThat(anlan.get("/ogc/collections/nothing").statusCode()).isEqualTo(404);
    assertThat(anlan.get("/ogc/collections/nothing/items").statusCode()).isEqualTo(404);
    assertThat(anlan.get(ITEMS + "/999999999").statusCode()).isEqualTo(404);
    assertThat(anlan.get(ITEMS + "/DEMO").statusCode()).isEqualTo(404);
    assertThat(anlan.json(ITEMS + "?limit=2000000&properties=level").get("features"))
        .hasSize(10_000);
  }

  @Test
  void headOptionsAndAnUnchangedAnswer() throws Exception {
    HttpResponse<String> first = anlan.get(ITEMS + "?limit=3");
    String tag = first.headers().firstValue("etag").orElseThrow();
    assertThat(anlan.get(ITEMS + "?limit=3", "If-None-Match", tag).statusCode()).isEqualTo(304);
    assertThat(
            anlan.get(ITEMS + "?limit=3", "If-None-Match", tag, "Accept", "text/html").statusCode())
        .as("the page is another answer")
        .isEqualTo(200);
    for (String method : List.of("HEAD", "OPTIONS")) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(anlan.url(ITEMS)))
              .method(method, HttpRequest.BodyPublishers.noBody())
              .build();
      HttpResponse<String> answer =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(method).isEqualTo(200);
      assertThat(answer.body()).isEmpty();
      assertThat(answer.headers().firstValue("access-control-allow-origin")).isEmpty();
    }
  }

  @Test
  void pagesForPeopleHaveAMapAndLoadNothingFromElsewhere() throws Exception {
    for (String path :
        List.of(
            "/ogc",
            "/ogc/api",
            "/ogc/conformance",
            "/ogc/collections",
            "/ogc/collections/hazard",
            "/ogc/collections/hazard/queryables",
            "/ogc/collections/hazard/items",
            "/ogc/collections/region/items/1",
            "/ogc/collections/document_term/items")) {
      for (String lang : List.of("zh", "en")) {
        HttpResponse<String> answer = anlan.get(path + "?lang=" + lang, "Accept", "text/html");
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.body()).as(path).contains("</html>");
        assertThat(answer.body()).doesNotContainPattern("(src|rel=\"stylesheet\" href)=\"http");
        boolean mapped = path.contains("hazard/items") || path.contains("region/items");
        assertThat(answer.body().contains("data-testid=\"items-map\"")).as(path).isEqualTo(mapped);
      }
    }
  }

  private static String coded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}

package cn.anlan.web.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.anlan.geo.geojson.GeoJsonGeometry;
import cn.anlan.web.e2e.Installation.Outcome;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A planner's questions to the built jar: screening, permissible ground, surroundings, evidence.
 */
class PlannerIT extends AtTheDemo {
  private static final String PLANT =
      "\"projectType\":\"new\",\"sector\":\"hazardous_chemicals\",\"crs\":\"EPSG:4490\"";

  @Test
  void aSiteOnTheYangtzeFailsAndSaysByHowMuch() throws Exception {
    JsonNode answer = screen("{\"type\":\"Point\",\"coordinates\":[115.99,29.735]}", "");
    JsonNode finding = finding(answer, "R01");
    assertThat(finding.get("verdict").asString()).isEqualTo("FAIL");
    assertThat(finding.get("marginM").asDouble())
        .isCloseTo(
            finding.get("distanceM").asDouble() - finding.get("thresholdM").asDouble(),
            within(1e-6));
    assertThat(finding.get("evidenceMissing")).isNotEmpty();
    assertThat(answer.get("site").get("countyName").asString()).isNotEmpty();
  }

  @Test
  void aStoredSitesDistancesAreThoseOfTheCheck() throws Exception {
    JsonNode stored = null;
    for (JsonNode f : anlan.json("/api/checks?rule=R01").get("findings")) {
      stored = f.get("verdict").asString().equals("NEEDS_SURVEY") ? f : stored;
    }
    assertThat(stored).isNotNull();
    JsonNode site =
        anlan.json("/api/layers/chemical_project/items/" + stored.get("subjectId").asLong());
    JsonNode finding = finding(screen(site.get("geometry").toString(), ""), "R01");
    assertThat(finding.get("distanceM").asDouble())
        .isCloseTo(stored.get("distanceM").asDouble(), within(1e-6));
    JsonNode evidence =
        anlan.json(
            "/api/evidence?rule=R01&layer=chemical_project&code="
                + stored.get("subjectCode").asString());
    assertThat(evidence.get("finding").get("distanceM")).isEqualTo(stored.get("distanceM"));
    assertThat(evidence.get("inputHash").asString()).hasSize(64);
    assertThat(evidence.get("subject").get("origin").get("rowVersion").asLong()).isEqualTo(2);
    assertThat(evidence.get("isDemo").asBoolean()).isTrue();
  }

  @Test
  void whatCannotBeASiteIsRefusedAsAProblemAndNeverPassed() throws Exception {
    String[][] bad = {
      {"{\"geometry\":{\"type\":\"Point\",\"coordinates\":[28.7,115.9]}," + PLANT + "}", "颠倒"},
      {
        "{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[115.9,28.7],[115.91,28.71],"
            + "[115.91,28.7],[115.9,28.71],[115.9,28.7]]]},"
            + PLANT
            + "}",
        "自相交"
      },
      {"{\"geometry\":{\"type\":\"Point\",\"coordinates\":[NaN,28.7]}," + PLANT + "}", "JSON"},
      {"{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[]}," + PLANT + "}", "空"},
      {
        "{\"geometry\":{\"type\":\"Point\",\"coordinates\":[115.9,28.7]},\"county\":\"章贡区\","
            + PLANT
            + "}",
        "章贡区"
      },
      {"{\"geometry\":{\"type\":\"Point\",\"coordinates\":[115.9,28.7]}}", "sector"},
      {"not json", "JSON"},
    };
    for (String[] each : bad) {
      HttpResponse<String> refused = post("/api/screening", each[0]);
      assertThat(refused.statusCode()).as(each[0]).isEqualTo(400);
      assertThat(refused.headers().firstValue("Content-Type").orElse(""))
          .contains("application/problem+json");
      assertThat(refused.body()).as(each[0]).contains(each[1]).contains("remedy");
      assertThat(refused.body()).doesNotContain("PASS").doesNotContain("Exception");
    }
    String huge = "{\"geometry\":\"" + "x".repeat(3 << 20) + "\"}";
    assertThat(post("/api/screening", huge).statusCode()).isEqualTo(413);
  }

  @Test
  void permissibleGroundAgreesWithTheScreeningOfItsPoints() throws Exception {
    HttpResponse<String> answer =
        post("/api/screening/area", "{\"bbox\":[115.9,29.6,116.1,29.8]," + PLANT + "}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode area = JsonMapper.shared().readTree(answer.body());
    JsonNode sizes = area.get("areas");
    double sum =
        sizes.get("allowedM2").asDouble()
            + sizes.get("needsSurveyM2").asDouble()
            + sizes.get("forbiddenM2").asDouble()
            + sizes.get("notAssessableM2").asDouble();
    assertThat(sum).isCloseTo(sizes.get("frameM2").asDouble(), within(sum * 1e-4));
    Set<String> drawn = new HashSet<>();
    for (JsonNode cut : area.get("rules")) {
      if (cut.get("notDrawn").isNull()) {
        drawn.add(cut.get("rule").asString());
      }
    }
    Geometry allowed = shape(area, "allowed");
    Geometry forbidden = shape(area, "forbidden");
    Geometry survey = shape(area, "needsSurvey");
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 60; i++) {
      double lonDeg = 115.9 + random.nextDouble() * 0.2;
      double latDeg = 29.6 + random.nextDouble() * 0.2;
      Geometry at = new GeometryFactory().createPoint(new Coordinate(lonDeg, latDeg));
      String point =
          String.format(
              Locale.ROOT, "{\"type\":\"Point\",\"coordinates\":[%.9f,%.9f]}", lonDeg, latDeg);
      boolean fails = false;
      boolean doubted = false;
      double nearestToLimitM = Double.POSITIVE_INFINITY;
      for (JsonNode f : screen(point, "").get("findings")) {
        if (drawn.contains(f.get("rule").asString()) && f.hasNonNull("marginM")) {
          fails |= f.get("verdict").asString().equals("FAIL");
          doubted |= f.get("verdict").asString().equals("NEEDS_SURVEY");
          double margin = Math.abs(f.get("marginM").asDouble());
          double u = f.get("uncertaintyM").asDouble(0);
          nearestToLimitM = Math.min(nearestToLimitM, Math.abs(margin - u));
        }
      }
      if (nearestToLimitM > 3) {
        String where = "seed " + seed + ", " + point;
        if (allowed.covers(at)) {
          assertThat(fails || doubted).as(where).isFalse();
        }
        if (forbidden.covers(at)) {
          assertThat(fails).as(where).isTrue();
        }
        if (survey.covers(at)) {
          assertThat(doubted && !fails).as(where).isTrue();
        }
      }
    }
  }

  @Test
  void aStoredThingSaysWhyItHasItsGrade() throws Exception {
    JsonNode point =
        anlan.json("/api/layers/risk_point/items?limit=1&filter=level=1").get("features").get(0);
    String address = "/api/grades/risk_point/" + point.get("properties").get("code").asString();
    JsonNode answer = anlan.json(address);
    JsonNode grade = answer.get("grades").get(0);
    assertThat(grade.get("grade").asString()).isEqualTo("red");
    assertThat(grade.get("stored").get("agrees").asBoolean()).isTrue();
    assertThat(grade.get("score").get("value").asDouble())
        .isEqualTo(point.get("properties").get("score").asDouble());
    assertThat(grade.get("toNextBetter")).isNotEmpty();
    assertThat(answer.get("manifest").get("isDemo").asBoolean()).isTrue();
    HttpResponse<String> sheet = anlan.get(address + "?f=html");
    assertThat(sheet.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    assertThat(sheet.body()).contains("重大风险（红）", "示例数据", "SHA-256");
    assertThat(anlan.get("/api/grades/risk_point/NOPE").statusCode()).isEqualTo(404);
    assertThat(anlan.get(address + "?f=pdf").body()).contains("f=pdf", "remedy");
  }

  @Test
  void surroundingsCountWhatPostgisCounts() throws Exception {
    String code =
        anlan
            .json("/api/layers/major_hazard_installation/items?limit=1")
            .get("features")
            .get(0)
            .get("properties")
            .get("code")
            .asString();
    String address = "/api/surroundings?layer=major_hazard_installation&code=" + code;
    JsonNode report = anlan.json(address + "&radiusM=8000&limit=0");
    Outcome people =
        anlan.run(
            "psql",
            "-At",
            "-c",
            "SELECT count(*) || ' ' || sum(population) FROM layer.resident_point p,"
                + " layer.major_hazard_installation m WHERE m.code = '"
                + code
                + "' AND ST_DWithin(p.geom::geography, m.geom::geography, 8000)");
    JsonNode theme = report.get("themes").get(0);
    assertThat(theme.get("count").asLong() + " " + theme.get("sum").asLong())
        .isEqualTo(people.out().strip());
    JsonNode recorded = report.get("exposure").get("recorded").get("fields");
    assertThat(report.get("exposure").get("people").asDouble())
        .isCloseTo(recorded.get("exposed_500m").asDouble(), within(3.0));
    assertThat(anlan.get(address + "&radiusM=60000").statusCode()).isEqualTo(400);
    assertThat(anlan.get(address + "x").statusCode()).isEqualTo(404);
    JsonNode layer = anlan.json(address + "&radiusM=8000&format=geojson");
    assertThat(layer.get("type").asString()).isEqualTo("FeatureCollection");
    Outcome printed = anlan.run("surroundings", "major_hazard_installation", code);
    assertThat(printed.exit()).as(printed.err()).isZero();
    assertThat(printed.out()).contains("居民点").contains("示例数据");
  }

  @Test
  void sheetsArePrintableInBothLanguagesAndLoadNothingForeign() throws Exception {
    JsonNode answer = screen("{\"type\":\"Point\",\"coordinates\":[115.99,29.735]}", "");
    String sheet = "/evidence?rule=R01&question=" + answer.get("question").asString();
    for (String[] each :
        new String[][] {{"zh", "不符合", "审图号：（待填）"}, {"en", "Fails", "Map approval no."}}) {
      HttpResponse<String> page = anlan.get(sheet + "&lang=" + each[0]);
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body()).contains(each[1]).contains(each[2]).contains("示例数据");
      assertThat(page.body()).contains("<svg").contains("scale-bar").contains("north-arrow");
      assertThat(page.body()).doesNotContain("<script").doesNotContainPattern("href=\"https?:");
    }
    assertThat(anlan.get("/evidence?rule=R01&question=none").statusCode()).isEqualTo(404);
  }

  @Test
  void hotSpotsAreToldDrawnAndRefusedWithTheReason() throws Exception {
    JsonNode map = anlan.json("/api/hotspots?layer=accident&cellM=10000&format=geojson&limit=9");
    assertThat(map.get("features")).hasSize(9);
    assertThat(map.get("features").get(0).get("properties").get("verdict").asString())
        .isEqualTo("hot_99");
    assertThat(map.get("manifest").get("isDemo").asBoolean()).isTrue();
    assertThat(map.get("explain").get("zh").asString()).contains("热点", "错误发现率");
    JsonNode counties =
        anlan.json("/api/hotspots?layer=accident&method=local_moran&per=population&limit=200");
    assertThat(counties.get("cells")).hasSize(99);
    assertThat(counties.get("moran").get("pPermutation").asDouble()).isBetween(0.0, 1.0);
    JsonNode kept = anlan.json("/api/layers/hotspot_cell/counts?by=verdict");
    assertThat(kept.get("counts").get("hot_99").asLong()).isPositive();
    HttpResponse<String> refused =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        URI.create(anlan.url("/api/hotspots?layer=accident&method=heat")))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("method=heat").contains("remedy");
  }

  private static JsonNode screen(String geometry, String more) throws Exception {
    HttpResponse<String> answer =
        post("/api/screening", "{\"geometry\":" + geometry + "," + PLANT + more + "}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body());
  }

  private static JsonNode finding(JsonNode answer, String rule) {
    for (JsonNode f : answer.get("findings")) {
      if (f.get("rule").asString().equals(rule)) {
        return f;
      }
    }
    throw new AssertionError("no finding of " + rule + ": " + answer);
  }

  private static Geometry shape(JsonNode area, String name) {
    return GeoJsonGeometry.read(area.get(name));
  }

  private static HttpResponse<String> post(String path, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(anlan.url(path)))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }
}

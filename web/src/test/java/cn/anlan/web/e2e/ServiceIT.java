package cn.anlan.web.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.anlan.web.e2e.Installation.Outcome;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The built jar with the demonstration province, asked by HTTP and by commands at the same time.
 */
class ServiceIT extends AtTheDemo {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** They need the prepared road network, which a demonstration does not wait for. */
  private static final Set<String> STORED_WHEN_ASKED = Set.of("reach_gap", "reach_area");

  @Test
  void statusSaysWhatIsServedAndThatItIsInvented() throws Exception {
    // The grades are written by the service itself, soon after its layers are in memory.
    long deadline = System.nanoTime() + 30_000_000_000L;
    while (anlan.json("/api/layers/region_grade/counts?by=level").get("total").asLong() == 0) {
      assertThat(System.nanoTime()).as("no grades after 30 s").isLessThan(deadline);
      Thread.sleep(200);
    }
    JsonNode status = anlan.json("/api/status");
    assertThat(status.get("demo").asBoolean()).isTrue();
    assertThat(status.get("basemap").isNull()).isTrue();
    for (JsonNode layer : status.get("layers")) {
      String id = layer.get("id").asString();
      if (!STORED_WHEN_ASKED.contains(id)) {
        assertThat(layer.get("count").asLong()).as(id).isPositive();
      }
    }
  }

  @Test
  void aParameterThatIsNoneIsNotPassedOver() throws Exception {
    HttpResponse<String> misspelt = anlan.get("/api/rollup?layer=hazard&adminlevel=city");
    assertThat(misspelt.statusCode()).isEqualTo(400);
    assertThat(misspelt.body()).contains("adminlevel").contains("adminLevel");
    assertThat(anlan.get("/api/status?verbose=1").statusCode()).isEqualTo(400);
  }

  @Test
  void theRiskMapGradesEveryDrawnCountyWithAReason() throws Exception {
    JsonNode map = anlan.json("/api/riskmap?adminLevel=county");
    assertThat(map.get("features")).hasSize(99);
    Set<String> grades = new HashSet<>();
    for (JsonNode region : map.get("features")) {
      JsonNode properties = region.get("properties");
      grades.add(properties.get("grade").asString());
      assertThat(properties.get("explanation").get("zh").asString())
          .contains(properties.get("name").asString(), "得分");
      assertThat(properties.get("is_demo").asBoolean()).isTrue();
    }
    assertThat(grades).contains("orange", "green").doesNotContain("blue", "none");
    JsonNode manifest = map.get("manifest");
    assertThat(manifest.get("palette").asString()).isEqualTo("published_status");
    assertThat(manifest.get("dataCutOff").asString()).isEqualTo("2021-12-31");
    assertThat(manifest.get("unplaced").asInt()).isZero();
    // 红谷滩区 and the two functional zones have grades and no outlines.
    assertThat(manifest.get("notDrawn")).hasSize(3);
  }

  @Test
  void theAssessmentSaysTheSameByHttpAndByCommand() throws Exception {
    JsonNode http = anlan.json("/api/assessment?asOf=2021-11-30&level=city");
    Outcome command =
        anlan.run("assess", "--as-of", "2021-11-30", "--level", "city", "--format", "json");
    assertThat(command.exit()).as(command.err()).isZero();
    assertThat(JSON.readTree(command.out()).get("regions")).isEqualTo(http.get("regions"));
    assertThat(JSON.readTree(command.out()).get("manifest").get("sha256"))
        .isEqualTo(http.get("manifest").get("sha256"));
    assertThat(http.get("regions")).hasSize(12);
    for (JsonNode region : http.get("regions")) {
      double points = 0;
      for (JsonNode contribution : region.get("contributions")) {
        points += contribution.get("points").asDouble();
      }
      assertThat(points)
          .as(region.get("name").asString())
          .isCloseTo(region.get("score").asDouble(), within(0.05));
    }
    JsonNode changes =
        anlan.json("/api/assessment/changes?from=2021-10-31&to=2021-11-30&level=county");
    assertThat(changes.get("changes")).isNotEmpty();
    assertThat(anlan.get("/api/assessment/360700?f=html").body()).contains("赣州市", "示例数据", "怎样才能好转");
  }

  @Test
  void everyLevelOfTheRollUpAddsUpToTheWholeLayer() throws Exception {
    long all = anlan.json("/api/layers/risk_point/counts?by=level").get("total").asLong();
    for (String day : new String[] {"2015-01-01", "2019-06-30", "2021-12-31"}) {
      for (String level : new String[] {"county", "city", "province"}) {
        JsonNode answer =
            anlan.json(
                "/api/rollup?layer=risk_point&by=level&adminLevel=" + level + "&asOf=" + day);
        long sum = answer.get("unplaced").asLong();
        for (JsonNode unit : answer.get("units")) {
          sum += unit.get("count").asLong();
        }
        assertThat(sum).as(level + " on " + day).isEqualTo(all);
        assertThat(answer.get("total").asLong()).isEqualTo(all);
      }
    }
    JsonNode cities = anlan.json("/api/rollup?layer=enterprise&adminLevel=city&asOf=2021-12-31");
    assertThat(cities.get("units")).hasSize(12);
  }

  @Test
  void countsItemsAndFiltersAgree() throws Exception {
    JsonNode counts = anlan.json("/api/layers/risk_point/counts?by=level").get("counts");
    for (String level : new String[] {"1", "2", "3", "4"}) {
      JsonNode items =
          anlan.json("/api/layers/risk_point/items?limit=1&filter=level%20%3D%20" + level);
      assertThat(items.get("numberMatched").asLong()).isEqualTo(counts.get(level).asLong());
      assertThat(items.get("features")).hasSize(1);
      assertThat(items.get("features").get(0).get("properties").get("is_demo").asBoolean())
          .isTrue();
    }
  }

  @Test
  void theCheckSaysTheSameByHttpAndByCommand() throws Exception {
    JsonNode http = anlan.json("/api/checks?rule=R01&asOf=2021-12-31");
    Outcome command =
        anlan.run("check", "--rule", "R01", "--as-of", "2021-12-31", "--format", "json");
    assertThat(command.exit()).as(command.err()).isZero();
    assertThat(JSON.readTree(command.out())).isEqualTo(http);
    Set<String> verdicts = new HashSet<>();
    for (JsonNode finding : http.get("findings")) {
      verdicts.add(finding.get("verdict").asString());
      assertThat(finding.get("isDemo").asBoolean()).isTrue();
      assertThat(finding.get("marginM").asDouble())
          .isEqualTo(finding.get("distanceM").asDouble() - 1000, within(1e-9));
    }
    assertThat(verdicts).contains("FAIL", "PASS", "NEEDS_SURVEY", "GRANDFATHERED");
  }

  @Test
  void aRuleIsNotAppliedBeforeItWasInForce() throws Exception {
    JsonNode manifest = anlan.json("/api/checks?rule=R01&asOf=2021-02-28").get("manifest");
    assertThat(manifest.get("rules").get(0).get("inForce").asBoolean()).isFalse();
    assertThat(manifest.get("counts").get("FAIL").asInt()).isZero();
  }

  @Test
  void faultsAreProblemsWithARemedyAndNoInternals() throws Exception {
    for (String path :
        new String[] {
          "/api/layers/nothing/items",
          "/api/layers/risk_point/items/999999999",
          "/api/layers/risk_point/items?bbox=1,2,3",
          "/api/layers/risk_point/items?filter=level%20%3D",
          "/api/layers/risk_point/items?filter=nosuch%20%3D%201",
          "/api/layers/risk_point/items?limit=0",
          "/api/checks?rule=R99",
          "/api/riskmap?adminLevel=village",
          "/api/riskmap?asOf=yesterday",
          "/api/riskmap?palette=risk_level",
          "/api/assessment?level=village",
          "/api/assessment?sector=nosuch",
          "/api/assessment?asOf=2999-01-01",
          "/api/assessment/999999",
          "/api/rollup?layer=region",
          "/api/rollup?layer=enterprise&by=nosuch",
          "/api/accidents/nothing",
          "/api/accidents/compare?level=village",
          "/api/accidents/compare?asOf=2019-06-30",
          "/api/ledger/lineage?unit=360700&figure=nosuch",
          "/api/nothing"
        }) {
      HttpResponse<String> answer = anlan.get(path);
      assertThat(answer.statusCode()).as(path).isBetween(400, 499);
      assertThat(answer.headers().firstValue("Content-Type").orElse(""))
          .as(path)
          .contains("application/problem+json");
      assertThat(JSON.readTree(answer.body()).get("remedy").asString()).as(path).isNotBlank();
      assertThat(answer.body())
          .as(path)
          .doesNotContainIgnoringCase("exception")
          .doesNotContain("SELECT")
          .doesNotContain("cn.anlan")
          .doesNotContain(anlan.varDir.toString());
    }
  }

  /** The published figures of Ganzhou, and the anomalies that were planted in the ledgers. */
  @Test
  void leadersAreToldWhatIsRealAndWhatIsMadeUp() throws Exception {
    JsonNode rows = anlan.json("/api/accidents/compare?asOf=2021-11-30&level=city").get("rows");
    for (JsonNode row : rows) {
      if (row.get("code").asString().equals("360700")) {
        boolean deaths = row.get("measure").asString().equals("deaths");
        assertThat(row.get("current").asLong()).isEqualTo(deaths ? 104 : 99);
        assertThat(row.get("previous").asLong()).isEqualTo(deaths ? 112 : 131);
        assertThat(row.get("verdict").asString()).isEqualTo(deaths ? "chance" : "real_fall");
      }
    }
    Set<String> found = new HashSet<>();
    for (JsonNode s : anlan.json("/api/ledger/screens").get("suspicions")) {
      found.add(s.get("kind").asString());
    }
    assertThat(found).contains("silent_months", "same_day_closing", "repeated_forms");
    JsonNode city = anlan.json("/api/ledger/rates?level=city&asOf=2021-11-30").get("units").get(0);
    long overdue = city.get("hazards").get("general").get("overdue").get("part").asLong();
    String code = city.get("code").asString();
    JsonNode lineage =
        anlan.json(
            "/api/ledger/lineage?level=city&figure=overdue&grade=general&asOf=2021-11-30&unit="
                + code);
    assertThat(lineage.get("count").asLong()).isEqualTo(overdue);
    assertThat(anlan.get("/api/accidents/seasonality?f=html&lang=en").body())
        .contains("demo-mark")
        .contains("chart-season");
  }

  @Test
  void anUnchangedAnswerIsNotSentTwice() throws Exception {
    String path = "/api/layers/risk_point/items?limit=5";
    String tag = anlan.get(path).headers().firstValue("ETag").orElseThrow();
    assertThat(anlan.get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
  }

  @Test
  void everyAnswerForbidsForeignContent() throws Exception {
    String policy = anlan.get("/").headers().firstValue("Content-Security-Policy").orElseThrow();
    assertThat(policy).contains("default-src 'none'").doesNotContain("http");
  }

  @Test
  void aRequestForAnotherHostIsRefused() throws Exception {
    try (Socket socket = new Socket("127.0.0.1", anlan.port())) {
      socket
          .getOutputStream()
          .write(
              "GET /api/status HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 421").doesNotContain("dataVersion");
    }
  }

  @Test
  void aChangeMadeInPlainSqlIsServedAndKeptInHistory() throws Exception {
    String code = "DEMO-RP-000001";
    String before =
        anlan.psql("select data_version from layer.risk_point where code = '" + code + "'");
    anlan.psql("update layer.risk_point set name = '示例改名' where code = '" + code + "'");
    long deadline = System.nanoTime() + 10_000_000_000L;
    String path =
        "/api/layers/risk_point/items?filter=name%20%3D%20%27%E7%A4%BA%E4%BE%8B%E6%94%B9%E5%90%8D%27";
    while (anlan.json(path).get("numberMatched").asInt() != 1) {
      assertThat(System.nanoTime()).as("not served after 10 s").isLessThan(deadline);
      Thread.sleep(100);
    }
    assertThat(
            anlan.psql(
                "select version_from from history.risk_point where code = '"
                    + code
                    + "' order by version_from desc limit 1"))
        .isEqualTo(before);
  }

  @Test
  void aSecondServiceOnTheSameDirectoryIsRefusedInOneLine() throws Exception {
    Outcome second = anlan.run("serve", "--port", "18099");
    assertThat(second.exit()).isEqualTo(3);
    assertThat(second.err().strip().lines().toList()).hasSize(1);
    assertThat(second.err()).contains(Long.toString(anlan.servicePid()));
  }

  @Test
  void doctorNamesDatabaseLoginAndLayers() throws Exception {
    Outcome doctor = anlan.run("doctor", "--format", "json");
    assertThat(doctor.exit()).as(doctor.err()).isZero();
    JsonNode found = JSON.readTree(doctor.out());
    assertThat(found.get("service").get("port").asInt()).isEqualTo(anlan.port());
    assertThat(found.get("database").get("kind").asString()).isEqualTo("private");
    assertThat(found.get("database").get("qgis").get("user").asString()).isEqualTo("anlan_reader");
    assertThat(found.get("database").get("layers")).isNotEmpty();
  }

  @Test
  void sitesInAFileAreJudgedAndKeepTheirIds() throws Exception {
    JsonNode shore =
        anlan
            .json("/api/layers/shoreline/items?filter=code%20%3D%20%27DEMO-SL-XIU%27")
            .get("features")
            .get(0)
            .get("geometry");
    JsonNode vertex = shore.get("coordinates").get(0).get(0);
    if (vertex.get(0).isArray()) {
      vertex = vertex.get(0);
    }
    Path file = folder.resolve("sites.geojson");
    Files.writeString(
        file,
        """
        {"type":"FeatureCollection","features":[
          {"type":"Feature","properties":{"id":"A-1","projectType":"new","approvalDate":"2021-06-01"},
           "geometry":{"type":"Point","coordinates":%s}},
          {"type":"Feature","properties":{"id":"蓝山","projectType":"new","approvalDate":"2021-06-01"},
           "geometry":{"type":"Point","coordinates":[112.2,25.37]}}]}
        """
            .formatted(vertex));
    Outcome check =
        anlan.run("check", "--rule", "R02", "--site", file.toString(), "--format", "json");
    assertThat(check.exit()).as(check.err()).isZero();
    JsonNode findings = JSON.readTree(check.out()).get("findings");
    assertThat(findings).hasSize(2);
    for (JsonNode finding : findings) {
      if (finding.get("subjectId").asString().equals("A-1")) {
        assertThat(finding.get("verdict").asString()).isEqualTo("FAIL");
        assertThat(finding.get("distanceM").asDouble()).isEqualTo(0, within(0.001));
      } else {
        assertThat(finding.get("subjectId").asString()).isEqualTo("蓝山");
        assertThat(finding.get("outsideProvince").asBoolean()).isTrue();
        assertThat(finding.get("verdict").asString()).isEqualTo("NOT_ASSESSABLE");
        assertThat(finding.get("distanceM").asDouble()).isGreaterThan(50_000);
      }
    }
  }
}

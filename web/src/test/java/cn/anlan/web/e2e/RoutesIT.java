package cn.anlan.web.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A tanker across the demonstration province, from Nanchang to Ganzhou. */
class RoutesIT extends AtTheDemo {
  private static final String WAY = "/api/routes?from=115.892,28.676&to=114.935,25.831";

  /** The network is prepared in the background after the layers are there; until then 503. */
  @BeforeAll
  static void networkIsThere() throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(300);
    HttpResponse<String> answer = anlan.get(WAY);
    while (answer.statusCode() == 503 && System.nanoTime() < deadline) {
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
      Thread.sleep(1000);
      answer = anlan.get(WAY);
    }
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  @Test
  void alternativesLeadFromTheFastestToTheSafestWithWhatTheyPass() throws Exception {
    JsonNode answer = anlan.json(WAY + "&hour=10&cargo=flammable_liquid");
    assertThat(answer.at("/manifest/isDemo").asBoolean()).isTrue();
    assertThat(answer.at("/from/distanceM").asDouble()).isLessThan(5000);
    JsonNode routes = answer.get("routes");
    assertThat(routes.size()).isGreaterThanOrEqualTo(2);
    for (int i = 0; i < routes.size(); i++) {
      JsonNode route = routes.get(i);
      if (i > 0) {
        assertThat(route.get("timeS").asDouble())
            .isGreaterThan(routes.get(i - 1).get("timeS").asDouble());
        assertThat(route.get("risk").asDouble())
            .isLessThan(routes.get(i - 1).get("risk").asDouble());
      }
      double length = 0;
      double risk = 0;
      for (JsonNode segment : route.get("segments")) {
        length += segment.get("lengthM").asDouble();
        risk += segment.get("risk").asDouble();
        assertThat(segment.get("fromStake").asString()).matches("K[0-9]+\\+[0-9]{3}");
      }
      assertThat(length).isBetween(0.999 * route.get("lengthM").asDouble(), length + 1);
      assertThat(risk).isBetween(0.999 * route.get("risk").asDouble(), risk + 1);
      assertThat(route.get("hazards")).isNotEmpty();
      assertThat(route.get("profile").size()).isGreaterThan(100);
      assertThat(route.at("/geometry/coordinates/0").size()).isEqualTo(3);
    }
    assertThat(answer.get("avoided")).isNotEmpty();
    assertThat(answer.at("/avoided/0/why/zh").asString()).isNotBlank();
  }

  @Test
  void theSameIsAPageAndGeoJsonAndACarNeedsNoRisk() throws Exception {
    HttpResponse<String> page = anlan.get(WAY + "&f=html&lang=zh");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("示例数据").contains("route-map").contains("最安全");
    JsonNode lines = anlan.json(WAY + "&f=geojson");
    assertThat(lines.get("features").size()).isGreaterThanOrEqualTo(2);
    JsonNode car = anlan.json(WAY + "&profile=car");
    assertThat(car.get("routes")).hasSize(1);
    assertThat(car.at("/routes/0/risk").isNull()).isTrue();
    assertThat(anlan.json("/api/routes/model").get("cargoes")).isNotEmpty();
  }

  @Test
  void whatCannotBeAnsweredIsExplained() throws Exception {
    refused("/api/routes?from=28.676,115.892&to=114.9,25.8", 400, "115.892");
    refused("/api/routes?from=100,28.6&to=114.9,25.8", 400, "100.0,28.6");
    refused(WAY + "&cargo=milk", 400, "milk");
    refused(WAY + "&hour=25", 400, "hour=25");
    refused(WAY + "&network=nowhere", 404, "nowhere");
    refused("/api/routes?from=115.892,28.676&to=115.892,28.676", 400, "同一处");
  }

  @Test
  void whoLeavesAtAMinuteIsJudgedByThatMinute() throws Exception {
    JsonNode manifest = anlan.json(WAY + "&hour=06:58").get("manifest");
    assertThat(manifest.get("hour").asInt()).isEqualTo(6);
    assertThat(manifest.get("departure").asString()).isEqualTo("06:58");
  }

  /** The service sees the file by itself: nothing in the database has changed. */
  @Test
  void aModelThatCannotHoldIsSaidInEveryAnswerUntilItIsPutRight() throws Exception {
    Path model = anlan.varDir.resolve("conf/road/dangerous-goods.yaml");
    Files.createDirectories(model.getParent());
    Files.writeString(model, "version: 1\nclosures: [{route_no: G105}]\n");
    try {
      untilNotes(notes -> notes.contains("路网未能更新") && notes.contains("dangerous-goods.yaml:"));
    } finally {
      Files.delete(model);
    }
    untilNotes(notes -> !notes.contains("路网"));
  }

  private static void untilNotes(Predicate<String> hold) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    String notes = anlan.json(WAY).get("notes").toString();
    while (!hold.test(notes) && System.nanoTime() < deadline) {
      Thread.sleep(200);
      notes = anlan.json(WAY).get("notes").toString();
    }
    assertThat(notes).matches(hold);
  }

  private static void refused(String path, int status, String named) throws Exception {
    HttpResponse<String> answer = anlan.get(path);
    assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(answer.body()).contains(named).contains("remedy");
  }
}

package cn.anlan.web.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Reach over the demonstration's roads, asked through the service. */
class ReachIT extends AtTheDemo {
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  @BeforeAll
  static void untilTheNetworkStands() throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    HttpResponse<String> answer = anlan.get("/api/roads/reach?limit=0");
    while (answer.statusCode() == 503 && Instant.now().isBefore(end)) {
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
      Thread.sleep(1000);
      answer = anlan.get("/api/roads/reach?limit=0");
    }
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  @Test
  void everyRedAndOrangePointIsReachedLateOrToldApart() throws Exception {
    JsonNode answer = anlan.json("/api/roads/reach?limit=50000");
    int places = answer.get("places").asInt();
    assertThat(places)
        .isEqualTo(
            anlan
                .json("/api/layers/risk_point/items?limit=1&filter=level%3C%3D2")
                .get("numberMatched")
                .asInt());
    assertThat(
            answer.get("reached").asInt()
                + answer.get("beyond").asInt()
                + answer.get("unplaced").asInt())
        .isEqualTo(places);
    assertThat(answer.get("reached").asInt()).isPositive();
    assertThat(answer.get("gaps")).hasSize(answer.get("beyond").asInt());
    for (JsonNode gap : answer.get("gaps")) {
      assertThat(gap.get("minutes").asDouble()).isGreaterThanOrEqualTo(15);
      assertThat(gap.get("team").get("kind").asString()).isIn("fire_station", "town_brigade");
    }
    int later = anlan.json("/api/roads/reach?limit=0&minutes=25").get("beyond").asInt();
    assertThat(later).isLessThanOrEqualTo(answer.get("beyond").asInt());
  }

  @Test
  void theBestTownshipClosesWhatAStationThereIsSaidToClose() throws Exception {
    JsonNode best = anlan.json("/api/roads/reach/best?count=2");
    JsonNode first = best.get("chosen").get(0);
    JsonNode with =
        anlan.json(
            "/api/roads/reach/with?at="
                + first.get("at").get(0).asDouble()
                + ","
                + first.get("at").get(1).asDouble());
    assertThat(with.get("closed").asInt()).isEqualTo(first.get("added").asInt()).isPositive();
  }

  @Test
  void aStationsIsochronesGrowWithTheMinutes() throws Exception {
    String station =
        anlan
            .json("/api/roads/reach?limit=1&kinds=fire_station")
            .get("gaps")
            .get(0)
            .get("team")
            .get("code")
            .asString();
    JsonNode areas = anlan.json("/api/roads/isochrone?team=" + station + "&minutes=5,15");
    assertThat(areas.get("features")).hasSize(2);
    assertThat(areas.get("features").get(0).get("properties").get("areaKm2").asDouble())
        .isGreaterThan(areas.get("features").get(1).get("properties").get("areaKm2").asDouble());
    assertThat(areas.get("manifest").get("team").get("code").asString()).isEqualTo(station);
  }

  @Test
  void whatCannotBeAnsweredIsExplained() throws Exception {
    for (String[] wrong :
        new String[][] {
          {"/api/roads/reach?minutes=0", "minutes=0"},
          {"/api/roads/reach?kinds=dragon", "dragon"},
          {"/api/roads/reach?minuts=5", "minuts"},
          {"/api/roads/reach/with?at=28.68,115.86", "115.86,28.68"},
          {"/api/roads/reach/with?at=100,10", "100"},
          {"/api/roads/isochrone", "team"}
        }) {
      HttpResponse<String> answer = anlan.get(wrong[0]);
      assertThat(answer.statusCode()).as(wrong[0]).isEqualTo(400);
      assertThat(answer.body()).contains(wrong[1]).contains("remedy");
    }
    assertThat(anlan.get("/api/roads/isochrone?team=NOBODY").statusCode()).isEqualTo(404);
    assertThat(anlan.get("/api/roads/reach?network=nowhere").statusCode()).isEqualTo(404);
  }
}

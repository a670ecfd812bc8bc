package cn.anlan.web.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Accident-prone stretches of the demonstration's 28,000 km of road. */
class BlackspotsIT extends AtTheDemo {
  @Test
  void everyRegisteredStretchIsFoundAndTheWorstComesFirstWithItsReasons() throws Exception {
    JsonNode answer = anlan.json("/api/roads/blackspots?asOf=2021-12-31&limit=30");
    JsonNode manifest = answer.get("manifest");
    assertThat(manifest.get("isDemo").asBoolean()).isTrue();
    assertThat(manifest.get("unplaced").asInt() + manifest.get("offRoad").asInt()).isZero();
    assertThat(manifest.get("performance").get("fitted").asBoolean()).isTrue();
    assertThat(answer.get("registry")).hasSize(43);
    for (JsonNode registered : answer.get("registry")) {
      assertThat(registered.get("rank").isNull()).as(registered.toString()).isFalse();
    }
    assertThat(answer.get("segments")).hasSize(30);
    double before = Double.POSITIVE_INFINITY;
    for (JsonNode segment : answer.get("segments")) {
      assertThat(segment.get("excess").asDouble()).isLessThanOrEqualTo(before);
      before = segment.get("excess").asDouble();
      assertThat(segment.get("methods").asInt()).isBetween(1, 4);
      assertThat(segment.get("reasons")).isNotEmpty();
      assertThat(segment.get("fromStake").asString()).matches("K[0-9]+\\+[0-9]{3}");
    }
  }

  @Test
  void nothingBeforeTheFirstCrashAndNoMoreThanMayBeAsked() throws Exception {
    assertThat(anlan.json("/api/roads/blackspots?asOf=2010-01-01").get("segments")).isEmpty();
    HttpResponse<String> tooMany = anlan.get("/api/roads/blackspots?limit=100000");
    assertThat(tooMany.statusCode()).isEqualTo(400);
    assertThat(tooMany.body()).contains("limit=100000").contains("1000");
  }
}

package cn.anlan.web.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Accident-prone stretches and long downgrades of the demonstration's 28,000 km of road. */
class RoadsIT extends AtTheDemo {
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

  @Test
  void theRegisterOfDowngradesIsHeldAgainstTheProfiles() throws Exception {
    JsonNode answer = anlan.json("/api/roads/downgrades");
    JsonNode manifest = answer.get("manifest");
    assertThat(manifest.get("withoutHeightsKm").asDouble()).isZero();
    assertThat(answer.get("registry")).hasSize(60);
    int unconfirmed = 0;
    for (JsonNode registered : answer.get("registry")) {
      unconfirmed += registered.get("verdict").isNull() ? 1 : 0;
    }
    assertThat(unconfirmed).isEqualTo(planted("road_downgrade_unconfirmed")).isPositive();
    int unregistered = 0;
    for (JsonNode found : answer.get("downgrades")) {
      assertThat(found.get("dropM").asDouble()).isPositive();
      unregistered += found.get("registeredAs").isNull() ? 1 : 0;
    }
    assertThat(unregistered).isGreaterThanOrEqualTo(planted("road_downgrade_unregistered"));
    HttpResponse<String> wild = anlan.get("/api/roads/downgrades?heightSigmaM=-1");
    assertThat(wild.statusCode()).isEqualTo(400);
    assertThat(wild.body()).contains("heightSigmaM=-1.0");
  }

  private static int planted(String kind) throws Exception {
    return anlan
        .json("/api/layers/planted_anomaly/items?limit=1&filter=kind%3D'" + kind + "'")
        .get("numberMatched")
        .asInt();
  }
}

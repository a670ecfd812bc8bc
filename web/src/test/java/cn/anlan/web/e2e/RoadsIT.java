package cn.anlan.web.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Accident-prone stretches and long downgrades of the demonstration's 28,000 km of road. */
class RoadsIT extends AtTheDemo {
  @Test
  void everyRegisteredStretchIsFoundAndTheWorstComesFirstWithItsReasons() throws Exception {
    JsonNode answer = anlan.json("/api/roads/blackspots?limit=30");
    JsonNode manifest = answer.get("manifest");
    assertThat(manifest.get("isDemo").asBoolean()).isTrue();
    assertThat(manifest.get("asOf").asString()).as("the facts' last day").startsWith("2021-12-");
    assertThat(manifest.get("unplaced").asInt() + manifest.get("offRoad").asInt()).isZero();
    assertThat(manifest.get("withoutStake").asInt()).isZero();
    assertThat(manifest.get("yearsCovered").asDouble()).isEqualTo(manifest.get("years").asInt());
    assertThat(manifest.get("performance").get("fitted").asBoolean()).isTrue();
    assertThat(answer.get("registry")).hasSize(43);
    for (JsonNode registered : answer.get("registry")) {
      assertThat(registered.get("rank").isNull()).as(registered.toString()).isFalse();
      assertThat(registered.get("cause").asString()).isNotBlank();
      assertThat(registered.get("overdue").asBoolean())
          .isEqualTo(registered.get("overdueDays").asInt() > 0);
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
  void theRankingCanBePrintedAndATreatmentEvaluated() throws Exception {
    HttpResponse<String> page = anlan.get("/api/roads/blackspots?limit=5&f=html&lang=zh");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("table-ranking", "table-register", "路长");
    JsonNode worst = anlan.json("/api/roads/blackspots?limit=1").get("segments").get(0);
    String stretch =
        "route="
            + worst.get("routeNo").asString()
            + "&from="
            + worst.get("fromStake").asString().replace("+", "%2B")
            + "&to="
            + worst.get("toStake").asString().replace("+", "%2B");
    JsonNode effect =
        anlan.json("/api/roads/blackspots/evaluation?" + stretch + "&treatedOn=2020-06-30");
    assertThat(effect.get("observedBefore").asInt() + effect.get("observedAfter").asInt())
        .isEqualTo(worst.get("crashes").asInt());
    assertThat(effect.get("upper").asDouble()).isGreaterThan(effect.get("lower").asDouble());
    HttpResponse<String> late =
        anlan.get("/api/roads/blackspots/evaluation?" + stretch + "&treatedOn=2031-06-30");
    assertThat(late.statusCode()).isEqualTo(400);
    assertThat(late.body()).contains("2031-06-30");
    HttpResponse<String> future =
        anlan.get(
            "/api/roads/blackspots/evaluation?"
                + stretch
                + "&treatedOn=2020-06-30&asOf=2026-06-30");
    assertThat(future.statusCode()).as("the ledger ends in 2021").isEqualTo(400);
    assertThat(future.body()).contains("2026-06-30").contains("2021-12-");
  }

  @Test
  void everyInventedAccidentIsPlacedWhereItsStakeSays() throws Exception {
    JsonNode answer = anlan.json("/api/roads/accidents?status=placed&limit=50");
    JsonNode manifest = answer.get("manifest");
    assertThat(manifest.get("trafficAccidents").asInt()).isGreaterThan(10_000);
    assertThat(manifest.get("queued").asInt()).isZero();
    assertThat(answer.get("placed")).hasSize(50);
    for (JsonNode placed : answer.get("placed")) {
      assertThat(placed.get("confidence").asDouble()).isGreaterThan(0.9);
      assertThat(placed.get("notes")).isEmpty();
    }
    assertThat(anlan.get("/api/roads/accidents?status=lost").statusCode()).isEqualTo(400);
    assertThat(anlan.get("/api/roads/accidents?limit=0").statusCode()).isEqualTo(400);
    assertThat(anlan.json("/api/layers/crash_density/items?limit=1").get("numberMatched").asInt())
        .isPositive();
    assertThat(
            anlan
                .json("/api/layers/accident_prone_segment/items?limit=1")
                .get("numberMatched")
                .asInt())
        .isEqualTo(300);
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

  @Test
  void stakesAreLocatedNamedAndCutAndTheNetworkHangsTogether() throws Exception {
    JsonNode place =
        anlan.json("/api/roads/locate?route=105%E5%9B%BD%E9%81%93&stake=K100%2B250").get("places");
    assertThat(place).hasSize(1);
    JsonNode point = place.get(0).get("point");
    String at = point.get(0).asDouble() + "," + point.get(1).asDouble();
    JsonNode name = anlan.json("/api/roads/stake?at=" + at + "&route=G105").get("names").get(0);
    assertThat(name.get("place").get("stake").asString()).isEqualTo("K100+250");
    assertThat(name.get("side").asString()).isEqualTo("on");
    JsonNode cut = anlan.json("/api/roads/cut?route=G105&from=K101%2B250&to=100.25");
    assertThat(cut.get("lengthM").asDouble()).isBetween(990.0, 1010.0);
    assertThat(cut.get("gaps")).isEmpty();
    JsonNode end = cut.get("features").get(0).get("geometry").get("coordinates");
    assertThat(end.get(end.size() - 1).get(0).asDouble()).isEqualTo(point.get(0).asDouble());

    HttpResponse<String> outside = anlan.get("/api/roads/locate?route=G105&stake=K9999");
    assertThat(outside.statusCode()).isEqualTo(400);
    assertThat(outside.body()).contains("K9999+000").contains("K0+000");
    assertThat(anlan.get("/api/roads/locate?route=G10&stake=K1").body()).contains("G10");

    JsonNode topology = anlan.json("/api/roads/topology?limit=3");
    assertThat(topology.get("counts").get("components").asInt()).isEqualTo(1);
    assertThat(topology.get("counts").get("doubled").asInt()).isZero();
    assertThat(topology.get("counts").get("oddStakes").asInt()).isZero();
    assertThat(topology.get("manifest").get("lengthKm").asDouble()).isGreaterThan(20_000);
    assertThat(topology.get("crossings")).hasSize(3);
  }

  private static int planted(String kind) throws Exception {
    return anlan
        .json("/api/layers/planted_anomaly/items?limit=1&filter=kind%3D'" + kind + "'")
        .get("numberMatched")
        .asInt();
  }
}

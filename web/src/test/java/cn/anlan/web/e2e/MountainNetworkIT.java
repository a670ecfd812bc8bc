package cn.anlan.web.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * A road over a made ridge, from an OSM file and an SRTM tile: its long steep downgrades are listed
 * and weigh on a tanker's route.
 */
class MountainNetworkIT extends AtTheDemo {
  private static final String WAY = "/api/routes?from=115.301,28.5&to=115.459,28.5&hour=3&network=";

  @BeforeAll
  static void prepare() throws Exception {
    StringBuilder osm = new StringBuilder("<osm version=\"0.6\">");
    for (int i = 0; i <= 16; i++) {
      osm.append(
          "<node id=\"%d\" lat=\"28.5\" lon=\"%.2f\" version=\"1\"/>"
              .formatted(i + 1, 115.30 + 0.01 * i));
    }
    osm.append("<node id=\"90\" lat=\"28.501\" lon=\"115.32\" version=\"1\">");
    osm.append("<tag k=\"place\" v=\"village\"/><tag k=\"name\" v=\"示例村\"/></node>");
    osm.append("<way id=\"1\" version=\"1\">");
    for (int i = 0; i <= 16; i++) {
      osm.append("<nd ref=\"%d\"/>".formatted(i + 1));
    }
    osm.append("<tag k=\"highway\" v=\"primary\"/><tag k=\"ref\" v=\"G900\"/></way></osm>");
    Path file = Files.writeString(folder.resolve("ridge.osm"), osm);
    built("ridge", "--osm", file.toString(), "--dem", tile().toString());
    built("flat", "--osm", file.toString());
  }

  /** 100 m above the sea, with a ridge of 700 m at 115.38° E that falls 7.7 % to either side. */
  private static Path tile() throws IOException {
    int side = 1201;
    ByteBuffer heights = ByteBuffer.allocate(2 * side * side);
    double lonM = 97_900;
    for (int row = 0; row < side; row++) {
      for (int column = 0; column < side; column++) {
        double away = Math.abs(115 + column / 1200.0 - 115.38) * lonM;
        heights.putShort((short) Math.round(Math.max(100, 700 - 0.077 * away)));
      }
    }
    return Files.write(folder.resolve("N28E115.hgt"), heights.array());
  }

  private static void built(String name, String... options) throws Exception {
    String[] words = new String[options.length + 5];
    System.arraycopy(
        new String[] {"roads", "build", name, "--cargo", "flammable_liquid"}, 0, words, 0, 5);
    System.arraycopy(options, 0, words, 5, options.length);
    Installation.Outcome outcome = anlan.run(words);
    assertThat(outcome.exit()).as(outcome.err()).isZero();
    assertThat(outcome.out()).contains(name.equals("ridge") ? "由高程查出 2 段" : "未由高程查找");
  }

  @Test
  void theRidgeGoesDownOnEitherSideWithPlacesLengthAndDrop() throws Exception {
    JsonNode answer = anlan.json("/api/roads/downgrades?network=ridge");
    JsonNode manifest = answer.get("manifest");
    assertThat(manifest.get("exceeding").asInt()).isEqualTo(2);
    assertThat(manifest.get("hazards").asInt()).isEqualTo(2);
    assertThat(manifest.get("withoutHeightsKm").asDouble()).isZero();
    assertThat(manifest.get("heightSigmaM").asDouble()).isEqualTo(3.7);
    assertThat(manifest.get("notes").get(0).get("zh").asString()).contains("未与台账对照");
    assertThat(answer.get("downgrades")).hasSize(2);
    for (JsonNode found : answer.get("downgrades")) {
      assertThat(found.get("road").asString()).isEqualTo("G900");
      assertThat(found.get("verdict").asString()).isEqualTo("EXCEEDS");
      assertThat(found.get("from").get(0).asDouble()).isCloseTo(115.38, within(0.002));
      assertThat(found.get("dropM").asDouble()).isCloseTo(600, within(15.0));
    }
    JsonNode west =
        answer.at("/downgrades/0/direction/en").asString().equals("west")
            ? answer.at("/downgrades/0")
            : answer.at("/downgrades/1");
    assertThat(west.at("/toPlace/name").asString()).isEqualTo("示例村");
    // a greater error leaves less that is sure
    JsonNode doubtful = anlan.json("/api/roads/downgrades?network=ridge&heightSigmaM=100");
    assertThat(doubtful.at("/manifest/exceeding").asInt()).isZero();
    Installation.Outcome table = anlan.run("downgrades", "--network", "ridge");
    assertThat(table.exit()).as(table.err()).isZero();
    assertThat(table.out()).contains("G900").contains("超限 exceeds").contains("示例村");
  }

  @Test
  void aTankersRouteListsThemAndTheyWeighOnIt() throws Exception {
    JsonNode over = anlan.json(WAY + "ridge").at("/routes/0");
    JsonNode flat = anlan.json(WAY + "flat").at("/routes/0");
    int listed = 0;
    for (JsonNode hazard : over.get("hazards")) {
      if (hazard.get("kind").asString().equals("long_downgrade")) {
        listed++;
        assertThat(hazard.get("name").asString()).startsWith("G900").contains("km").contains("%");
      }
    }
    assertThat(listed).isEqualTo(2);
    assertThat(over.get("risk").asDouble())
        .isGreaterThan(1.5 * flat.get("risk").asDouble())
        .isLessThanOrEqualTo(2.0001 * flat.get("risk").asDouble());
  }

  @Test
  void whatCannotBeAnsweredIsExplained() throws Exception {
    HttpResponse<String> none = anlan.get("/api/roads/downgrades?network=flat");
    assertThat(none.statusCode()).isEqualTo(400);
    assertThat(none.body()).contains("flat").contains("--dem");
    assertThat(anlan.get("/api/roads/downgrades?network=nowhere").statusCode()).isEqualTo(404);
    HttpResponse<String> wild = anlan.get("/api/roads/downgrades?network=ridge&climbM=-3");
    assertThat(wild.statusCode()).isEqualTo(400);
    assertThat(wild.body()).contains("climbM=-3");
    Installation.Outcome stored = anlan.run("downgrades", "--network", "ridge", "--store");
    assertThat(stored.exit()).isNotZero();
    assertThat(stored.err()).contains("--store");
  }
}

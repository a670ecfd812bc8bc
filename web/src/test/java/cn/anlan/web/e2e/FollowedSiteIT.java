package cn.anlan.web.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.geo.geojson.GeoJsonGeometry;
import cn.anlan.web.e2e.Installation.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A site that breaks a rule is watched, surveyed and checked again, as two posts of an office do
 * it: by commands, while the service runs.
 */
@ResourceLock("an installation of its own")
class FollowedSiteIT {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String LAYER = "chemical_project";

  @TempDir static Path folder;
  private static Installation anlan;

  @BeforeAll
  static void install() throws Exception {
    anlan = new Installation();
    anlan.start("demo", "--scale", "0.02");
  }

  @AfterAll
  static void stop() throws Exception {
    anlan.remove();
  }

  @Test
  void aSurveyTurnsTheVerdictAndEverybodyIsTold() throws Exception {
    JsonNode before = json("check", "--rule", "R02", "--store", "--format", "json");
    JsonNode again = json("check", "--rule", "R02", "--store", "--format", "json");
    assertThat(again.get("id")).as("nothing has changed").isEqualTo(before.get("id"));
    JsonNode failing = failing();
    String code = failing.get("subjectCode").asString();
    done("watch", "add", "--title", "关注", "--by", "规划岗", "--layer", LAYER, "--code", code);

    Path points = Files.writeString(folder.resolve("points.csv"), surveyed(failing));
    JsonNode survey =
        json(
            "survey",
            "add",
            LAYER,
            code,
            points.toString(),
            "--crs",
            "EPSG:4490",
            "--date",
            "2021-05-06",
            "--method",
            "GNSS RTK",
            "--sigma",
            "0.05",
            "--document",
            "测字1号",
            "--by",
            "测绘岗",
            "--confirm-far",
            "--format",
            "json");
    assertThat(survey.get("issues").toString()).doesNotContain("ERROR");
    String id = survey.get("survey").get("id").asString();
    assertThat(anlan.run("survey", "accept", id, "--reason", "相符", "--by", "测绘岗").exit())
        .as("nobody accepts his own survey")
        .isNotZero();
    assertThat(verdict(code)).as("not yet accepted").isEqualTo("FAIL");
    done("survey", "accept", id, "--reason", "与现场一致", "--by", "规划岗");

    await(() -> verdict(code).equals("PASS"));
    JsonNode finding = finding(code);
    assertThat(finding.get("uncertaintyM").asDouble())
        .isLessThan(failing.get("uncertaintyM").asDouble());
    assertThat(finding.get("reasons").toString())
        .contains("surveyed_boundary", "测字1号", "规划岗", "2021-05-06");

    JsonNode after = json("check", "--rule", "R02", "--store", "--format", "json");
    assertThat(after.get("evaluated").asInt()).as("only what can have changed").isEqualTo(1);
    JsonNode full = json("check", "--rule", "R02", "--store", "--full", "--format", "json");
    assertThat(full.get("findingsHash")).isEqualTo(after.get("findingsHash"));
    JsonNode changes =
        json(
                "check",
                "--diff",
                before.get("id").asString(),
                after.get("id").asString(),
                "--format",
                "json")
            .get("changes");
    assertThat(changes).hasSize(1);
    assertThat(changes.get(0).get("code").asString()).isEqualTo(code);
    assertThat(changes.get(0).get("causes").toString()).contains("survey");

    await(() -> !anlan.json("/api/watches/1/events").isEmpty());
    assertThat(anlan.json("/api/watches/1/events").toString()).contains("FAIL", "PASS", "\"R02\"");

    done("survey", "revoke", id, "--reason", "误采用", "--by", "规划岗");
    await(() -> verdict(code).equals("FAIL"));
  }

  /** A finding that fails, of a site that stands clear of the water. */
  private static JsonNode failing() throws Exception {
    for (JsonNode f : anlan.json("/api/checks?rule=R02").get("findings")) {
      double d = f.get("distanceM").asDouble();
      if (f.get("verdict").asString().equals("FAIL") && d > 850 && d < 990) {
        return f;
      }
    }
    throw new AssertionError("no site fails by a little");
  }

  /** The stored boundary, moved away from the water until it is well beyond the kilometre. */
  private static String surveyed(JsonNode finding) throws Exception {
    JsonNode site =
        anlan.json("/api/layers/" + LAYER + "/items/" + finding.get("subjectId").asLong());
    Geometry shape = GeoJsonGeometry.read(site.get("geometry"));
    double dLon = at(finding, "subjectPoint", 0) - at(finding, "targetPoint", 0);
    double dLat = at(finding, "subjectPoint", 1) - at(finding, "targetPoint", 1);
    double share = 200 / finding.get("distanceM").asDouble();
    Geometry moved =
        AffineTransformation.translationInstance(dLon * share, dLat * share).transform(shape);
    StringBuilder csv = new StringBuilder("点号,lon,lat\n");
    int n = 0;
    for (Coordinate c : moved.getGeometryN(0).getCoordinates()) {
      csv.append(String.format(Locale.ROOT, "J%d,%.9f,%.9f%n", ++n, c.x, c.y));
    }
    return csv.toString();
  }

  private static double at(JsonNode finding, String point, int axis) {
    return finding.get(point).get(axis).asDouble();
  }

  private static String verdict(String code) throws Exception {
    return finding(code).get("verdict").asString();
  }

  private static JsonNode finding(String code) throws Exception {
    for (JsonNode f : anlan.json("/api/checks?rule=R02").get("findings")) {
      if (f.get("subjectCode").asString().equals(code)) {
        return f;
      }
    }
    throw new AssertionError("no finding on " + code);
  }

  private static JsonNode json(String... words) throws Exception {
    return JSON.readTree(done(words));
  }

  private static String done(String... words) throws Exception {
    Outcome outcome = anlan.run(words);
    assertThat(outcome.exit()).as(outcome.err()).isZero();
    return outcome.out();
  }

  /** Something that may fail to be asked. */
  private interface Question {
    boolean isTrue() throws Exception;
  }

  /** The service looks for new versions twice a second. */
  private static void await(Question question) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!question.isTrue()) {
      assertThat(System.nanoTime()).as("in half a minute").isLessThan(end);
      Thread.sleep(300);
    }
  }
}

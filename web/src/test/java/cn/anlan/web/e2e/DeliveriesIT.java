package cn.anlan.web.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.web.e2e.Installation.Outcome;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A delivery through HTTP and the command line: looked at, written, corrected, taken back. */
@ResourceLock("an installation of its own")
class DeliveriesIT {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String ROWS =
      "code,name,sector,county_code,lon,lat\n"
          + "D-1,甲厂,fire,360102,115.90,28.69\n"
          + "D-2,乙厂,没有的行业,360102,115.91,28.69\n"
          + "D-3,丙厂,fire,360102,112.19,25.37\n";
  @TempDir static Path folder;
  private static Installation anlan;

  @BeforeAll
  static void install() throws Exception {
    anlan = new Installation();
    anlan.start("serve");
  }

  @AfterAll
  static void stop() throws Exception {
    anlan.remove();
  }

  @Test
  void aFileIsPreviewedCommittedCorrectedAndTakenBack() throws Exception {
    long before = version();
    JsonNode draft =
        send("/api/deliveries?layer=enterprise&crs=EPSG:4490&sigmaM=5&mode=quarantine", ROWS);
    JsonNode preview = settled(draft.get("id").asString());
    assertThat(preview.get("state").asString()).as(preview.toString()).isEqualTo("previewed");
    assertThat(preview.get("report").get("inserted").asInt()).isEqualTo(1);
    assertThat(preview.get("report").get("changes").get(0).get("code").asString()).isEqualTo("D-1");
    assertThat(version()).isEqualTo(before);
    String page = body(get("/delivery?draft=" + draft.get("id").asString()));
    assertThat(page).contains("预览，未写入", "data-testid=\"rejected-map\"", "没有的行业");

    post("/api/deliveries/drafts/" + draft.get("id").asString() + "/commit", "");
    JsonNode report = settled(draft.get("id").asString()).get("report");
    long id = report.get("deliveryId").asLong();
    assertThat(report.get("awaitingCorrection").asInt()).isEqualTo(2);
    assertThat(awaiting("/api/layers")).isEqualTo(2);
    assertThat(awaiting("/api/status")).isEqualTo(2);
    assertThat(anlan.json("/api/quarantine?delivery=" + id)).hasSize(2);
    assertThat(body(get("/delivery?id=" + id + "&lang=en"))).contains("Written as delivery " + id);
    Outcome doctor = anlan.run("doctor", "--format", "json");
    assertThat(doctor.out()).contains("\"awaitingCorrection\" : 2");

    String rejected = body(get("/api/deliveries/" + id + "/rejected"));
    assertThat(rejected).startsWith("\ufeffanlan_quarantine_id,").contains("D-2,乙厂,没有的行业");
    Path corrected =
        Files.writeString(
            folder.resolve("corrected.csv"),
            rejected.replace("没有的行业", "fire").replace("112.19,25.37", "115.92,28.70"));
    Outcome again =
        anlan.run(
            "import",
            "enterprise",
            corrected.toString(),
            "--crs",
            "EPSG:4490",
            "--sigma",
            "5",
            "--format",
            "json");
    assertThat(again.exit()).as(again.err() + again.out()).isZero();
    JsonNode second = JSON.readTree(again.out());
    assertThat(second.get("corrected").asInt()).isEqualTo(2);
    assertThat(second.get("awaitingCorrection").asInt()).isZero();

    HttpResponse<String> undone =
        post(
            "/api/deliveries/" + second.get("deliveryId").asLong() + "/rollback",
            "{\"reason\":\"试\",\"signedBy\":\"数据科\"}");
    assertThat(undone.statusCode()).as(undone.body()).isEqualTo(200);
    assertThat(JSON.readTree(undone.body()).get("quarantineReopened").asInt()).isEqualTo(2);
    Outcome first =
        anlan.run("deliveries", "rollback", Long.toString(id), "--reason", "试", "--by", "数据科");
    assertThat(first.exit()).as(first.err()).isZero();
    assertThat(anlan.psql("select count(*) from layer.enterprise")).isEqualTo("0");
    JsonNode list = anlan.json("/api/deliveries?layer=enterprise");
    assertThat(list).hasSize(4);
    assertThat(list.get(0).get("kind").asString()).isEqualTo("rollback");
    assertThat(list.get(0).get("undoes").asLong()).isEqualTo(id);
  }

  @Test
  void whatCannotBeTakenIsSaidAsAProblem() throws Exception {
    assertThat(post("/api/deliveries?layer=nothing&fileName=a.csv", "x").statusCode())
        .isEqualTo(400);
    assertThat(post("/api/deliveries?layer=enterprise&fileName=a", "x").body())
        .contains("fileName", "remedy");
    assertThat(post("/api/deliveries?layer=enterprise&fileName=a.csv&mode=no", "x").body())
        .contains("strict, quarantine");
    JsonNode draft = send("/api/deliveries?layer=enterprise", ROWS);
    JsonNode refused = settled(draft.get("id").asString());
    assertThat(refused.get("state").asString()).isEqualTo("refused");
    assertThat(refused.get("remedy").asString()).contains("--crs");
    assertThat(get("/api/deliveries/999999").statusCode()).isEqualTo(404);
    assertThat(get("/api/deliveries/drafts/none").statusCode()).isEqualTo(404);
    HttpResponse<String> gone =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        URI.create(
                            anlan.url("/api/deliveries/drafts/" + draft.get("id").asString())))
                    .DELETE()
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(gone.statusCode()).isEqualTo(204);
  }

  @Test
  void theReportIsAPageOfItsOwnToPrint() throws Exception {
    Path file = Files.writeString(folder.resolve("rows.csv"), ROWS);
    Path page = folder.resolve("report.html");
    Outcome outcome =
        anlan.run(
            "import",
            "enterprise",
            file.toString(),
            "--crs",
            "EPSG:4490",
            "--sigma",
            "5",
            "--report",
            page.toString());
    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(Files.readString(page))
        .contains("<style>", "未写入：有不合格的行", "<svg", "问题汇总")
        .doesNotContain("href=\"");
  }

  private static long version() throws Exception {
    return anlan.json("/api/status").get("dataVersion").asLong();
  }

  private static int awaiting(String path) throws Exception {
    Thread.sleep(1_100); // counted at most once a second
    for (JsonNode layer : anlan.json(path).get("layers")) {
      if (layer.get("id").asString().equals("enterprise")) {
        return layer.get("awaitingCorrection").asInt();
      }
    }
    throw new AssertionError("no enterprises in " + path);
  }

  private static JsonNode send(String path, String rows) throws Exception {
    HttpResponse<String> answer = post(path + "&fileName=rows.csv", rows);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    assertThat(answer.headers().firstValue("Location")).isPresent();
    return JSON.readTree(answer.body());
  }

  private static JsonNode settled(String draft) throws Exception {
    long deadline = System.nanoTime() + 60_000_000_000L;
    JsonNode view;
    do {
      Thread.sleep(100);
      view = anlan.json("/api/deliveries/drafts/" + draft);
      assertThat(System.nanoTime()).as(view.toString()).isLessThan(deadline);
    } while (view.get("state").asString().matches("queued|running"));
    return view;
  }

  private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(anlan.url(path))).build(),
            HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private static String body(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private static HttpResponse<String> post(String path, String body)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(anlan.url(path)))
                .header(
                    "Content-Type",
                    body.startsWith("{") ? "application/json" : "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }
}

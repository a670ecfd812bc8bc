package cn.anlan.web.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.web.e2e.Installation.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Layers as streams, jobs and files of the built jar, with the demonstration province. */
class ExportsIT extends AtTheDemo {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @Test
  void aStreamHasExactlyTheRowsThatTheSnapshotCounts() throws Exception {
    String filter = "filter=" + coded("level <= 2") + "&region=360700";
    long counted =
        anlan
            .json(
                "/api/layers/risk_point/items?limit=1&filter="
                    + coded("level <= 2 AND county_code LIKE '3607%'"))
            .get("numberMatched")
            .asLong();
    HttpResponse<String> csv = anlan.get("/api/layers/risk_point/items?f=csv&" + filter);
    assertThat(csv.statusCode()).isEqualTo(200);
    assertThat(csv.headers().firstValue("content-type")).hasValue("text/csv;charset=UTF-8");
    assertThat(csv.headers().firstValue("content-disposition").orElseThrow())
        .contains("risk_point.csv");
    assertThat(csv.headers().firstValue("etag")).isPresent();
    assertThat(csv.body().lines().count() - 1).isEqualTo(counted).isPositive();

    JsonNode collection =
        anlan.json("/api/layers/risk_point/items?f=geojson&crs=EPSG:4547&" + filter);
    assertThat(collection.get("features")).hasSize((int) counted);
    assertThat(collection.get("metadata").get("filter").asString())
        .contains("level <= 2", "360700");
    assertThat(collection.get("metadata").get("demoLabel").asString()).isEqualTo("示例数据");
    assertThat(collection.get("metadata").get("crs").asString()).isEqualTo("EPSG:4547");

    String sequence = anlan.get("/api/layers/risk_point/items?f=geojsonseq&" + filter).body();
    assertThat(sequence.lines()).hasSize((int) counted).allMatch(l -> l.startsWith("{\"type\""));
  }

  /** Rows are sent while others are still read: the first byte is there long before the last. */
  @Test
  void aLargeLayerIsSentWhileItIsRead() throws Exception {
    for (String format : List.of("csv", "geojson", "geojsonseq")) {
      long start = System.nanoTime();
      try (InputStream body = stream(format)) {
        assertThat(body.read()).isNotNegative();
        long first = System.nanoTime() - start;
        body.transferTo(OutputStream.nullOutputStream());
        assertThat(3 * first).as(format).isLessThan(System.nanoTime() - start);
      }
    }
  }

  @Test
  void aStreamThatIsBrokenOffDoesNotDisturbTheNext() throws Exception {
    for (int i = 0; i < 12; i++) {
      try (InputStream body = stream("csv")) {
        assertThat(body.read()).isNotNegative();
      }
      assertThat(anlan.get("/api/layers/road_site/items?f=csv").statusCode()).isEqualTo(200);
    }
  }

  private static InputStream stream(String format) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(anlan.url("/api/layers/hazard/items?f=" + format)))
            .build();
    return HTTP.send(request, HttpResponse.BodyHandlers.ofInputStream()).body();
  }

  @Test
  void aJobMakesAFileThatCanBeFetchedInPiecesAndRemoved() throws Exception {
    HttpResponse<String> accepted =
        post("{\"layer\":\"hazard\",\"format\":\"gpkg\",\"region\":\"赣州市\",\"crs\":\"EPSG:4548\"}");
    assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
    String job = accepted.headers().firstValue("location").orElseThrow();
    JsonNode done = await(job);
    assertThat(done.get("state").asString()).as(done.toString()).isEqualTo("done");
    assertThat(done.get("percent").asInt()).isEqualTo(100);
    long rows = done.get("rowsTotal").asLong();
    assertThat(done.get("report").get("rows").asLong()).isEqualTo(rows).isPositive();
    long bytes = done.get("file").get("bytes").asLong();

    Path whole = folder.resolve("whole.gpkg");
    HTTP.send(
        HttpRequest.newBuilder(URI.create(anlan.url(job + "/file"))).build(),
        HttpResponse.BodyHandlers.ofFile(whole));
    assertThat(Files.size(whole)).isEqualTo(bytes);
    HttpResponse<byte[]> piece =
        HTTP.send(
            HttpRequest.newBuilder(URI.create(anlan.url(job + "/file")))
                .header("Range", "bytes=" + (bytes - 100) + "-")
                .build(),
            HttpResponse.BodyHandlers.ofByteArray());
    assertThat(piece.statusCode()).isEqualTo(206);
    byte[] all = Files.readAllBytes(whole);
    assertThat(piece.body())
        .isEqualTo(java.util.Arrays.copyOfRange(all, all.length - 100, all.length));

    HttpRequest delete = HttpRequest.newBuilder(URI.create(anlan.url(job))).DELETE().build();
    assertThat(HTTP.send(delete, HttpResponse.BodyHandlers.discarding()).statusCode())
        .isEqualTo(204);
    assertThat(anlan.get(job).statusCode()).isEqualTo(404);
    assertThat(
            anlan.psql(
                "SELECT format || row_count FROM anlan.export_log"
                    + " WHERE crs = 'EPSG:4548' AND exported_by = 'http:loopback' AND layer = 'hazard'"))
        .isEqualTo("gpkg" + rows);
  }

  @Test
  void whatIsRestrictedLeavesOnlyByAReasonOnTheCommandLine() throws Exception {
    HttpResponse<String> stream = anlan.get("/api/layers/oil_gas_pipeline/items?f=csv");
    assertThat(stream.statusCode()).isEqualTo(400);
    assertThat(stream.body()).contains("限制公开", "remedy");
    assertThat(post("{\"layer\":\"oil_gas_pipeline\",\"format\":\"gpkg\"}").body())
        .contains("限制公开");
    assertThat(anlan.get("/api/layers/road/items?f=csv&audience=restricted").body())
        .contains("受限数据不能在网页导出");
    assertThat(anlan.get("/api/layers/hazard/items?f=csv&audience=public").body())
        .contains("不能对外公开");

    Path file = folder.resolve("pipes.gpkg");
    Outcome refused = export("oil_gas_pipeline", file);
    assertThat(refused.exit()).isNotZero();
    assertThat(refused.err()).contains("限制公开");
    assertThat(file).doesNotExist();
    Outcome released =
        export("oil_gas_pipeline", file, "--audience", "restricted", "--reason", "示例批准文号 1");
    assertThat(released.exit()).as(released.err()).isZero();
    assertThat(released.out()).contains("restricted", "示例数据");
    assertThat(anlan.psql("SELECT reason FROM anlan.export_log WHERE audience = 'restricted'"))
        .isEqualTo("示例批准文号 1");
  }

  @Test
  void wrongQuestionsAreExplained() throws Exception {
    assertThat(anlan.get("/api/layers/hazard/items?f=gpkg").body()).contains("POST /api/exports");
    assertThat(anlan.get("/api/layers/hazard/items?f=csv&regoin=1").body()).contains("regoin");
    assertThat(anlan.get("/api/layers/hazard/items?f=csv&region=nowhere").body()).contains("没有行政区");
    assertThat(anlan.get("/api/layers/hazard/items?f=csv&crs=EPSG:4214").body()).contains("1954");
    assertThat(anlan.get("/api/layers/hazard/items?f=csv&filter=colour%3D1").statusCode())
        .isEqualTo(400);
    assertThat(anlan.get("/api/layers/nothing/items?f=csv").statusCode()).isEqualTo(404);
    assertThat(post("{\"layer\":\"hazard\",\"format\":\"gpkg\",\"colour\":1}").statusCode())
        .isEqualTo(400);
    assertThat(post("[").body()).contains("JSON");
  }

  private static Outcome export(String layer, Path file, String... more)
      throws IOException, InterruptedException {
    List<String> words =
        new java.util.ArrayList<>(
            List.of("export", layer, "--format", "gpkg", "-o", file.toString()));
    words.addAll(List.of(more));
    return anlan.run(words.toArray(String[]::new));
  }

  private static HttpResponse<String> post(String body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(anlan.url("/api/exports")))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
            .build();
    return HTTP.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private static JsonNode await(String job) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + Duration.ofSeconds(120).toNanos();
    while (true) {
      JsonNode answer = JsonMapper.shared().readTree(anlan.get(job).body());
      if (!answer.get("finishedAt").isNull() || System.nanoTime() > deadline) {
        return answer;
      }
      Thread.sleep(100);
    }
  }

  private static String coded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}

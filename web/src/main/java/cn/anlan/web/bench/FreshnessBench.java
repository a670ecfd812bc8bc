package cn.anlan.web.bench;

import cn.anlan.data.demo.draw.DemoPlan;
import cn.anlan.data.initial.InitialData;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.Progress;
import cn.anlan.data.store.Settings;
import cn.anlan.web.serve.Server;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Random;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How soon a commit is seen by those who ask over HTTP: the demonstration province is drawn into a
 * fresh private cluster and served, then thousand rows after thousand of its biggest layer are
 * changed in plain SQL while a reader asks on. Everything is removed again.
 */
final class FreshnessBench {
  private static final String LAYER = "hazard";
  private static final int ROWS = 1_000;
  private static final int COMMITS = 40;
  private static final int WARM_UP = 3;
  private static final long BETWEEN_MS = 700;
  private static final long POLL_MS = 2;
  private static final long PATIENCE_NS = 60_000_000_000L;
  private static final long SEED = 4490;

  private final DemoPlan plan;
  private final Progress progress;
  private final HttpClient client = HttpClient.newHttpClient();
  private String address;

  FreshnessBench(DemoPlan plan, Progress progress) {
    this.plan = plan;
    this.progress = progress;
  }

  FreshnessResult run() throws IOException, SQLException, InterruptedException {
    try (BenchDatabase bench = BenchDatabase.open(progress)) {
      Database database = bench.database();
      InitialData.ensureBaseMap(database, progress);
      InitialData.ensureDemo(database, plan, progress);
      progress.step("启动服务 (starting the service)");
      long start = System.nanoTime();
      ConfigurableApplicationContext service =
          Server.start(Settings.privateIn(bench.var()), database, 0);
      try {
        int port = ((ServletWebServerApplicationContext) service).getWebServer().getPort();
        address = "http://127.0.0.1:" + port;
        until("/api/layers/region/items?limit=1");
        double firstAnswer = BenchDatabase.secondsSince(start);
        until("/actuator/health/readiness");
        double ready = BenchDatabase.secondsSince(start);
        return measured(bench, firstAnswer, ready);
      } finally {
        service.close();
      }
    }
  }

  private FreshnessResult measured(BenchDatabase bench, double firstAnswer, double ready)
      throws IOException, SQLException, InterruptedException {
    long rows = json("/api/layers/" + LAYER + "/items?limit=1").get("numberMatched").asLong();
    long greatest = Long.parseLong(bench.ask("SELECT max(id) FROM layer." + LAYER));
    Machine machine = bench.machine();
    progress.step("只读 (reading alone)");
    FreshnessReader before = FreshnessReader.start(client, address, LAYER, greatest);
    Thread.sleep(COMMITS * BETWEEN_MS / 2);
    ScreeningResult.Times alone = before.stop();
    progress.step("边改边读 (reading while rows are being changed)");
    FreshnessReader beside = FreshnessReader.start(client, address, LAYER, greatest);
    long[] nanos = new long[COMMITS];
    Random random = new Random(SEED);
    for (int i = -WARM_UP; i < COMMITS; i++) {
      long seen = commitAndWait(bench.database(), "示例更新" + i, random, greatest);
      if (i >= 0) {
        nanos[i] = seen;
      }
      Thread.sleep(BETWEEN_MS);
    }
    long all = 0;
    for (long each : nanos) {
      all += each;
    }
    return new FreshnessResult(
        LocalDate.now().toString(),
        machine,
        LAYER,
        rows,
        ROWS,
        firstAnswer,
        ready,
        ScreeningResult.Times.of(nanos, all),
        alone,
        beside.stop());
  }

  /** From the commit to the first answer that shows it, and whether that showed all of it. */
  private long commitAndWait(Database database, String name, Random random, long greatest)
      throws IOException, SQLException, InterruptedException {
    long first = 1 + random.nextLong(greatest - ROWS);
    try (Connection connection = database.owner().getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      int changed =
          statement.executeUpdate(
              "UPDATE layer.%s SET name = '%s' WHERE id BETWEEN %d AND %d"
                  .formatted(LAYER, name, first, first + ROWS - 1));
      connection.commit();
      long committed = System.nanoTime();
      String item = "/api/layers/" + LAYER + "/items/" + (first + ROWS / 2);
      while (!name.equals(json(item).get("properties").get("name").asString())) {
        if (System.nanoTime() - committed > PATIENCE_NS) {
          throw new IllegalStateException("not seen after a minute: " + name);
        }
        Thread.sleep(POLL_MS);
      }
      long seen = System.nanoTime() - committed;
      long shown = matching(name);
      if (shown != changed) {
        throw new IllegalStateException(shown + " of " + changed + " changed rows are shown");
      }
      return seen;
    }
  }

  private long matching(String name) throws IOException, InterruptedException {
    String filter = FreshnessReader.encoded("name = '" + name + "'");
    return json("/api/layers/" + LAYER + "/items?limit=1&filter=" + filter)
        .get("numberMatched")
        .asLong();
  }

  private void until(String path) throws IOException, InterruptedException {
    while (get(path).statusCode() != 200) {
      Thread.sleep(10);
    }
  }

  private JsonNode json(String path) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = get(path);
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(path + ": HTTP " + answer.statusCode());
    }
    return JsonMapper.shared().readTree(answer.body());
  }

  private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofByteArray());
  }
}

package cn.anlan.web.bench;

import cn.anlan.data.snapshots.SnapshotLoader;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.Progress;
import cn.anlan.data.store.Settings;
import cn.anlan.geo.rule.file.RuleBook;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.SnapshotStore;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.web.checks.CheckRun;
import cn.anlan.web.checks.Proposal;
import cn.anlan.web.serve.Server;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * How long a screening takes on the current database: one polygon of eight vertices against every
 * rule of the book, in process, and {@code POST /api/screening} from 16 clients at once. The sites
 * are drawn round random settlements, with a fixed seed.
 */
final class ScreeningBench {
  private static final long SEED = 20191;
  private static final int WARM_UP = 200;
  private static final int SITES = 400;
  private static final int CLIENTS = 16;
  private static final double RADIUS_DEG = 0.002; // some 200 m

  private final Progress progress;

  ScreeningBench(Progress progress) {
    this.progress = progress;
  }

  ScreeningResult run() throws IOException, InterruptedException {
    Settings settings = Settings.fromEnvironment();
    try (Database database = Database.open(settings, progress).closeAtExit()) {
      progress.step("读快照 (loading the snapshots)");
      SnapshotStore store = new SnapshotStore();
      new SnapshotLoader(database).loadInto(store);
      Generation generation = store.current();
      List<Geometry> sites = sites(generation.get("resident_point"));
      CheckRun checks = new CheckRun(RuleBook.load(settings.confDir()));
      progress.step("进程内 (in process)");
      ScreeningResult.Times inProcess = inProcess(checks, generation, sites);
      progress.step("HTTP，" + CLIENTS + " 个客户端 (clients)");
      ScreeningResult.Times http;
      ConfigurableApplicationContext service = Server.start(settings, database, 0);
      try {
        http = http(port(service), sites);
      } finally {
        service.close();
      }
      long rows = generation.layers().values().stream().mapToLong(LayerSnapshot::size).sum();
      return new ScreeningResult(
          LocalDate.now().toString(),
          Runtime.getRuntime().availableProcessors(),
          ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
          rows,
          checks.rules(List.of(), LocalDate.now()).size(),
          SITES,
          CLIENTS,
          inProcess,
          http);
    }
  }

  private static ScreeningResult.Times inProcess(
      CheckRun checks, Generation generation, List<Geometry> sites) {
    long[] nanos = new long[SITES];
    LocalDate day = LocalDate.now();
    long begin = 0;
    for (int i = -WARM_UP; i < SITES; i++) {
      Geometry site = sites.get(Math.floorMod(i, SITES));
      Proposal proposal = new Proposal(1, "bench", null, site, "new", null, 1.0, Map.of());
      long start = System.nanoTime();
      begin = i == 0 ? start : begin;
      checks.proposals(generation, List.of(proposal), List.of(), day);
      if (i >= 0) {
        nanos[i] = System.nanoTime() - start;
      }
    }
    return ScreeningResult.Times.of(nanos, System.nanoTime() - begin);
  }

  private static ScreeningResult.Times http(int port, List<Geometry> sites)
      throws IOException, InterruptedException {
    URI address = URI.create("http://127.0.0.1:" + port + "/api/screening");
    HttpClient client = HttpClient.newHttpClient();
    waitUntilReady(client, address, sites.get(0));
    for (int i = 0; i < WARM_UP; i++) {
      ask(client, address, sites.get(i));
    }
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      long begin = System.nanoTime();
      List<Callable<Long>> questions = new ArrayList<>();
      sites.forEach(site -> questions.add(() -> ask(client, address, site)));
      long[] nanos = new long[SITES];
      int i = 0;
      for (Future<Long> answer : clients.invokeAll(questions)) {
        nanos[i++] = answer.get();
      }
      return ScreeningResult.Times.of(nanos, System.nanoTime() - begin);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a client failed", e.getCause());
    } finally {
      clients.shutdownNow();
    }
  }

  private static void waitUntilReady(HttpClient client, URI address, Geometry site)
      throws IOException, InterruptedException {
    for (int i = 0; i < 600 && status(client, address, site) == 503; i++) {
      Thread.sleep(500);
    }
  }

  private static long ask(HttpClient client, URI address, Geometry site)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    int status = status(client, address, site);
    if (status != 200) {
      throw new IllegalStateException("HTTP " + status);
    }
    return System.nanoTime() - start;
  }

  private static int status(HttpClient client, URI address, Geometry site)
      throws IOException, InterruptedException {
    String body =
        "{\"geometry\":%s,\"crs\":\"EPSG:4490\",\"projectType\":\"new\",\"sector\":\"hazardous_chemicals\"}"
            .formatted(geoJson(site));
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return client.send(request, BodyHandlers.ofByteArray()).statusCode();
  }

  private static int port(ConfigurableApplicationContext service) {
    return ((ServletWebServerApplicationContext) service).getWebServer().getPort();
  }

  private static List<Geometry> sites(LayerSnapshot settlements) {
    Random random = new Random(SEED);
    GeometryFactory factory = new GeometryFactory();
    List<Geometry> sites = new ArrayList<>();
    for (int i = 0; i < SITES; i++) {
      int row = random.nextInt(settlements.size());
      double lonDeg = settlements.lonDeg(row) + random.nextGaussian() * 0.02;
      double latDeg = settlements.latDeg(row) + random.nextGaussian() * 0.02;
      Coordinate[] ring = new Coordinate[9];
      for (int k = 0; k < 8; k++) {
        double angle = k * Math.PI / 4;
        double out = RADIUS_DEG * (0.6 + 0.4 * random.nextDouble());
        ring[k] = new Coordinate(lonDeg + out * Math.cos(angle), latDeg + out * Math.sin(angle));
      }
      ring[8] = ring[0];
      sites.add(factory.createPolygon(ring));
    }
    return sites;
  }

  private static String geoJson(Geometry site) {
    StringBuilder text = new StringBuilder("{\"type\":\"Polygon\",\"coordinates\":[[");
    for (Coordinate c : site.getCoordinates()) {
      text.append(text.charAt(text.length() - 1) == '[' ? "" : ",")
          .append(String.format(Locale.ROOT, "[%.8f,%.8f]", c.x, c.y));
    }
    return text.append("]]}").toString();
  }
}

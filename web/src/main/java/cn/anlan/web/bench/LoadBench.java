package cn.anlan.web.bench;

import cn.anlan.data.store.Database;
import cn.anlan.data.store.Progress;
import cn.anlan.data.store.Settings;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.web.serve.Server;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * How the service bears a steady load of everything that it offers: so many requests a second, sent
 * when their time has come whether or not the former ones are answered, over HTTP on the same
 * machine. A time counts from the moment at which the request was due, so that a service that
 * stalls cannot hide it.
 */
final class LoadBench {
  private static final long SEED = 20_210_601;
  private static final int WARM_UP_S = 10;
  private static final int ITEMS_ALONE = 200;

  private record Answered(LoadMix kind, long nanos, int status, long bytes) {}

  private final Progress progress;
  private final int perSecond;
  private final int seconds;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

  LoadBench(Progress progress, int perSecond, int seconds) {
    this.progress = progress;
    this.perSecond = perSecond;
    this.seconds = seconds;
  }

  LoadResult run() throws IOException, InterruptedException {
    Settings settings = Settings.fromEnvironment();
    try (Database database = Database.open(settings, progress).closeAtExit()) {
      ConfigurableApplicationContext service = Server.start(settings, database, 0);
      try {
        return measure("http://127.0.0.1:" + port(service));
      } finally {
        service.close();
      }
    }
  }

  private LoadResult measure(String address) throws IOException, InterruptedException {
    progress.step("等待快照 (waiting for the snapshots)");
    waitUntilReady(address);
    progress.step("预热 (warming up) " + WARM_UP_S + " s");
    load(address, WARM_UP_S, new Random(SEED));
    progress.step("每秒 (per second) " + perSecond + " × " + seconds + " s");
    List<Answered> answers = load(address, seconds, new Random(SEED + 1));
    List<LoadResult.Kind> kinds = new ArrayList<>();
    for (LoadMix kind : LoadMix.values()) {
      kinds.add(kind(kind.title(), answers.stream().filter(a -> a.kind == kind).toList()));
    }
    progress.step("每页 1,000 个要素，逐个请求 (pages of 1,000 features, one after another)");
    return new LoadResult(
        LocalDate.now().toString(),
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        perSecond,
        seconds,
        kind("全部 all", answers),
        kinds,
        kind("1,000 个要素 features", alone(address)));
  }

  private List<Answered> load(String address, int forSeconds, Random random)
      throws InterruptedException {
    int count = perSecond * forSeconds;
    Queue<Answered> answers = new ConcurrentLinkedQueue<>();
    CountDownLatch open = new CountDownLatch(count);
    long begin = System.nanoTime();
    for (int i = 0; i < count; i++) {
      LoadMix kind = LoadMix.next(random);
      HttpRequest request = request(address + kind.path(random));
      long due = begin + i * TimeUnit.SECONDS.toNanos(1) / perSecond;
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      client
          .sendAsync(request, BodyHandlers.ofByteArray())
          .whenComplete(
              (answer, fault) -> {
                long nanos = System.nanoTime() - due;
                answers.add(
                    fault == null
                        ? new Answered(kind, nanos, answer.statusCode(), answer.body().length)
                        : new Answered(kind, nanos, 0, 0));
                open.countDown();
              });
    }
    open.await(2, TimeUnit.MINUTES);
    return List.copyOf(answers);
  }

  private List<Answered> alone(String address) throws IOException, InterruptedException {
    Random random = new Random(SEED + 2);
    List<Answered> answers = new ArrayList<>();
    for (int i = 0; i < ITEMS_ALONE; i++) {
      HttpRequest request = request(address + LoadMix.PAGE_OF_1000.path(random));
      long start = System.nanoTime();
      HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
      long nanos = System.nanoTime() - start;
      answers.add(
          new Answered(LoadMix.PAGE_OF_1000, nanos, answer.statusCode(), answer.body().length));
    }
    return answers;
  }

  private static LoadResult.Kind kind(String title, List<Answered> answers) {
    long[] nanos = answers.stream().mapToLong(Answered::nanos).toArray();
    long errors = answers.stream().filter(a -> a.status != 200 && a.status != 204).count();
    double meanKb = answers.stream().mapToLong(Answered::bytes).average().orElse(0) / 1000;
    return new LoadResult.Kind(
        title,
        answers.size(),
        errors,
        meanKb,
        ScreeningResult.Times.of(nanos, Math.max(1, java.util.Arrays.stream(nanos).sum())));
  }

  private static HttpRequest request(String address) {
    return HttpRequest.newBuilder(URI.create(address))
        .timeout(Duration.ofSeconds(60))
        .header("Accept-Encoding", "gzip")
        .build();
  }

  private void waitUntilReady(String address) throws IOException, InterruptedException {
    HttpRequest ready = request(address + "/actuator/health/readiness");
    for (int i = 0; i < 600; i++) {
      if (client.send(ready, BodyHandlers.discarding()).statusCode() == 200) {
        return;
      }
      Thread.sleep(500);
    }
    throw new UserFault("服务 5 分钟内没有就绪 (the service did not become ready)", "见日志 (see the log)");
  }

  private static int port(ConfigurableApplicationContext service) {
    return ((ServletWebServerApplicationContext) service).getWebServer().getPort();
  }
}

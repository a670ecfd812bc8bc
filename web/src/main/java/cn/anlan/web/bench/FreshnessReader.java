package cn.anlan.web.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * One who asks on while others write: a feature, a page of a box, a filtered count, in turn, fifty
 * in a second where the answers come in time.
 */
final class FreshnessReader implements Runnable {
  private static final long EVERY_NS = 20_000_000;
  private static final long SEED = 7;

  private final HttpClient client;
  private final String layer;
  private final long greatest;
  private final Random random = new Random(SEED);
  private final List<Long> nanos = new ArrayList<>();
  private final Thread thread = new Thread(this, "reader");
  private volatile boolean stopped;
  private volatile Exception failed;

  private FreshnessReader(HttpClient client, String address, String layer, long greatest) {
    this.client = client;
    this.layer = address + "/api/layers/" + layer;
    this.greatest = greatest;
  }

  static FreshnessReader start(HttpClient client, String address, String layer, long greatest) {
    FreshnessReader reader = new FreshnessReader(client, address, layer, greatest);
    reader.thread.start();
    return reader;
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /**
   * @throws IllegalStateException where an answer was no answer
   */
  ScreeningResult.Times stop() throws InterruptedException {
    stopped = true;
    thread.join();
    if (failed != null) {
      throw new IllegalStateException("a reader failed", failed);
    }
    long[] all = nanos.stream().mapToLong(Long::longValue).toArray();
    return ScreeningResult.Times.of(all, all.length * EVERY_NS);
  }

  @Override
  public void run() {
    try {
      long next = System.nanoTime();
      for (int i = 0; !stopped; i++) {
        long start = System.nanoTime();
        ask(question(i % 3));
        nanos.add(System.nanoTime() - start);
        next += EVERY_NS;
        long rest = next - System.nanoTime();
        if (rest > 0) {
          Thread.sleep(rest / 1_000_000, (int) (rest % 1_000_000));
        }
      }
    } catch (IOException | InterruptedException | RuntimeException e) {
      failed = e;
    }
  }

  private String question(int kind) {
    double lon = 114 + random.nextDouble() * 3;
    double lat = 25 + random.nextDouble() * 4;
    return switch (kind) {
      case 0 -> "/items/" + (1 + random.nextLong(greatest));
      case 1 ->
          "/items?limit=50&bbox=%.4f,%.4f,%.4f,%.4f".formatted(lon, lat, lon + 0.05, lat + 0.05);
      default -> "/counts?by=hazard_grade&filter=" + encoded("status = 'rectifying'");
    };
  }

  private void ask(String question) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(layer + question)).build();
    int status = client.send(request, BodyHandlers.ofByteArray()).statusCode();
    if (status != 200) {
      throw new IllegalStateException(question + ": HTTP " + status);
    }
  }
}

package cn.anlan.web.bench;

import cn.anlan.geo.tile.TileId;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tiles from the running service over loopback: some that nobody has asked for, then one of about
 * 20 kB again and again by {@code wrk}, beside nginx with the same bytes. What of the two is not
 * installed ({@code apt-get install wrk nginx-light}) is left out.
 */
final class TilesOverHttp {
  private static final int WANTED_BYTES = 20_000;
  private static final String[] WITH_MANY = {"power_line", "road", "township"};
  private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
  private static final Pattern FAULTS = Pattern.compile("Non-2xx|Socket errors");

  private final HttpClient client = HttpClient.newHttpClient();
  private final int port;

  private record Kept(String address, byte[] gzip) {}

  TilesOverHttp(int port) {
    this.port = port;
  }

  TilesResult.Http measure(String layer, List<TileId> tiles, Path folder)
      throws IOException, InterruptedException {
    long[] nanos = new long[tiles.size()];
    long all = 0;
    for (int i = 0; i < nanos.length; i++) {
      long start = System.nanoTime();
      get(address(layer, tiles.get(i)));
      nanos[i] = System.nanoTime() - start;
      all += nanos[i];
    }
    ScreeningResult.Times uncached = ScreeningResult.Times.of(nanos, all);
    Kept kept = about20kB(tiles);
    double ours = perSecond("http://127.0.0.1:" + port + kept.address());
    return new TilesResult.Http(
        uncached.p50Ms(), uncached.p95Ms(), kept.gzip().length, ours, nginx(kept.gzip(), folder));
  }

  private static String address(String layer, TileId tile) {
    return "/ogc/collections/%s/tiles/%s/%d/%d/%d"
        .formatted(layer, tile.grid().id(), tile.zoom(), tile.row(), tile.col());
  }

  private byte[] get(String address) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address))
            .header("Accept-Encoding", "gzip")
            .build();
    HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() / 100 != 2) {
      throw new IllegalStateException(answer.statusCode() + " " + address);
    }
    return answer.body();
  }

  private Kept about20kB(List<TileId> tiles) throws IOException, InterruptedException {
    Kept best = new Kept("", new byte[0]);
    for (String layer : WITH_MANY) {
      for (TileId tile : tiles.stream().filter(t -> t.zoom() < 10).toList()) {
        byte[] gzip = get(address(layer, tile));
        if (off(gzip) < off(best.gzip())) {
          best = new Kept(address(layer, tile), gzip);
        }
      }
    }
    return best;
  }

  private static int off(byte[] gzip) {
    return Math.abs(gzip.length - WANTED_BYTES);
  }

  private static double perSecond(String url) throws IOException, InterruptedException {
    if (!isInstalled("wrk")) {
      return Double.NaN;
    }
    run("wrk", "-t1", "-c16", "-d4s", "-H", "Accept-Encoding: gzip", url); // until it is warm
    String said = run("wrk", "-t1", "-c16", "-d8s", "-H", "Accept-Encoding: gzip", url);
    Matcher rate = RATE.matcher(said);
    if (FAULTS.matcher(said).find() || !rate.find()) {
      throw new IllegalStateException("wrk: " + said);
    }
    return Double.parseDouble(rate.group(1));
  }

  private static double nginx(byte[] gzip, Path folder) throws IOException, InterruptedException {
    if (!isInstalled("nginx") || !isInstalled("wrk")) {
      return Double.NaN;
    }
    Path memory = Files.createTempDirectory(Path.of("/dev/shm"), "anlan-bench-");
    Files.write(memory.resolve("tile"), gzip);
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    Path config = folder.resolve("nginx.conf");
    Files.writeString(
        config,
        """
        daemon off; user root; worker_processes 2; pid %1$s/nginx.pid; error_log %1$s/error.log;
        events { worker_connections 256; }
        http { access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000000;
          open_file_cache max=10; default_type application/vnd.mapbox-vector-tile;
          server { listen 127.0.0.1:%2$d; root %3$s; add_header Content-Encoding gzip; } }
        """
            .formatted(folder, free, memory));
    Process server = new ProcessBuilder("nginx", "-c", config.toString()).start();
    try {
      TimeUnit.SECONDS.sleep(1);
      return perSecond("http://127.0.0.1:" + free + "/tile");
    } finally {
      server.destroy();
      server.waitFor();
      Files.deleteIfExists(memory.resolve("tile"));
      Files.deleteIfExists(memory);
    }
  }

  private static boolean isInstalled(String program) {
    for (String folder : (System.getenv("PATH") + ":/usr/sbin").split(":")) {
      if (Files.isExecutable(Path.of(folder, program))) {
        return true;
      }
    }
    return false;
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }
}

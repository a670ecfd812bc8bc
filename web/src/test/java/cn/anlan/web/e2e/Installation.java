package cn.anlan.web.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The built jar with a var directory of its own, used as its users do: by commands and HTTP. */
final class Installation {
  /** What a command printed, and how it ended. */
  record Outcome(int exit, String out, String err) {}

  static final Path JAR = Path.of("target", "anlan.jar").toAbsolutePath();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  final Path varDir;
  private Process service;
  private int port;

  /** A new one below the system's temporary directory, open to the server's own user. */
  Installation() throws IOException {
    Path home =
        Files.createTempDirectory(
            "anlan-e2e-",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
    this.varDir = home.resolve("var");
  }

  /** Stops whatever runs and leaves nothing behind. */
  void remove() throws IOException, InterruptedException {
    Outcome stopped = run("stop");
    try (Stream<Path> files = Files.walk(varDir.getParent())) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
    if (stopped.exit() != 0) {
      throw new AssertionError("stop: " + stopped);
    }
  }

  /** Runs one command to its end. */
  Outcome run(String... words) throws IOException, InterruptedException {
    Path out = Files.createTempFile(varDir.getParent(), "out", ".txt");
    Path err = Files.createTempFile(varDir.getParent(), "err", ".txt");
    Process process =
        process(words).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    if (!process.waitFor(300, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("no end after 300 s: " + List.of(words));
    }
    return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  /** Starts {@code demo} or {@code serve} with its options and waits until it is ready. */
  void start(String command, String... options) throws IOException, InterruptedException {
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Path log = varDir.resolveSibling(varDir.getFileName() + "-" + command + ".log");
    List<String> words = new ArrayList<>(List.of(command, "--port", Integer.toString(port)));
    words.addAll(List.of(options));
    service =
        process(words.toArray(String[]::new))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(600);
    while (!isReady()) {
      if (!service.isAlive() || System.nanoTime() > deadline) {
        throw new AssertionError(command + " did not become ready: " + Files.readString(log));
      }
      Thread.sleep(200);
    }
  }

  /** Kills the service as the kernel would, without a word. */
  void kill() throws InterruptedException {
    service.destroyForcibly().waitFor();
  }

  /** Asks for an answer that must be good JSON. */
  JsonNode json(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = get(path);
    assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body());
  }

  /** What a statement answers, unaligned and without headings. */
  String psql(String sql) throws IOException, InterruptedException {
    Outcome outcome = run("psql", "-X", "-A", "-t", "-c", sql);
    assertThat(outcome.exit()).as(outcome.err()).isZero();
    return outcome.out().strip();
  }

  long servicePid() {
    return service.pid();
  }

  /** The database server itself, as its own file names it: its children come and go. */
  ProcessHandle databaseServer() throws IOException {
    Path pidFile = varDir.resolve("postgres/data/postmaster.pid");
    return ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile).get(0))).orElseThrow();
  }

  int port() {
    return port;
  }

  String url(String path) {
    return "http://127.0.0.1:" + port + path;
  }

  HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url(path))).timeout(Duration.ofSeconds(60));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private boolean isReady() throws InterruptedException {
    try {
      return get("/actuator/health/readiness").statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private ProcessBuilder process(String... words) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfile.encoding=UTF-8",
                "-XX:TieredStopAtLevel=1", // a command lives for seconds: half the processor time
                "-jar",
                JAR.toString()));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("ANLAN_VAR", varDir.toString());
    builder.environment().remove("ANLAN_DB_URL");
    builder.environment().put("LC_ALL", "C.UTF-8");
    return builder;
  }
}

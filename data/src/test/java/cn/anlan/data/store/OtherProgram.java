package cn.anlan.data.store;

import cn.anlan.data.ingest.Importer;
import cn.anlan.data.ingest.request.ImportRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A second program of the product, in a JVM of its own, that tests watch, end in good order or
 * kill. It prints one line when it has what it wants and ends when its standard input does.
 */
final class OtherProgram implements AutoCloseable {
  private final Process process;
  private final BufferedReader output;

  private OtherProgram(Process process) {
    this.process = process;
    this.output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  public static void main(String[] args) throws IOException {
    Path var = Path.of(args[1]);
    switch (args[0]) {
      case "serve" -> {
        try (ServeLock lock = ServeLock.acquire(var)) {
          lock.announce(8080);
          hold("serving");
        }
      }
      case "database" -> {
        try (Database database = Database.open(Settings.privateIn(var), Progress.silent())) {
          hold("port " + database.ownerLogin().port());
        }
      }
      case "cluster" -> {
        try (PrivateCluster cluster = PrivateCluster.open(var, Progress.silent())) {
          hold("port " + cluster.port());
        }
      }
      case "import" -> {
        try (Database database = Database.open(Settings.privateIn(var), Progress.silent())) {
          Path file = Path.of(args[2]);
          Importer.run(
              database,
              ImportRequest.of("enterprise", file)
                  .crs("EPSG:4490")
                  .sigmaM(5.0)
                  .rejectedDir(file.getParent())
                  .build(),
              said -> {
                if (said.contains("writing")) {
                  System.out.println(said);
                  System.out.flush();
                }
              });
          hold("done");
        }
      }
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  private static void hold(String line) throws IOException {
    System.out.println(line);
    System.out.flush();
    while (System.in.read() >= 0) {
      continue;
    }
  }

  static OtherProgram start(String what, Path var, String... more) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                OtherProgram.class.getName(),
                what,
                var.toString()));
    command.addAll(List.of(more));
    try {
      return new OtherProgram(
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    } catch (IOException e) {
      throw new UncheckedIOException("starting a second program", e);
    }
  }

  long pid() {
    return process.pid();
  }

  /** The line it prints when it has what it wants; null where it ended without. */
  String awaitLine() {
    try {
      return output.readLine();
    } catch (IOException e) {
      throw new UncheckedIOException("reading from a second program", e);
    }
  }

  /** Ends it in good order. */
  void finish() {
    try {
      process.getOutputStream().close();
      process.waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException("ending a second program", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** kill -9. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill();
  }
}

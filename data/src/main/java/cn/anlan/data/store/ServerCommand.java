package cn.anlan.data.store;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One run of a program of PostgreSQL, as the server's account and without its PG* variables. */
final class ServerCommand {
  private static final Duration TIMEOUT = Duration.ofMinutes(15);

  private ServerCommand() {}

  /**
   * @param output what the program printed, both streams
   */
  record Result(int exitCode, String output) {
    boolean ok() {
      return exitCode == 0;
    }
  }

  /**
   * Runs to the end. The output goes through a file, so that a server left running holds no pipe.
   */
  static Result run(ServerUser user, Path workDir, List<String> words) {
    Path output = null;
    try {
      output = Files.createTempFile("anlan-", ".out");
      ProcessBuilder builder = new ProcessBuilder(user.command(words));
      builder.directory(workDir.toFile());
      builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
      builder.environment().put("LC_ALL", "C.UTF-8");
      builder.redirectInput(new File("/dev/null"));
      builder.redirectErrorStream(true);
      builder.redirectOutput(output.toFile());
      Process process = builder.start();
      if (!process.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException(words.get(0) + " did not end in " + TIMEOUT);
      }
      return new Result(process.exitValue(), Files.readString(output));
    } catch (IOException e) {
      throw new UncheckedIOException("running " + words.get(0), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while running " + words.get(0), e);
    } finally {
      delete(output);
    }
  }

  private static void delete(Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("deleting " + file, e);
    }
  }
}

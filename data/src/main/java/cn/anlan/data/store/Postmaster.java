package cn.anlan.data.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The server process of a data directory, as {@code postmaster.pid} and the kernel tell of it. That
 * file outlives a killed server and its number may since belong to any other process, so it counts
 * only where that process is a {@code postgres} working in this directory.
 *
 * @param ready whether it takes connections
 */
record Postmaster(long pid, int port, boolean ready) {
  private static final int PID_LINE = 0;
  private static final int PORT_LINE = 3;
  private static final int STATUS_LINE = 7;
  private static final long LEFTOVER_WAIT_MS = 5_000;

  /** The running server of a data directory. */
  static Optional<Postmaster> find(Path data) {
    List<String> lines = pidFile(data);
    if (lines.size() <= PORT_LINE) {
      return Optional.empty();
    }
    long pid = Long.parseLong(lines.get(PID_LINE).strip());
    if (!worksIn(Path.of("/proc", Long.toString(pid)), data)) {
      return Optional.empty();
    }
    boolean ready = lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
    return Optional.of(new Postmaster(pid, Integer.parseInt(lines.get(PORT_LINE).strip()), ready));
  }

  /**
   * Ends what a killed server left: its backends, which might go on writing, and a pid file whose
   * number another process has now. Does nothing where a server is running after all, because a
   * starter that was killed itself had just launched one.
   */
  static void clearLeftovers(Path data, Optional<Path> socketDir) {
    long deadline = System.nanoTime() + LEFTOVER_WAIT_MS * 1_000_000;
    while (!processesIn(data).isEmpty() && System.nanoTime() < deadline) {
      if (find(data).isPresent()) {
        return;
      }
      Pause.millis(50);
    }
    for (long pid : processesIn(data)) {
      ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }
    while (!processesIn(data).isEmpty()) {
      Pause.millis(20);
    }
    try {
      Files.deleteIfExists(data.resolve("postmaster.pid"));
      if (socketDir.isPresent() && Files.isDirectory(socketDir.get())) {
        try (Stream<Path> entries = Files.list(socketDir.get())) {
          for (Path entry : entries.toList()) {
            Files.deleteIfExists(entry);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("removing what a killed server left in " + data, e);
    }
  }

  /** All server processes, parents and children, that work in the directory. */
  static List<Long> processesIn(Path data) {
    List<Long> pids = new ArrayList<>();
    try (Stream<Path> entries = Files.list(Path.of("/proc"))) {
      for (Path entry : entries.toList()) {
        String name = entry.getFileName().toString();
        if (name.matches("[0-9]+") && worksIn(entry, data)) {
          pids.add(Long.parseLong(name));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("listing processes", e);
    }
    return pids;
  }

  private static boolean worksIn(Path proc, Path data) {
    try {
      String program = Files.readSymbolicLink(proc.resolve("exe")).getFileName().toString();
      return program.startsWith("postgres")
          && Files.readSymbolicLink(proc.resolve("cwd")).equals(data.toRealPath());
    } catch (IOException e) {
      return false;
    }
  }

  private static List<String> pidFile(Path data) {
    try {
      Path file = data.resolve("postmaster.pid");
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException("reading postmaster.pid of " + data, e);
    }
  }
}

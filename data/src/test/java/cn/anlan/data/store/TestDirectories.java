package cn.anlan.data.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Directories for tests that the server's account can reach, also when the build runs as root. */
final class TestDirectories {
  private TestDirectories() {}

  /** Below target/, or in the system's temporary directory where target/ is out of reach. */
  static Path reachable(String name) {
    try {
      Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
      Path base =
          ServerUser.forNew().canEnter(target)
              ? target
              : Path.of(System.getProperty("java.io.tmpdir"))
                  .resolve("anlan-" + Integer.toHexString(target.hashCode()));
      Path dir = Files.createDirectories(base.resolve(name));
      for (Path each : List.of(base, dir)) {
        Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
      return dir;
    } catch (IOException e) {
      throw new UncheckedIOException("making a directory for tests", e);
    }
  }

  /** A directory of that name with nothing in it; whatever runs in a former one is ended. */
  static Path fresh(String name) {
    Path dir = reachable(name);
    delete(dir);
    return reachable(name);
  }

  static void delete(Path dir) {
    killServer(dir.resolve("postgres").resolve("data"));
    try (Stream<Path> paths = Files.walk(dir)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("deleting " + dir, e);
    }
  }

  /** The same beside whatever comes next: half a million files take half a minute. */
  static void leave(Path dir) {
    killServer(dir.resolve("postgres").resolve("data"));
    Path gone = dir.resolveSibling(dir.getFileName() + "-" + ProcessHandle.current().pid());
    try {
      Files.move(dir, gone);
      new ProcessBuilder("rm", "-rf", gone.toString()).start();
    } catch (IOException e) {
      throw new UncheckedIOException("deleting " + dir, e);
    }
  }

  /** Ends the server of a data directory and all its children, without a word. */
  static void killServer(Path data) {
    while (!Postmaster.processesIn(data).isEmpty()) {
      for (long pid : Postmaster.processesIn(data)) {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
      }
      Pause.millis(20);
    }
  }
}

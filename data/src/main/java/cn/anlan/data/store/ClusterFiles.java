package cn.anlan.data.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes the cluster's files. A new data directory is built under another name, written to disk and
 * renamed only when complete, so a process killed at any moment leaves either no cluster or a whole
 * one; what it left half-made is removed at the next attempt.
 */
final class ClusterFiles {
  private static final String MAKING = "data.making-";
  private static final long LOG_KEPT_BYTES = 10L * 1024 * 1024;

  private final ClusterHome home;

  ClusterFiles(ClusterHome home) {
    this.home = home;
  }

  boolean exist() {
    return Files.exists(home.data().resolve("PG_VERSION"));
  }

  /** The major version of the cluster, where there is one. */
  Optional<Integer> major() {
    try {
      return exist()
          ? Optional.of(
              Integer.parseInt(Files.readString(home.data().resolve("PG_VERSION")).strip()))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("reading the version of " + home.data(), e);
    }
  }

  /**
   * Makes a new cluster: UTF-8, locale C.UTF-8 but texts in order of their bytes, which sorts the
   * indexes of millions of keys several times faster; page checksums, passwords for every login.
   */
  void create(PostgresPrograms programs) {
    removeHalfMade();
    Secrets.getOrCreate(home.superuserPassword());
    home.user().give(home.superuserPassword());
    Path making = home.dir().resolve(MAKING + Secrets.newPassword());
    ServerCommand.Result made =
        ServerCommand.run(
            home.user(),
            home.dir(),
            List.of(
                programs.program("initdb"),
                "--pgdata=" + making,
                "--username=" + PrivateCluster.SUPERUSER,
                "--pwfile=" + home.superuserPassword(),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--lc-collate=C",
                "--data-checksums"));
    if (!made.ok()) {
      throw new IllegalStateException("initdb failed: " + made.output().strip());
    }
    try {
      Path conf = making.resolve("postgresql.conf");
      Files.writeString(conf, ClusterConfig.INCLUDES, StandardOpenOption.APPEND);
      sync(conf);
      Files.move(making, home.data(), StandardCopyOption.ATOMIC_MOVE);
      sync(home.dir());
    } catch (IOException e) {
      throw new UncheckedIOException("putting the new cluster in its place", e);
    }
  }

  /** Writes the settings for the next start. */
  void configure(int port, Map<String, String> overrides) {
    Path conf = home.data().resolve(ClusterConfig.FILE);
    Secrets.write(conf, ClusterConfig.text(port, home.socketDir().map(Path::toString), overrides));
    home.user().give(conf);
    Secrets.write(home.portFile(), port + "\n");
    home.user().give(home.portFile());
  }

  /** The port of the last start. */
  Optional<Integer> lastPort() {
    return Secrets.find(home.portFile())
        .filter(p -> p.matches("[0-9]{1,5}"))
        .map(Integer::parseInt);
  }

  /** Keeps the server's log from growing for ever: one former file stays. */
  void rotateLog() {
    try {
      if (Files.exists(home.log()) && Files.size(home.log()) > LOG_KEPT_BYTES) {
        Files.move(
            home.log(),
            home.log().resolveSibling("server.log.1"),
            StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("rotating " + home.log(), e);
    }
  }

  /** The last lines of the server's log, for a message about a start that failed. */
  String logTail() {
    try {
      if (!Files.exists(home.log())) {
        return "";
      }
      byte[] all = Files.readAllBytes(home.log());
      int from = Math.max(0, all.length - 2000);
      return new String(all, from, all.length - from, StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + home.log(), e);
    }
  }

  private void removeHalfMade() {
    try (Stream<Path> entries = Files.list(home.dir())) {
      for (Path entry :
          entries.filter(p -> p.getFileName().toString().contains(".making-")).toList()) {
        deleteTree(entry);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("removing a half-made cluster in " + home.dir(), e);
    }
  }

  /** Deletes a directory that a dying process may still be writing into: what vanishes is fine. */
  private static void deleteTree(Path root) throws IOException {
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (NoSuchFileException | java.nio.file.DirectoryNotEmptyException e) {
      return;
    }
  }

  private static void sync(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}

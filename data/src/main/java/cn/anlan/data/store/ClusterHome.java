package cn.anlan.data.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The private cluster's directory (mode 700, owned by the server's account) and what lies where in
 * it. It is {@code var/postgres}, except where the program is root and the server's account cannot
 * reach {@code var} (below a home of mode 700): then it is a directory of the system named after a
 * hash of {@code var}'s path.
 */
record ClusterHome(Path dir, ServerUser user) {
  private static final Path SYSTEM = Path.of("/var/lib/anlan");

  /** sun_path takes 108 bytes with the closing zero; PostgreSQL appends {@code /.s.PGSQL.65535}. */
  private static final int LONGEST_SOCKET_DIR = 107 - "/.s.PGSQL.65535.lock".length();

  /** Finds the directory of an existing cluster. */
  static Optional<ClusterHome> find(Path var) {
    return find(var, SYSTEM);
  }

  static Optional<ClusterHome> find(Path var, Path systemDir) {
    for (Path dir : new Path[] {inVar(var), inSystem(var, systemDir)}) {
      boolean closedToUs = Files.isDirectory(dir) && !Files.isReadable(dir);
      if (closedToUs || Files.exists(dir.resolve("data"))) {
        return Optional.of(new ClusterHome(dir, ServerUser.ownerOf(dir)));
      }
    }
    return Optional.empty();
  }

  /** Finds the directory of an existing cluster, or chooses and makes one. */
  static ClusterHome findOrMake(Path var, Progress progress) {
    return findOrMake(var, SYSTEM, progress);
  }

  static ClusterHome findOrMake(Path var, Path systemDir, Progress progress) {
    ClusterHome home = find(var, systemDir).orElseGet(() -> choose(var, systemDir));
    if (!home.dir.equals(inVar(var))) {
      progress.step(
          "数据库账户进不了 "
              + var
              + "，数据库放在 (the server's account cannot reach var; the database is in) "
              + home.dir);
    }
    home.make();
    return home;
  }

  Path data() {
    return dir.resolve("data");
  }

  Path log() {
    return dir.resolve("server.log");
  }

  Path superuserPassword() {
    return dir.resolve("superuser.password");
  }

  Path portFile() {
    return dir.resolve("port");
  }

  /** A directory for the Unix socket; empty where the path is too long, and TCP alone is left. */
  Optional<Path> socketDir() {
    Path socket = dir.resolve("socket");
    int length = socket.toString().getBytes(StandardCharsets.UTF_8).length;
    return length <= LONGEST_SOCKET_DIR ? Optional.of(socket) : Optional.empty();
  }

  /** Makes a directory of mode 700 that belongs to the server's account, where it is missing. */
  void makePrivate(Path directory) {
    try {
      if (!Files.isDirectory(directory)) {
        Files.createDirectory(
            directory,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
      user.give(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("making " + directory, e);
    }
  }

  private void make() {
    try {
      Files.createDirectories(dir.getParent());
    } catch (IOException e) {
      throw new UncheckedIOException("making " + dir.getParent(), e);
    }
    makePrivate(dir);
    socketDir().ifPresent(this::makePrivate);
  }

  private static ClusterHome choose(Path var, Path systemDir) {
    ServerUser user = ServerUser.forNew();
    return new ClusterHome(user.canEnter(var) ? inVar(var) : inSystem(var, systemDir), user);
  }

  private static Path inVar(Path var) {
    return var.resolve("postgres");
  }

  private static Path inSystem(Path var, Path systemDir) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(var.toString().getBytes(StandardCharsets.UTF_8));
      return systemDir.resolve(HexFormat.of().formatHex(hash, 0, 8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

package cn.anlan.data.store;

import cn.anlan.geo.fault.UserFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where PostgreSQL's programs are, and of which major version.
 *
 * @param bin directory with {@code initdb}, {@code pg_ctl} and {@code postgres}
 */
record PostgresPrograms(Path bin, int major) {
  /** The oldest version the SQL of this product is written for. */
  static final int OLDEST = 14;

  /** What Debian 12 offers. */
  private static final int USUAL = 15;

  private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
  private static final List<String> NEEDED = List.of("initdb", "pg_ctl", "postgres");

  /**
   * Finds the newest installed version, or exactly the one that an existing cluster needs.
   *
   * @throws UserFault where there is none; it names the package to install
   */
  static PostgresPrograms find(Optional<Integer> needed) {
    return find(DEBIAN, needed);
  }

  static PostgresPrograms find(Path versionsDir, Optional<Integer> needed) {
    return candidates(versionsDir).stream()
        .filter(p -> needed.map(n -> n == p.major).orElse(p.major >= OLDEST))
        .max(Comparator.comparingInt(PostgresPrograms::major))
        .orElseThrow(() -> missing(needed.orElse(USUAL)));
  }

  String program(String name) {
    return bin.resolve(name).toString();
  }

  private static List<PostgresPrograms> candidates(Path versionsDir) {
    List<PostgresPrograms> found = new ArrayList<>();
    if (!Files.isDirectory(versionsDir)) {
      return found;
    }
    try (Stream<Path> versions = Files.list(versionsDir)) {
      for (Path version : versions.toList()) {
        String name = version.getFileName().toString();
        Path bin = version.resolve("bin");
        if (name.matches("[0-9]{1,3}")
            && NEEDED.stream().allMatch(p -> Files.isExecutable(bin.resolve(p)))) {
          found.add(new PostgresPrograms(bin, Integer.parseInt(name)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("listing " + versionsDir, e);
    }
    return found;
  }

  private static UserFault missing(int major) {
    return new UserFault(
        "缺少 PostgreSQL " + major + " 的程序 (programs missing): " + String.join(", ", NEEDED),
        "安装软件包 (install packages): apt-get install postgresql-"
            + major
            + " postgresql-"
            + major
            + "-postgis-3");
  }
}

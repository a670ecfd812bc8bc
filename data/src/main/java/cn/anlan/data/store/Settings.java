package cn.anlan.data.store;

import cn.anlan.geo.fault.UserFault;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where the store lives.
 *
 * @param varDir everything the program writes, absolute; {@code ANLAN_VAR}, else {@code ./var}
 * @param dbUrl JDBC address of a PostgreSQL server; {@code ANLAN_DB_URL}. Empty: a private cluster
 * @param dbUser login on that server; {@code ANLAN_DB_USER}
 * @param dbPassword its password; {@code ANLAN_DB_PASSWORD}
 */
public record Settings(
    Path varDir, Optional<String> dbUrl, Optional<String> dbUser, Optional<String> dbPassword) {
  private static final String JDBC = "jdbc:postgresql:";

  public Settings {
    varDir = varDir.toAbsolutePath().normalize();
    if (dbUrl.isPresent() && !dbUrl.get().startsWith(JDBC)) {
      throw new UserFault(
          "ANLAN_DB_URL 不是 PostgreSQL 的 JDBC 地址 (not a JDBC address of PostgreSQL)",
          "应形如 (write it like) jdbc:postgresql://host:5432/database");
    }
  }

  /** Reads the environment of the process. */
  public static Settings fromEnvironment() {
    return from(System.getenv());
  }

  /** Reads the given variables; blank ones count as absent. */
  static Settings from(Map<String, String> environment) {
    return new Settings(
        Path.of(find(environment, "ANLAN_VAR").orElse("var")),
        find(environment, "ANLAN_DB_URL"),
        find(environment, "ANLAN_DB_USER"),
        find(environment, "ANLAN_DB_PASSWORD"));
  }

  /** Settings of a private cluster below the given directory. */
  public static Settings privateIn(Path varDir) {
    return new Settings(varDir, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The office's own definitions: catalogue files, rules, models. May not exist. */
  public Path confDir() {
    return varDir.resolve("conf");
  }

  /** Says nothing of the password, nor of the address, which may carry one. */
  @Override
  public String toString() {
    return "Settings[varDir=" + varDir + ", server=" + (dbUrl.isPresent() ? "given" : "own") + "]";
  }

  private static Optional<String> find(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(v -> !v.isBlank());
  }
}

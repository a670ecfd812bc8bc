package cn.anlan.web.bench;

import cn.anlan.data.store.Database;
import cn.anlan.data.store.PrivateCluster;
import cn.anlan.data.store.Progress;
import cn.anlan.data.store.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A fresh private cluster of a bench's own below the system's temporary directory, with the
 * settings of every day. Closing removes all of it, and so does Ctrl-C.
 */
final class BenchDatabase implements AutoCloseable {
  private static final double MB = 1024 * 1024;

  private final Path var;
  private final Database database;
  private boolean removed;

  private BenchDatabase(Path var, Database database) {
    this.var = var;
    this.database = database;
  }

  static BenchDatabase open(Progress progress) throws IOException {
    Path var = Files.createTempDirectory("anlan-bench-");
    try {
      Database database = Database.open(Settings.privateIn(var), progress);
      BenchDatabase bench = new BenchDatabase(var, database);
      Runtime.getRuntime().addShutdownHook(new Thread(bench::close, "remove-bench"));
      return bench;
    } catch (RuntimeException | Error e) {
      deleteTree(var);
      throw e;
    }
  }

  Database database() {
    return database;
  }

  Path var() {
    return var;
  }

  Machine machine() throws SQLException {
    var system =
        ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
    return new Machine(
        Runtime.getRuntime().availableProcessors(),
        Math.round(system.getTotalMemorySize() / MB),
        Runtime.version().toString(),
        ask("SELECT current_setting('server_version') || ', PostGIS ' || postgis_lib_version()"),
        system.getSystemLoadAverage());
  }

  CpuTime cpu() {
    return CpuTime.now(database.cluster().flatMap(PrivateCluster::findServerPid));
  }

  /** The first column of the first row. */
  String ask(String sql) throws SQLException {
    try (Connection connection = database.reader().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  /** The heap in use once everything that can be collected has been, MB. */
  static double usedMb() {
    Runtime runtime = Runtime.getRuntime();
    double least = Double.MAX_VALUE;
    for (int i = 0; i < 4; i++) {
      System.gc();
      least = Math.min(least, (runtime.totalMemory() - runtime.freeMemory()) / MB);
    }
    return least;
  }

  static double secondsSince(long startNanos) {
    return (System.nanoTime() - startNanos) / 1e9;
  }

  @Override
  public synchronized void close() {
    if (!removed) {
      removed = true;
      Optional<Path> home = database.cluster().map(PrivateCluster::homeDir);
      database.close();
      home.ifPresent(BenchDatabase::deleteTree);
      deleteTree(var);
    }
  }

  static void deleteTree(Path directory) {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("removing " + directory, e);
    }
  }
}

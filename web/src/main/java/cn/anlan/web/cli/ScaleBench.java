package cn.anlan.web.cli;

import cn.anlan.data.demo.draw.DemoPlan;
import cn.anlan.data.initial.InitialData;
import cn.anlan.data.initial.LoadedLayer;
import cn.anlan.data.snapshots.SnapshotLoader;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.PrivateCluster;
import cn.anlan.data.store.Progress;
import cn.anlan.data.store.Settings;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.SnapshotStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/**
 * Loads the demonstration province into a fresh private cluster of its own below the system's
 * temporary directory, then the snapshots, and removes everything again. The cluster's settings are
 * those of every day; only its place is another.
 */
final class ScaleBench {
  private static final double MB = 1024 * 1024;

  private final DemoPlan plan;
  private final Progress progress;

  ScaleBench(DemoPlan plan, Progress progress) {
    this.plan = plan;
    this.progress = progress;
  }

  ScaleResult run() throws IOException, SQLException {
    Path var = Files.createTempDirectory("anlan-bench-");
    try {
      Database database = Database.open(Settings.privateIn(var), progress);
      Runnable end = () -> remove(database, var);
      Runtime.getRuntime().addShutdownHook(new Thread(end, "remove-bench")); // also on Ctrl-C
      try {
        return measure(database, var);
      } finally {
        end.run();
      }
    } finally {
      deleteTree(var);
    }
  }

  private static void remove(Database database, Path var) {
    Optional<Path> home = database.cluster().map(PrivateCluster::homeDir);
    database.close();
    home.ifPresent(ScaleBench::deleteTree);
    deleteTree(var);
  }

  private ScaleResult measure(Database database, Path var) throws IOException, SQLException {
    ScaleResult.Machine machine = machine(database);
    CpuTime before = cpu(database);
    long start = System.nanoTime();
    InitialData.ensureBaseMap(database, progress);
    List<LoadedLayer> layers = InitialData.ensureDemo(database, plan, progress);
    double seconds = secondsSince(start);
    CpuTime used = cpu(database).since(before);
    long rows = layers.stream().mapToLong(LoadedLayer::rows).sum();
    ScaleResult.Load load =
        new ScaleResult.Load(
            rows,
            seconds,
            Math.round(rows / seconds),
            used.javaSeconds(),
            used.serverSeconds(),
            Long.parseLong(ask(database, "SELECT pg_database_size(current_database()) / 1048576")));
    progress.step("读快照 (loading the snapshots)");
    ScaleResult.Snapshots snapshots = snapshots(database);
    progress.step("对照 (the yardstick)");
    return new ScaleResult(
        LocalDate.now().toString(),
        plan.seed(),
        plan.scale(),
        machine,
        layers,
        load,
        yardstick(database, layers, var),
        snapshots);
  }

  /** Once into the same store that is kept, and once more for what a warm machine takes. */
  private static ScaleResult.Snapshots snapshots(Database database) {
    SnapshotLoader loader = new SnapshotLoader(database);
    SnapshotStore kept = new SnapshotStore();
    double emptyMb = usedMb();
    CpuTime before = cpu(database);
    long start = System.nanoTime();
    loader.loadInto(kept);
    double seconds = secondsSince(start);
    CpuTime used = cpu(database).since(before);
    double retainedMb = usedMb() - emptyMb;
    start = System.nanoTime();
    loader.loadInto(kept);
    double again = secondsSince(start);
    start = System.nanoTime();
    loader.loadInto(new SnapshotStore());
    double second = secondsSince(start);
    long rows = 0;
    double estimated = 0;
    for (LayerSnapshot layer : kept.current().layers().values()) {
      rows += layer.size();
      estimated += layer.memoryBytes() / MB;
    }
    return new ScaleResult.Snapshots(
        rows,
        seconds,
        second,
        again,
        used.javaSeconds(),
        used.serverSeconds(),
        retainedMb,
        estimated);
  }

  private static ScaleResult.Yardstick yardstick(
      Database database, List<LoadedLayer> layers, Path var) throws IOException, SQLException {
    LoadedLayer biggest =
        layers.stream().max(Comparator.comparingLong(LoadedLayer::rows)).orElseThrow();
    Path file = var.resolve("yardstick.copy");
    try (Connection connection = database.owner().getConnection();
        Statement statement = connection.createStatement()) {
      PGConnection postgres = connection.unwrap(PGConnection.class);
      try (OutputStream out = Files.newOutputStream(file)) {
        String copy = "COPY layer." + biggest.layer() + " TO STDOUT (FORMAT binary)";
        postgres.getCopyAPI().copyOut(copy, out);
      }
      statement.execute(
          "CREATE UNLOGGED TABLE anlan.yardstick (LIKE layer." + biggest.layer() + ")");
      long start = System.nanoTime();
      long rows;
      try (InputStream in = Files.newInputStream(file)) {
        String copy = "COPY anlan.yardstick FROM STDIN (FORMAT binary)";
        rows = postgres.getCopyAPI().copyIn(copy, in, 1 << 18);
      }
      double seconds = secondsSince(start);
      statement.execute("DROP TABLE anlan.yardstick");
      return new ScaleResult.Yardstick(biggest.layer(), rows, seconds, Math.round(rows / seconds));
    }
  }

  private static ScaleResult.Machine machine(Database database) throws SQLException {
    var system =
        ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
    return new ScaleResult.Machine(
        Runtime.getRuntime().availableProcessors(),
        Math.round(system.getTotalMemorySize() / MB),
        Runtime.version().toString(),
        ask(
            database,
            "SELECT current_setting('server_version') || ', PostGIS ' || postgis_lib_version()"),
        system.getSystemLoadAverage());
  }

  private static CpuTime cpu(Database database) {
    return CpuTime.now(database.cluster().flatMap(PrivateCluster::findServerPid));
  }

  private static String ask(Database database, String sql) throws SQLException {
    try (Connection connection = database.reader().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  /** The heap in use once everything that can be collected has been. */
  private static double usedMb() {
    Runtime runtime = Runtime.getRuntime();
    double least = Double.MAX_VALUE;
    for (int i = 0; i < 4; i++) {
      System.gc();
      least = Math.min(least, (runtime.totalMemory() - runtime.freeMemory()) / MB);
    }
    return least;
  }

  private static double secondsSince(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static void deleteTree(Path directory) {
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

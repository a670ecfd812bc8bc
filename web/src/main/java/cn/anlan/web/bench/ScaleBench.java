package cn.anlan.web.bench;

import cn.anlan.data.demo.draw.DemoPlan;
import cn.anlan.data.initial.InitialData;
import cn.anlan.data.initial.LoadedLayer;
import cn.anlan.data.snapshots.SnapshotLoader;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.Progress;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.SnapshotStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
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
    try (BenchDatabase bench = BenchDatabase.open(progress)) {
      return measure(bench);
    }
  }

  private ScaleResult measure(BenchDatabase bench) throws IOException, SQLException {
    Database database = bench.database();
    Machine machine = bench.machine();
    CpuTime before = bench.cpu();
    long start = System.nanoTime();
    InitialData.ensureBaseMap(database, progress);
    List<LoadedLayer> layers = InitialData.ensureDemo(database, plan, progress);
    double seconds = BenchDatabase.secondsSince(start);
    CpuTime used = bench.cpu().since(before);
    long rows = layers.stream().mapToLong(LoadedLayer::rows).sum();
    ScaleResult.Load load =
        new ScaleResult.Load(
            rows,
            seconds,
            Math.round(rows / seconds),
            used.javaSeconds(),
            used.serverSeconds(),
            Long.parseLong(bench.ask("SELECT pg_database_size(current_database()) / 1048576")));
    progress.step("读快照 (loading the snapshots)");
    ScaleResult.Snapshots snapshots = snapshots(bench);
    progress.step("对照 (the yardstick)");
    return new ScaleResult(
        LocalDate.now().toString(),
        plan.seed(),
        plan.scale(),
        machine,
        layers,
        load,
        yardstick(bench, layers),
        snapshots);
  }

  /** Once into the same store that is kept, and once more for what a warm machine takes. */
  private static ScaleResult.Snapshots snapshots(BenchDatabase bench) {
    SnapshotLoader loader = new SnapshotLoader(bench.database());
    SnapshotStore kept = new SnapshotStore();
    double emptyMb = BenchDatabase.usedMb();
    CpuTime before = bench.cpu();
    long start = System.nanoTime();
    loader.loadInto(kept);
    double seconds = BenchDatabase.secondsSince(start);
    CpuTime used = bench.cpu().since(before);
    double retainedMb = BenchDatabase.usedMb() - emptyMb;
    start = System.nanoTime();
    loader.loadInto(kept);
    double again = BenchDatabase.secondsSince(start);
    start = System.nanoTime();
    loader.loadInto(new SnapshotStore());
    double second = BenchDatabase.secondsSince(start);
    long rows = 0;
    double estimated = 0;
    for (LayerSnapshot layer : kept.current().layers().values()) {
      rows += layer.liveRows();
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

  private static ScaleResult.Yardstick yardstick(BenchDatabase bench, List<LoadedLayer> layers)
      throws IOException, SQLException {
    LoadedLayer biggest =
        layers.stream().max(Comparator.comparingLong(LoadedLayer::rows)).orElseThrow();
    Path file = bench.var().resolve("yardstick.copy");
    try (Connection connection = bench.database().owner().getConnection();
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
      double seconds = BenchDatabase.secondsSince(start);
      statement.execute("DROP TABLE anlan.yardstick");
      return new ScaleResult.Yardstick(biggest.layer(), rows, seconds, Math.round(rows / seconds));
    }
  }
}

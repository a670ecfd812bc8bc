package cn.anlan.web.bench;

import cn.anlan.data.ingest.ImportReport;
import cn.anlan.data.ingest.Importer;
import cn.anlan.data.ingest.request.ImportRequest;
import cn.anlan.data.initial.InitialData;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A CSV of invented enterprises by our import with all its checks and by ogr2ogr without any, in
 * turn, each into the same emptied table of the layer with its indexes, keys, constraints and
 * triggers; ogr2ogr also into a plain copy of the table that has the same indexes and constraints
 * and nothing else. A fresh private cluster with the settings of every day.
 */
final class ImportBench {
  private static final double MB = 1024 * 1024;
  private static final int ROUNDS = 2;

  private final Progress progress;
  private final int rows;

  ImportBench(Progress progress, int rows) {
    this.progress = progress;
    this.rows = rows;
  }

  ImportResult run() throws IOException, SQLException, InterruptedException {
    try (BenchDatabase bench = BenchDatabase.open(progress)) {
      Database database = bench.database();
      InitialData.ensureBaseMap(database, progress);
      Path csv = bench.var().resolve("firms.csv");
      progress.step("写出 CSV (writing the CSV)");
      BenchEnterprises.write(database, rows, csv);
      Machine machine = bench.machine();
      OgrRival rival = new OgrRival(bench, csv);
      rival.makePlainTable();
      List<ImportResult.Round> rounds = new ArrayList<>();
      for (int i = 0; i < ROUNDS; i++) {
        rounds.add(round(bench, csv, rival));
      }
      progress.step("同一文件再导入 (the same file once more)");
      rival.empty();
      imported(bench, csv);
      ImportResult.Ours again = imported(bench, csv);
      return new ImportResult(
          LocalDate.now().toString(),
          rows,
          Files.size(csv) / MB,
          machine,
          Math.round(Runtime.getRuntime().maxMemory() / MB),
          HeapWatch.mostResidentMb(),
          rounds,
          again);
    }
  }

  private ImportResult.Round round(BenchDatabase bench, Path csv, OgrRival rival)
      throws IOException, SQLException, InterruptedException {
    rival.empty();
    progress.step("本程序 (our import)");
    ImportResult.Ours ours = imported(bench, csv);
    progress.step("ogr2ogr，图层表 (the layer's table)");
    rival.empty();
    double layerSeconds = rival.seconds(OgrRival.LAYER, rows);
    progress.step("ogr2ogr，只有索引和约束的表 (a plain table)");
    double plainSeconds = rival.seconds(OgrRival.PLAIN, rows);
    return new ImportResult.Round(ours, layerSeconds, plainSeconds);
  }

  private ImportResult.Ours imported(BenchDatabase bench, Path csv) throws SQLException {
    HeapWatch heap = new HeapWatch();
    CpuTime before = bench.cpu();
    long start = System.nanoTime();
    double[] checkedAt = new double[1];
    ImportReport report =
        Importer.run(
            bench.database(),
            ImportRequest.of("enterprise", csv)
                .crs("EPSG:4490")
                .rejectedDir(bench.var().resolve("rejected"))
                .build(),
            step -> {
              progress.step(step);
              if (step.contains("writing")) {
                checkedAt[0] = BenchDatabase.secondsSince(start);
              }
            });
    double seconds = BenchDatabase.secondsSince(start);
    CpuTime used = bench.cpu().since(before);
    if (report.accepted() != rows) {
      throw new IllegalStateException("rejected: " + report.issues().get(0));
    }
    return new ImportResult.Ours(
        seconds,
        checkedAt[0],
        report.inserted(),
        report.unchanged(),
        used.javaSeconds(),
        used.serverSeconds(),
        heap.mostLiveMb());
  }
}

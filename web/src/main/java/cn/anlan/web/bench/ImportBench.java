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
 * A CSV of invented enterprises by our import with all its checks into the layer's emptied table,
 * and in turn by ogr2ogr without any into a plain copy of the table that has the same indexes and
 * constraints and nothing else. Into the layer's own table, whose columns have defaults, ogr2ogr
 * inserts row by row: that takes minutes and is measured once, with a tenth of the rows. A fresh
 * private cluster with the settings of every day.
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
      double fileMb = Files.size(csv) / MB;
      Machine machine = bench.machine();
      OgrRival rival = new OgrRival(bench);
      rival.makePlainTable();
      List<ImportResult.Round> rounds = new ArrayList<>();
      for (int i = 0; i < ROUNDS; i++) {
        rounds.add(round(bench, csv, rival));
      }
      progress.step("同一文件再导入 (the same file once more)");
      rival.empty();
      imported(bench, csv);
      ImportResult.Ours again = imported(bench, csv);
      progress.step("ogr2ogr，图层表，十分之一的行 (the layer's table, a tenth of the rows)");
      rival.empty();
      int few = Math.max(1, rows / 10);
      BenchEnterprises.write(database, few, csv);
      double layerSeconds = rival.seconds(OgrRival.LAYER, csv, few);
      return new ImportResult(
          LocalDate.now().toString(),
          rows,
          fileMb,
          machine,
          Math.round(Runtime.getRuntime().maxMemory() / MB),
          HeapWatch.mostResidentMb(),
          rounds,
          again,
          new ImportResult.IntoLayer(few, layerSeconds));
    }
  }

  private ImportResult.Round round(BenchDatabase bench, Path csv, OgrRival rival)
      throws IOException, SQLException, InterruptedException {
    rival.empty();
    progress.step("本程序 (our import)");
    ImportResult.Ours ours = imported(bench, csv);
    progress.step("ogr2ogr，只有索引和约束的表 (a plain table)");
    return new ImportResult.Round(ours, rival.seconds(OgrRival.PLAIN, csv, rows));
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

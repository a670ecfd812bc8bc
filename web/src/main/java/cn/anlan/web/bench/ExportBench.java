package cn.anlan.web.bench;

import cn.anlan.data.export.ExportReport;
import cn.anlan.data.export.Exporter;
import cn.anlan.data.export.request.ExportFormat;
import cn.anlan.data.export.request.ExportRequest;
import cn.anlan.data.export.request.Release;
import cn.anlan.data.export.request.Selection;
import cn.anlan.data.initial.InitialData;
import cn.anlan.data.store.ConnectionInfo;
import cn.anlan.data.store.Progress;
import cn.anlan.data.store.Sql;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;

/**
 * Fills a private cluster of its own with points of the layer {@code risk_point} and writes them
 * out: to GeoPackage in turns with ogr2ogr straight from the same table (same columns, nobody waits
 * for the disk), to every other format once, and as streams.
 */
final class ExportBench {
  private static final String LAYER = "risk_point";
  private static final int ROUNDS = 3;
  private static final int FEW = 10;

  /** Columns as an export has them. */
  private static final String COLUMNS =
      "code, name, enterprise_code, sector, accident_type, method, factor_l, factor_m, factor_e,"
          + " factor_c, factor_s, score, level, level_reported, control_measures, control_level,"
          + " notice_board, last_reviewed, township_code, county_code, county_code_located,"
          + " county_name_source, sigma_m, source, is_demo, geom";

  private static final String FILL =
      """
      INSERT INTO layer.risk_point (code, name, sector, method, factor_l, factor_e, factor_c, score,
        level, level_reported, control_measures, notice_board, last_reviewed, county_code,
        county_code_located, sigma_m, source, is_demo, geom)
      SELECT 'DEMO-B-' || n, '示例风险点·储罐区 ' || n, 'hazardous_chemicals', 'lec', 3, 6, 15, 270,
        2 - (n %% 3 = 0)::int, 2, '每日巡检；泄漏报警联锁；作业票审批 ' || n %% 97, n %% 2 = 0,
        DATE '2021-01-01' + n %% 365, '360102', '360102', 5, '示例数据（虚构）', true,
        ST_SetSRID(ST_MakePoint(113.6 + 4.8 * random(), 24.6 + 5.4 * random()), 4490)
      FROM generate_series(1, %d) n
      """;

  private final Progress progress;
  private final int rows;

  ExportBench(Progress progress, int rows) {
    this.progress = progress;
    this.rows = rows;
  }

  ExportResult run() throws IOException, SQLException, InterruptedException {
    try (BenchDatabase bench = BenchDatabase.open(progress)) {
      InitialData.ensureBaseMap(bench.database(), progress);
      progress.step("装入 (loading) " + rows + " 个点");
      fill(bench);
      Machine machine = bench.machine();
      ExportResult.Rivals rivals = rivals(bench);
      List<ExportResult.Format> formats = new ArrayList<>();
      for (ExportFormat format : ExportFormat.values()) {
        progress.step("写出 (writing) " + format.word());
        formats.add(format(bench, format));
      }
      List<ExportResult.Stream> streams = new ArrayList<>();
      for (ExportFormat format : ExportFormat.values()) {
        if (format.isStreamed()) {
          streams.add(stream(bench, format));
        }
      }
      return new ExportResult(LocalDate.now().toString(), machine, rows, rivals, formats, streams);
    }
  }

  private void fill(BenchDatabase bench) throws SQLException {
    try (Connection connection = bench.database().owner().getConnection()) {
      Sql.run(connection, "SELECT setseed(0.5)");
      Sql.run(connection, FILL.formatted(rows));
      Sql.run(connection, "VACUUM ANALYZE layer.risk_point");
    }
  }

  private ExportResult.Rivals rivals(BenchDatabase bench) throws IOException, InterruptedException {
    double[] ours = new double[ROUNDS];
    double[] theirs = new double[ROUNDS];
    Path mine = bench.var().resolve("ours.gpkg");
    Path other = bench.var().resolve("ogr2ogr.gpkg");
    for (int round = 0; round < ROUNDS; round++) {
      progress.step("GeoPackage, 第 " + (round + 1) + " 轮 (round)");
      Files.deleteIfExists(other);
      long start = System.nanoTime();
      ogr2ogr(bench.database().readerLogin(), other);
      theirs[round] = BenchDatabase.secondsSince(start);
      start = System.nanoTime();
      Exporter.toFile(bench.database(), request(ExportFormat.GPKG), mine, true, r -> {});
      ours[round] = BenchDatabase.secondsSince(start);
    }
    return new ExportResult.Rivals(ours, theirs, Files.size(mine), Files.size(other));
  }

  private static void ogr2ogr(ConnectionInfo login, Path target)
      throws IOException, InterruptedException {
    String source =
        "PG:host=%s port=%d dbname=%s user=%s"
            .formatted(login.host(), login.port(), login.database(), login.user());
    ProcessBuilder builder =
        new ProcessBuilder(
                "ogr2ogr",
                "-f",
                "GPKG",
                "--config",
                "OGR_SQLITE_SYNCHRONOUS",
                "OFF",
                target.toString(),
                source,
                "-nln",
                LAYER,
                "-sql",
                "SELECT id, " + COLUMNS + " FROM layer." + LAYER)
            .redirectErrorStream(true);
    builder.environment().put("PGPASSWORD", login.password());
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new IllegalStateException("ogr2ogr: " + said);
    }
  }

  /** Over few rows and over all; the time is that of all, the look at the memory included. */
  private ExportResult.Format format(BenchDatabase bench, ExportFormat format) {
    Path file = bench.var().resolve("all." + format.extension());
    int few = rows / FEW;
    long[] ids = LongStream.rangeClosed(1, few).toArray();
    Selection tenth = Selection.of(ids, bench.database().dataVersion(), "a tenth");
    Half little = new Half(few);
    Exporter.toFile(bench.database(), request(format).selection(tenth), file, true, little);
    Half much = new Half(rows);
    long start = System.nanoTime();
    ExportReport report = Exporter.toFile(bench.database(), request(format), file, true, much);
    double seconds = BenchDatabase.secondsSince(start);
    return new ExportResult.Format(
        format.word(), seconds, report.bytes(), little.liveMb, much.liveMb);
  }

  /** Looks half-way what is alive in memory that was not before. */
  private static final class Half implements LongConsumer {
    private final double emptyMb = BenchDatabase.usedMb();
    private final long rows;
    private double liveMb = Double.NaN;

    Half(long all) {
      this.rows = all / 2;
    }

    @Override
    public void accept(long written) {
      if (Double.isNaN(liveMb) && written >= rows) {
        liveMb = BenchDatabase.usedMb() - emptyMb;
      }
    }
  }

  private ExportResult.Stream stream(BenchDatabase bench, ExportFormat format) {
    Counting out = new Counting();
    Exporter.toStream(bench.database(), request(format), out);
    double seconds = BenchDatabase.secondsSince(out.start);
    return new ExportResult.Stream(format.word(), out.firstMs, seconds, out.bytes);
  }

  private static ExportRequest request(ExportFormat format) {
    return ExportRequest.of(LAYER, format, Release.internal("bench"));
  }

  /** Takes bytes and looks at the clock when the first comes. */
  private static final class Counting extends OutputStream {
    private final long start = System.nanoTime();
    private double firstMs = Double.NaN;
    private long bytes;

    @Override
    public void write(int b) {
      count(1);
    }

    @Override
    public void write(byte[] b, int from, int length) {
      count(length);
    }

    private void count(int more) {
      if (bytes == 0) {
        firstMs = (System.nanoTime() - start) / 1e6;
      }
      bytes += more;
    }
  }
}

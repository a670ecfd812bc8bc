package cn.anlan.web.cli;

import cn.anlan.data.export.ExportFormat;
import cn.anlan.data.export.ExportReport;
import cn.anlan.data.export.ExportRequest;
import cn.anlan.data.export.Exporter;
import cn.anlan.data.initial.InitialData;
import cn.anlan.data.snapshots.SnapshotLoader;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.Progress;
import cn.anlan.data.store.Settings;
import cn.anlan.geo.filter.Filter;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotStore;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./anlan export LAYER}: a layer, or what a filter leaves of it, as a file. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "导出图层为文件 (write a layer to a file)")
public final class ExportCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "LAYER", description = "图层 (layer)")
  private String layer;

  @Option(
      names = "--format",
      required = true,
      paramLabel = "FORMAT",
      description = "geojson, geojsonseq, csv, gpkg, shp (zip), xlsx, kml, fgb")
  private String format;

  @Option(
      names = "--crs",
      paramLabel = "CRS",
      defaultValue = "EPSG:4490",
      description = "坐标系 (datum), 默认 ${DEFAULT-VALUE}")
  private String crs;

  @Option(names = "--filter", paramLabel = "CQL2", description = "CQL2 条件，如 \"level = 1\"")
  private String filter;

  @Option(names = "--encoding", paramLabel = "NAME", description = "shp、csv 的文字编码: UTF-8, GB18030")
  private String encoding;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FILE",
      description = "输出文件 (file)")
  private Path output;

  @Option(names = "--force", description = "覆盖已有文件 (replace a file that is there)")
  private boolean force;

  @Override
  public Integer call() {
    Settings settings = Settings.fromEnvironment();
    ExportFormat wanted = ExportFormat.parse(format);
    try (Database database = Database.open(settings, Progress.silent()).closeAtExit()) {
      InitialData.ensureBaseMap(database, Progress.toStderr());
      database.catalog().getLayer(layer);
      ExportRequest request =
          new ExportRequest(
              layer,
              wanted,
              crs,
              Optional.ofNullable(encoding),
              filter == null ? Optional.empty() : Optional.of(matching(database)),
              output,
              force);
      ExportReport report = Exporter.run(database, request, Progress.toStderr());
      System.out.println(
          report.layer()
              + "："
              + report.rows()
              + " 行 (rows) → "
              + output
              + "，"
              + report.crs()
              + "，数据版本 (data version) "
              + report.dataVersion()
              + (report.demo() ? "，含示例数据 (holds invented data)" : ""));
      report.warnings().forEach(System.out::println);
      return 0;
    }
  }

  /** Ids of the rows for which the filter holds: the snapshot decides, never SQL. */
  private long[] matching(Database database) {
    Filter condition = Filter.parse(filter);
    SnapshotStore store = new SnapshotStore();
    new SnapshotLoader(database).loadInto(store);
    LayerSnapshot snapshot = store.get(layer);
    IntStream rows =
        Query.on(snapshot, Scope.wholeProvince("cli")).filter(condition).rows().stream();
    return rows.mapToLong(snapshot::id).toArray();
  }
}

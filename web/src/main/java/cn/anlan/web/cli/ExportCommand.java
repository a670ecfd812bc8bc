package cn.anlan.web.cli;

import cn.anlan.data.catalog.Layer;
import cn.anlan.data.export.ExportReport;
import cn.anlan.data.export.Exporter;
import cn.anlan.data.export.request.ExportFormat;
import cn.anlan.data.export.request.ExportRequest;
import cn.anlan.data.export.request.HeadingLanguage;
import cn.anlan.data.export.request.Release;
import cn.anlan.data.export.request.Selection;
import cn.anlan.data.initial.InitialData;
import cn.anlan.data.snapshots.SnapshotLoader;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.Progress;
import cn.anlan.data.store.Settings;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.web.export.RowChoice;
import cn.anlan.web.watch.WatchDraft;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./anlan export LAYER}: a layer, or what a filter leaves of it, as a file. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "导出图层为文件 (write a layer to a file)",
    footer = {
      "",
      "每个文件都带说明：来源、数据版本、坐标系、精度、筛选、许可、公开级别、示例数据标记、本格式不能保留的内容；",
      "CSV 的说明在旁边的 FILE-metadata.json。各格式的取舍见 docs/formats.md。",
      "(every file says what it is and what its format cannot carry: docs/formats.md)"
    })
public final class ExportCommand implements Callable<Integer> {
  private static final long TELL_ROWS = 100_000;

  @Parameters(index = "0", paramLabel = "LAYER", description = "图层 (layer)")
  private String layer;

  @Option(
      names = "--format",
      required = true,
      paramLabel = "FORMAT",
      description = "gpkg, shp (zip), geojson, geojsonseq, fgb, kml, csv, xlsx, dxf")
  private String format;

  @Option(
      names = "--crs",
      paramLabel = "CRS",
      description = {
        "坐标系 (datum)，默认 EPSG:4490，kml 为 EPSG:4326。",
        "EPSG:4490 4526 4527 4547 4548 4497 4498 4508 4509 4326 3857, GCJ-02, BD-09"
      })
  private String crs;

  @Option(names = "--filter", paramLabel = "CQL2", description = "CQL2 条件，如 \"level = 1\"")
  private String filter;

  @Option(names = "--bbox", paramLabel = "W,S,E,N", description = "范围：西,南,东,北，度 (box in degrees)")
  private String bbox;

  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = "行政区编码或名称，如 360700、赣州市 (region, by code or name)")
  private String region;

  @Option(
      names = "--fields",
      paramLabel = "NAME",
      split = ",",
      description = "只要这些字段，编码与示例标记总在 (only these fields; code and is_demo stay)")
  private List<String> fields = List.of();

  @Option(
      names = "--headings",
      paramLabel = "LANG",
      defaultValue = "name",
      description = "表头：name 字段名、zh 中文、en 英文 (headings)，默认 ${DEFAULT-VALUE}")
  private String headings;

  @Option(names = "--encoding", paramLabel = "NAME", description = "shp、csv 的文字编码: UTF-8, GB18030")
  private String encoding;

  @Option(
      names = "--audience",
      paramLabel = "CLASS",
      defaultValue = "internal",
      description = {
        "供谁使用：public 公开、internal 内部、restricted 受限 (for whom)，默认 ${DEFAULT-VALUE}。",
        "受限图层只在 restricted 下导出，须 --reason (restricted layers need a reason)"
      })
  private String audience;

  @Option(names = "--reason", paramLabel = "TEXT", description = "受限导出的批准文号或用途 (approval, purpose)")
  private String reason;

  @Option(
      names = "--by",
      paramLabel = "POST",
      defaultValue = "cli",
      description = "导出岗位，记入导出记录，不写人名 (the post that exports; no personal name)")
  private String by;

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
    ExportRequest request = request();
    Progress progress = Progress.toStderr();
    try (Database database = Database.open(settings, Progress.silent()).closeAtExit()) {
      InitialData.ensureBaseMap(database, progress);
      Exporter.check(database, request);
      Selection rows = rows(database);
      ExportReport report =
          Exporter.toFile(
              database,
              request.selection(rows),
              output,
              force,
              written -> {
                if (written > 0 && written % TELL_ROWS == 0) {
                  progress.step("已写出 (written) " + written + " 行");
                }
              });
      print(report);
      return 0;
    }
  }

  private ExportRequest request() {
    Release release =
        new Release(
            Release.parseAudience(audience),
            WatchDraft.post("--by", by),
            Optional.ofNullable(reason));
    ExportRequest request =
        ExportRequest.of(layer, ExportFormat.parse(format), release)
            .fields(fields)
            .headings(HeadingLanguage.parse(headings));
    request = crs == null ? request : request.crs(crs);
    return encoding == null ? request : request.encoding(encoding);
  }

  /** The snapshot decides, never SQL. */
  private Selection rows(Database database) {
    RowChoice choice =
        new RowChoice(
            Optional.ofNullable(filter),
            Optional.ofNullable(bbox),
            Optional.ofNullable(region),
            OptionalLong.empty());
    if (choice.isAll()) {
      return Selection.all();
    }
    SnapshotLoader loader = new SnapshotLoader(database);
    Layer asked = database.catalog().getLayer(layer);
    return choice.of(
        asked,
        loader.read(asked),
        () -> loader.read(database.catalog().getLayer("region")),
        Scope.wholeProvince("cli"));
  }

  private void print(ExportReport report) {
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
            + "，公开级别 (disclosure) "
            + report.disclosure()
            + (report.demo() ? "，含示例数据 (holds invented data)" : ""));
    report.warnings().forEach(System.out::println);
    if (ExportFormat.SHP.word().equals(report.format())) {
      report
          .fieldNames()
          .forEach((name, cut) -> System.out.println("字段名缩短 (shortened): " + name + " → " + cut));
    }
    report.losses().forEach(l -> System.out.println("· " + l.zh() + " / " + l.en()));
  }
}

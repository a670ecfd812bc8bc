package cn.anlan.web.cli;

import cn.anlan.data.ingest.ImportMode;
import cn.anlan.data.ingest.ImportReport;
import cn.anlan.data.ingest.ImportRequest;
import cn.anlan.data.ingest.Importer;
import cn.anlan.data.ingest.Issue;
import cn.anlan.data.initial.InitialData;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.Progress;
import cn.anlan.data.store.Settings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./anlan import LAYER FILE}: a real file into a layer, or the reasons why not. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "导入文件到图层 (import a file into a layer)",
      "GeoJSON, Shapefile (.shp/.zip), GeoPackage, CSV；有一行不合格即全部不导入 (--mode quarantine 除外)",
      "退出码 (exit): 0 完成, 1 有不合格行而未导入, 2 用法错误, 3 拒绝"
    })
public final class ImportCommand implements Callable<Integer> {
  private static final int SHOWN_ISSUES = 20;

  @Parameters(index = "0", paramLabel = "LAYER", description = "图层 (layer), 如 risk_point")
  private String layer;

  @Parameters(index = "1", paramLabel = "FILE", description = "文件 (file)")
  private Path file;

  @Option(
      names = "--crs",
      paramLabel = "CRS",
      description = {
        "坐标系 (datum): EPSG:4490, EPSG:4547, WGS84, GCJ-02, BD-09 …；文件未声明时按各行所报的县判断，不足 100:1 则拒绝",
        "西安80、北京54 须有转换参数 (var/conf/datums)，如 EPSG:2383@参数名"
      })
  private String crs;

  @Option(
      names = "--insist-crs",
      description = "坚持 --crs，即使证据或文件声明相反；记入批次 (against evidence; recorded)")
  private boolean insistCrs;

  @Option(
      names = "--mode",
      paramLabel = "strict|quarantine",
      defaultValue = "strict",
      description = "strict: 全部合格才导入；quarantine: 合格行导入，其余另存")
  private ImportMode mode;

  @Option(names = "--dry-run", description = "只检查，不写入 (check only)")
  private boolean dryRun;

  @Option(names = "--encoding", paramLabel = "NAME", description = "文字编码，如 GB18030")
  private String encoding;

  @Option(
      names = "--layer-name",
      paramLabel = "NAME",
      description = "文件内的图层名 (layer inside the file)")
  private String layerName;

  @Option(
      names = "--map",
      paramLabel = "FIELD=COLUMN",
      description = "字段取自哪一列 (which column holds a field), 可重复")
  private Map<String, String> map = new LinkedHashMap<>();

  @Option(
      names = "--set",
      paramLabel = "FIELD=VALUE",
      description = "所有行取同一值 (the same value for all rows); {列名} 取该列, {row} 为行号")
  private Map<String, String> set = new LinkedHashMap<>();

  @Option(
      names = "--sigma",
      paramLabel = "M",
      description = "位置中误差，米 (positional standard deviation, m)")
  private Double sigmaM;

  @Option(names = "--source", paramLabel = "TEXT", description = "来源 (source)")
  private String source;

  @Option(names = "--licence", paramLabel = "TEXT", description = "许可 (licence)")
  private String licence;

  @Option(
      names = "--format",
      paramLabel = "table|json",
      defaultValue = "table",
      description = "报告格式 (format of the report)")
  private ReportFormat format;

  @Override
  public Integer call() {
    Settings settings = Settings.fromEnvironment();
    ImportRequest.Builder request =
        ImportRequest.of(layer, file)
            .crs(crs)
            .insistCrs(insistCrs)
            .confDir(settings.confDir())
            .mode(mode)
            .dryRun(dryRun)
            .encoding(encoding)
            .layerName(layerName)
            .sigmaM(sigmaM)
            .source(source)
            .licence(licence);
    map.forEach(request::map);
    set.forEach(request::set);
    try (Database database = Database.open(settings, Progress.silent()).closeAtExit()) {
      InitialData.ensureBaseMap(database, Progress.toStderr());
      ImportReport report =
          Importer.run(
              database,
              request.rejectedDir(settings.varDir().resolve("rejected")).build(),
              Progress.toStderr());
      System.out.print(format == ReportFormat.JSON ? Json.pretty(report) : text(report, settings));
      if (report.failed()) {
        System.err.println("未导入：" + report.rejected() + " 行不合格 (not imported: rows were rejected)");
      }
      return report.failed() ? 1 : 0;
    }
  }

  private static String text(ImportReport report, Settings settings) {
    StringBuilder text = new StringBuilder();
    if (!report.issues().isEmpty()) {
      Table table = new Table("行 row", "字段 field", "值 value", "原因 reason", "办法 remedy");
      report.issues().stream().limit(SHOWN_ISSUES).forEach(i -> add(table, i));
      text.append(table.text());
      long more = report.errors() + report.warnings() - SHOWN_ISSUES;
      if (more > 0) {
        text.append("……另有 (and more) ").append(more).append('\n');
      }
    }
    text.append(report.layer())
        .append("：接受 accepted ")
        .append(report.accepted())
        .append("，拒绝 rejected ")
        .append(report.rejected())
        .append("；新增 inserted ")
        .append(report.inserted())
        .append("，更新 updated ")
        .append(report.updated())
        .append("，未变 unchanged ")
        .append(report.unchanged())
        .append("；坐标系 datum ")
        .append(report.crs() == null ? "无 none" : report.crs())
        .append(
            report.committed()
                ? "；已写入，数据版本 written, data version "
                : "；未写入，数据版本 not written, data version ")
        .append(report.dataVersion())
        .append('\n');
    if (report.datum() != null && report.datum().words() != null) {
      text.append("坐标系依据 (why this datum): ")
          .append(report.datum().decision())
          .append("，")
          .append(report.datum().words())
          .append('\n');
    }
    if (report.repairedFile() != null) {
      text.append("修补建议，未采用 (offered repairs, not used): ")
          .append(settings.varDir().resolve("rejected").resolve(report.repairedFile()))
          .append('\n');
    }
    if (report.rejectedFile() != null) {
      text.append("不合格行 (rejected rows): ")
          .append(settings.varDir().resolve("rejected").resolve(report.rejectedFile()))
          .append('\n');
    }
    return text.toString();
  }

  private static void add(Table table, Issue issue) {
    table.row(issue.row(), issue.field(), issue.value(), issue.reason(), issue.remedy());
  }
}

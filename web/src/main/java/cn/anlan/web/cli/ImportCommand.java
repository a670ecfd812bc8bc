package cn.anlan.web.cli;

import cn.anlan.data.ingest.ImportReport;
import cn.anlan.data.ingest.Importer;
import cn.anlan.data.ingest.request.ImportMode;
import cn.anlan.data.ingest.request.ImportRequest;
import cn.anlan.data.ingest.request.WriteRule;
import cn.anlan.data.initial.InitialData;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.Progress;
import cn.anlan.data.store.Settings;
import cn.anlan.web.deliveries.DeliverySheet;
import cn.anlan.web.deliveries.RegionOutlines;
import cn.anlan.web.print.Language;
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
      "GeoJSON(Seq), Shapefile, GeoPackage, FileGDB (.gdb 打包成 .zip), FlatGeobuf, MapInfo (.tab/.mif),",
      "KML/KMZ, CSV/TSV, XLSX, DXF, 界址点 TXT；都可装在 .zip 里；编码、表头、列对应先列出，再使用",
      "同一来源 (--source) 沿用上次的列对应；有一行不合格即全部不导入 (--mode quarantine 除外)",
      "一次导入是一个事务、一个数据版本，可整批撤销: ./anlan deliveries"
          + " (one transaction, one version; can be taken back)",
      "退出码 (exit): 0 完成, 1 有不合格行而未导入, 2 用法错误, 3 拒绝"
    })
public final class ImportCommand implements Callable<Integer> {
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
      description = {
        "strict: 全部合格才导入 (all or nothing)",
        "quarantine: 合格行导入，其余留在库中待更正 (the others wait in the database for correction)"
      })
  private ImportMode mode;

  @Option(
      names = "--write",
      paramLabel = "upsert|append|replace",
      defaultValue = "upsert",
      description = {
        "upsert: 按编码新增或更新 (add or update by code)；append: 只新增 (add only)",
        "replace: 替换 --area 的范围，文件中没有的行删去 (rows of the area that the file does not have go)"
      })
  private WriteRule writeRule;

  @Option(
      names = "--area",
      paramLabel = "CODE|all",
      description = "replace 的范围：行政区编码或名称，all 为整个图层 (a region, or the whole layer)")
  private String area;

  @Option(
      names = {"--dry-run", "--preview"},
      description = "预览：新增、更新、删除各多少行，不写入 (what would change; nothing is written)")
  private boolean dryRun;

  @Option(
      names = "--report",
      paramLabel = "FILE.html",
      description = "另存可打印的报告，附不合格图形的地图 (a page to print, with a map of rejected rows)")
  private Path page;

  @Option(names = "--encoding", paramLabel = "NAME", description = "文字编码，如 GB18030")
  private String encoding;

  @Option(
      names = "--layer-name",
      paramLabel = "NAME",
      description = "文件内的图层、工作表或 DXF 图层名 (layer or sheet inside the file)")
  private String layerName;

  @Option(
      names = "--map",
      paramLabel = "FIELD=COLUMN",
      description = "字段取自哪一列 (which column holds a field), 可重复")
  private Map<String, String> map = new LinkedHashMap<>();

  @Option(
      names = "--fresh-mapping",
      description = "不沿用该来源上次的列对应 (leave the kept mapping of the source aside)")
  private boolean freshMapping;

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
            .writeRule(writeRule)
            .area(area)
            .dryRun(dryRun)
            .encoding(encoding)
            .layerName(layerName)
            .freshMapping(freshMapping)
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
      if (page != null) {
        DeliverySheet sheet =
            new DeliverySheet(Language.ZH, report, report.shapes(), RegionOutlines.read(database));
        DeliveriesCommand.write(page, sheet.document(null));
      }
      System.out.print(
          format == ReportFormat.JSON
              ? Json.pretty(report)
              : new ImportText(report, settings.varDir().resolve("rejected")).text());
      if (report.failed()) {
        System.err.println("未导入：" + report.rejected() + " 行不合格 (not imported: rows were rejected)");
      }
      return report.failed() ? 1 : 0;
    }
  }
}

package cn.anlan.web.bench;

import cn.anlan.data.demo.draw.DemoPlan;
import cn.anlan.data.store.Progress;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.web.cli.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./anlan bench NAME}: measures, prints a table and keeps the figures. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "测量速度与内存 (measure speed and memory)")
public final class BenchCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "NAME",
      description = {
        "scale：装入示例省和内存快照 (loading the demonstration province and its snapshots)",
        "distance：距离引擎与 PostGIS (the distance engine beside PostGIS)",
        "screening：在现有数据上核查拟选场址 (screening sites on the data at hand)",
        "load：持续的混合请求 (a steady load of mixed requests on the data at hand)",
        "import：导入 CSV，与 ogr2ogr 对比 (importing a CSV, beside ogr2ogr)",
        "export：各格式导出，GeoPackage 与 ogr2ogr 并列 (every format, GeoPackage beside ogr2ogr)",
        "freshness：提交后多久可见 (how soon a commit is seen over HTTP)",
        "tiles：各级瓦片与过滤，对比 ST_AsMVT (tiles by zoom and filter, beside ST_AsMVT)",
        "assessment：区域评级，全量、增量与 SQL (regional grades, full, incremental, beside SQL)",
        "hotspots：核密度、Gi*、局部莫兰，与双重循环对比 (hot spots beside naive double loops)",
        "reach：百万条边上的救援到达，与逐队最短路树对比 (reach on a million edges beside a tree for each team)",
        "crashes：事故落路、易发路段、路网密度 (accidents onto the roads at hand, beside PostGIS KNN)",
        "routing：百万条边上的路线与方案，与 GraphHopper 自定义区域对比 (routes on a million edges beside plain GraphHopper)"
      })
  private String name;

  @Option(
      names = "--scale",
      paramLabel = "S",
      defaultValue = "1",
      description = "台账规模，1 为全省 (share of the full province, 0 < S <= 1), 默认 ${DEFAULT-VALUE}")
  private double scale;

  @Option(
      names = "--sites",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "distance：点数 (sites), 默认 ${DEFAULT-VALUE}")
  private int sites;

  @Option(
      names = "--knn-sites",
      paramLabel = "N",
      defaultValue = "1000000",
      description =
          "distance：PostGIS 求最近时取多少点，按比例折算"
              + " (sites of PostGIS's KNN; its time is scaled), 默认 ${DEFAULT-VALUE}")
  private int knnSites;

  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "import, export：行数 (rows), 默认 ${DEFAULT-VALUE}")
  private int rows;

  @Option(
      names = "--per-second",
      paramLabel = "N",
      defaultValue = "100",
      description = "load：每秒请求数 (requests a second), 默认 ${DEFAULT-VALUE}")
  private int perSecond;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "60",
      description = "load：持续秒数 (for so many seconds), 默认 ${DEFAULT-VALUE}")
  private int seconds;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      defaultValue = "bench/results",
      description = "结果目录 (where the figures are kept), 默认 ${DEFAULT-VALUE}")
  private Path output;

  @Override
  public Integer call() throws Exception {
    return switch (name) {
      case "scale" -> scale();
      case "distance" -> distance();
      case "screening" -> screening();
      case "load" -> load();
      case "import" -> importing();
      case "export" -> export();
      case "freshness" -> freshness();
      case "tiles" -> tiles();
      case "assessment" -> assessment();
      case "hotspots" -> hotspots();
      case "reach" -> reach();
      case "crashes" -> crashes();
      case "routing" -> routing();
      default ->
          throw new UserFault(
              "没有这项测量 (no such measurement): " + name,
              "可用 (known): scale, distance, screening, load, import, export, freshness, tiles,"
                  + " assessment, hotspots, reach, crashes, routing");
    };
  }

  private int scale() throws Exception {
    ScaleResult result = new ScaleBench(plan(), Progress.toStderr()).run();
    return keep("scale-" + result.date(), result.text(), result);
  }

  private int freshness() throws Exception {
    FreshnessResult result = new FreshnessBench(plan(), Progress.toStderr()).run();
    return keep("freshness-" + result.date(), result.text(), result);
  }

  private int tiles() throws Exception {
    TilesResult result = new TilesBench(plan(), Progress.toStderr()).run();
    return keep("tiles-" + result.date(), result.text(), result);
  }

  private int assessment() throws Exception {
    AssessmentResult result = new AssessmentBench(plan(), Progress.toStderr()).run();
    return keep("assessment-" + result.date(), result.text(), result);
  }

  private int hotspots() throws IOException {
    HotspotsResult result = new HotspotsBench(Progress.toStderr()).run();
    return keep("hotspots-" + result.date(), result.text(), result);
  }

  private int reach() throws IOException {
    ReachResult result = new ReachBench(Progress.toStderr()).run();
    return keep("reach-" + result.date(), result.text(), result);
  }

  private int crashes() throws Exception {
    CrashesResult result = new CrashesBench(Progress.toStderr()).run();
    return keep("crashes-" + result.date(), result.text(), result);
  }

  private int routing() throws IOException {
    RoutingResult result = new RoutingBench(Progress.toStderr()).run();
    return keep("routing-" + result.date(), result.text(), result);
  }

  private DemoPlan plan() {
    if (!(scale > 0 && scale <= 1)) {
      throw new UserFault(
          "--scale " + scale + " 超出范围 (out of range)", "取大于 0、不超过 1 的数 (take 0 < S <= 1)");
    }
    return new DemoPlan(DemoPlan.DEFAULT_SEED, scale);
  }

  private int distance() throws Exception {
    if (sites < 100 || knnSites < 1) {
      throw new UserFault(
          "--sites " + sites + ", --knn-sites " + knnSites + " 超出范围 (out of range)",
          "至少 100 和 1 (take at least 100 and 1)");
    }
    DistanceResult result = new DistanceBench(Progress.toStderr(), sites, knnSites).run();
    return keep("distance-" + result.date(), result.text(), result);
  }

  private int screening() throws Exception {
    ScreeningResult result = new ScreeningBench(Progress.toStderr()).run();
    return keep("screening-" + result.date(), result.text(), result);
  }

  private int load() throws Exception {
    if (perSecond < 1 || perSecond > 10_000 || seconds < 1 || seconds > 3600) {
      throw new UserFault(
          "--per-second " + perSecond + ", --seconds " + seconds + " 超出范围 (out of range)",
          "1–10000、1–3600 (take 1 to 10,000 and 1 to 3,600)");
    }
    LoadResult result = new LoadBench(Progress.toStderr(), perSecond, seconds).run();
    return keep("load-" + result.date(), result.text(), result);
  }

  private int importing() throws Exception {
    ImportResult result = new ImportBench(Progress.toStderr(), enoughRows()).run();
    return keep("import-" + result.date(), result.text(), result);
  }

  private int export() throws Exception {
    ExportResult result = new ExportBench(Progress.toStderr(), enoughRows()).run();
    return keep("export-" + result.date(), result.text(), result);
  }

  private int enoughRows() {
    if (rows < 1_000) {
      throw new UserFault(
          "--rows " + rows + " 超出范围 (out of range)", "至少 1000 (take at least 1000)");
    }
    return rows;
  }

  private int keep(String file, String text, Object result) throws IOException {
    System.out.print(text);
    Files.createDirectories(output);
    Files.writeString(output.resolve(file + ".txt"), text);
    Path json = output.resolve(file + ".json");
    Files.writeString(json, Json.pretty(result));
    System.out.println(json);
    return 0;
  }
}

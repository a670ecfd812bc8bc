package cn.anlan.web.cli;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.snapshots.SnapshotLoader;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.Progress;
import cn.anlan.data.store.Settings;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.web.hotspots.Finding;
import cn.anlan.web.hotspots.HotspotAnswer;
import cn.anlan.web.hotspots.HotspotQuestion;
import cn.anlan.web.hotspots.HotspotResult;
import cn.anlan.web.hotspots.Hotspots;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./anlan hotspots LAYER}: where events gather, and how sure that is. */
@Command(
    name = "hotspots",
    mixinStandardHelpOptions = true,
    description = {
      "热点分析：核密度、Gi*、莫兰指数 (hot spots: kernel density, Gi*, Moran's I)",
      "格网等面积；p 由置换得出，错误发现率受控"
          + " (cells of equal area; p by permutation, false discoveries held down)"
    })
public final class HotspotsCommand implements Callable<Integer> {
  enum Form {
    TABLE,
    JSON,
    GEOJSON
  }

  @Parameters(index = "0", paramLabel = "LAYER", description = "图层 (layer)")
  private String layer;

  @Option(
      names = "--method",
      paramLabel = "gi|kde|moran|local_moran",
      defaultValue = "gi",
      description = "方法 (method), 默认 ${DEFAULT-VALUE}")
  private String method;

  @Option(
      names = "--grid",
      paramLabel = "hex|square|county",
      description = "单元；缺省为 hex，莫兰指数为 county (units; hex, for Moran's I county)")
  private String grid;

  @Option(
      names = "--cell",
      paramLabel = "METRES",
      defaultValue = "5000",
      description = "格宽，200–100000 (width of a cell), 默认 ${DEFAULT-VALUE}")
  private double cellM;

  @Option(
      names = "--bandwidth",
      paramLabel = "METRES",
      defaultValue = "0",
      description = {
        "核密度带宽，缺省三格宽；Gi* 的邻域，缺省相邻一圈"
            + " (of the kernel, three cells; of Gi*'s neighbourhood, the next ring)"
      })
  private double bandwidthM;

  @Option(
      names = "--kernel",
      paramLabel = "quartic|gaussian",
      defaultValue = "quartic",
      description = "核函数 (kernel), 默认 ${DEFAULT-VALUE}")
  private String kernel;

  @Option(
      names = "--fixed",
      description = "固定带宽，不自适应 (one bandwidth for all, not wider where events are few)")
  private boolean fixed;

  @Option(names = "--filter", paramLabel = "CQL2", description = "条件 (which rows)")
  private String filter;

  @Option(
      names = "--value",
      paramLabel = "FIELD",
      defaultValue = "count",
      description = "累加的数值字段，缺省计数 (a numeric field to sum; else rows are counted)")
  private String value;

  @Option(
      names = "--per-population",
      description = "按县每居民比较，小县不因人少而起落 (counties by events per resident, small ones steadied)")
  private boolean perPopulation;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "截至该日的事实 (only what had happened by that day)")
  private LocalDate asOf;

  @Option(
      names = "--permutations",
      paramLabel = "N",
      defaultValue = "0",
      description = "置换次数，缺省按方法 (drawings behind p; by the method)")
  private int permutations;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "列出多少单元，表格 30，其余 50000 (how many units are listed)")
  private Integer limit;

  @Option(
      names = "--store",
      description =
          "存为图层 hotspot_cell、kernel_density 或 local_moran (keep as rows of the method's layer)")
  private boolean store;

  @Option(
      names = "--format",
      paramLabel = "table|json|geojson",
      defaultValue = "table",
      description = "输出格式 (format), 默认 ${DEFAULT-VALUE}")
  private Form format;

  @Mixin private final OutputOption output = new OutputOption();

  @Override
  public Integer call() {
    int listed = limit != null ? limit : format == Form.TABLE ? 30 : HotspotQuestion.MOST_LISTED;
    HotspotQuestion question =
        HotspotQuestion.of(
            new HotspotQuestion.Words(
                layer, method, filter, grid, kernel, value, perPopulation ? "population" : null),
            cellM,
            bandwidthM,
            !fixed,
            asOf,
            permutations,
            listed);
    try (Database database =
        Database.open(Settings.fromEnvironment(), Progress.silent()).closeAtExit()) {
      Generation generation = read(database, layer, Progress.toStderr());
      Hotspots hotspots = new Hotspots(database.catalog());
      Scope scope = Scope.wholeProvince("cli");
      HotspotResult result =
          store
              ? hotspots.store(database, generation, scope, question, "anlan hotspots")
              : hotspots.answer(generation, scope, question);
      output.print(
          switch (format) {
            case TABLE -> text(result.answer(listed));
            case JSON -> Json.pretty(result.answer(listed));
            case GEOJSON -> geoJson(result, listed);
          });
      return 0;
    }
  }

  /** Only the two layers that are needed. */
  private static Generation read(Database database, String layer, Progress progress) {
    Catalog catalog = database.catalog();
    progress.step("读图层 (reading) " + catalog.getLayer(layer).id());
    SnapshotLoader loader = new SnapshotLoader(database);
    LayerSnapshot events = loader.read(catalog.getLayer(layer));
    LayerSnapshot regions =
        layer.equals("region") ? events : loader.read(catalog.getLayer("region"));
    progress.step("计算 (computing)");
    return new Generation(events.dataVersion(), Map.of(layer, events, "region", regions));
  }

  private static String geoJson(HotspotResult result, int limit) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JsonMapper.shared().createGenerator(text)) {
      result.geoJson(limit, json);
    }
    return text.append('\n').toString();
  }

  private static String text(HotspotAnswer answer) {
    Table table =
        new Table(
            "单元 unit",
            "县 county",
            "数量 value",
            "每10万人 rate",
            "每100km² density",
            "z",
            "p",
            "q",
            "判定 verdict");
    for (Finding f : answer.cells()) {
      table.row(
          f.code(),
          f.name(),
          number("%,.6g", f.value()),
          number("%.3g", f.ratePer100k()),
          f.densityPerKm2() == null ? null : number("%.4g", f.densityPerKm2() * 100),
          number("%.2f", f.z()),
          number("%.5f", f.p()),
          number("%.4f", f.q()),
          f.verdict());
    }
    StringBuilder text = new StringBuilder(answer.explain().zh()).append('\n');
    text.append(answer.explain().en()).append('\n');
    answer.notes().forEach(n -> text.append(n.zh() + " (" + n.en() + ")").append('\n'));
    text.append("数据版本 data version ").append(answer.manifest().dataVersion());
    text.append(" · ").append(answer.manifest().version()).append("\n\n");
    if (!answer.cells().isEmpty()) {
      text.append(table.text());
      text.append("列出 listed ").append(answer.cells().size());
      text.append(" / ").append(answer.numberMatched()).append('\n');
    }
    return text.toString();
  }

  private static String number(String pattern, Double value) {
    return value == null ? null : String.format(Locale.ROOT, pattern, value);
  }
}

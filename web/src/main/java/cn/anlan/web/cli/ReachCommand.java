package cn.anlan.web.cli;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.snapshots.SnapshotLoader;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.Progress;
import cn.anlan.data.store.Settings;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.road.route.RoadNetwork;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.web.network.NetworkFolder;
import cn.anlan.web.reach.IsochroneAnswer;
import cn.anlan.web.reach.NewStation;
import cn.anlan.web.reach.Reach;
import cn.anlan.web.reach.ReachAnswer;
import cn.anlan.web.reach.ReachGeoJson;
import cn.anlan.web.reach.ReachGround;
import cn.anlan.web.reach.ReachGrounds;
import cn.anlan.web.reach.ReachQuestion;
import cn.anlan.web.reach.ReachResult;
import cn.anlan.web.reach.ReachRows;
import cn.anlan.web.reach.ReachSheet;
import cn.anlan.web.site.LonLat;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./anlan reach}: what no team reaches in time, and what one more station would add. */
@Command(
    name = "reach",
    mixinStandardHelpOptions = true,
    description = {
      "救援到达：哪些点规定时间内没有队伍能到 (reach: what no rescue team reaches in time)",
      "时间从接警算起：出动、公路、离路直线；速度见 road/reach.yaml，属 [design]"
          + " (from the alarm: turnout, road, straight off the road; speeds are ours)",
      "--with 增设一站补上多少；--best 从乡镇中选几处；--isochrone 一支队伍的等时圈"
          + " (one more station; the best few of all townships; how far a team comes)"
    })
public final class ReachCommand implements Callable<Integer> {
  @Option(
      names = "--minutes",
      paramLabel = "M",
      defaultValue = "" + ReachQuestion.USUAL_MINUTES,
      description = "规定时间，分钟 (limit in minutes), 默认 ${DEFAULT-VALUE}")
  private double minutes;

  @Option(
      names = "--kinds",
      paramLabel = "KIND,…",
      defaultValue = ReachQuestion.USUAL_KINDS,
      description = "哪几类队伍 (kinds of teams, code list team_kind), 默认 ${DEFAULT-VALUE}")
  private String kinds;

  @Option(
      names = "--layer",
      paramLabel = "LAYER",
      defaultValue = ReachQuestion.USUAL_LAYER,
      description = "哪个图层的点 (places of which layer), 默认 ${DEFAULT-VALUE}")
  private String layer;

  @Option(
      names = "--level",
      paramLabel = "N,…|all",
      description = "风险等级，有等级的图层缺省 1,2 (levels of risk; 1,2 where the layer has levels)")
  private String level;

  @Option(names = "--filter", paramLabel = "CQL2", description = "条件 (which rows)")
  private String filter;

  @Option(
      names = "--network",
      paramLabel = "NAME",
      defaultValue = NetworkFolder.PROVINCE,
      description = "路网 (a prepared road network), 默认 ${DEFAULT-VALUE}")
  private String network;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "列出多少，表格 30，其余 50000 (how many are listed)")
  private Integer limit;

  @Option(
      names = "--with",
      paramLabel = "LON,LAT",
      description = "在此增设一站 (what one more station here adds)")
  private String with;

  @Option(
      names = "--best",
      paramLabel = "N",
      description =
          "从乡镇驻地中选 N 处增设，时限至多 60 分钟"
              + " (the best N places among the townships; --minutes at most 60)")
  private Integer best;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      defaultValue = NewStation.USUAL_KIND,
      description = "增设的站属哪一类 (kind of a new station), 默认 ${DEFAULT-VALUE}")
  private String kind;

  @Option(
      names = "--isochrone",
      paramLabel = "TEAM|LON,LAT",
      description = "5、10、15、30 分钟等时圈，GeoJSON (how far this team comes)")
  private String isochrone;

  @Option(
      names = "--store",
      description =
          "写入图层 reach_gap 和 reach_area，只限全省路网"
              + " (keep as rows of these layers; the province's network only)")
  private boolean store;

  @Mixin private final SheetOutput output = new SheetOutput();

  @Override
  public Integer call() {
    if (given(with) + given(best) + given(isochrone) > 1 || store && given(isochrone) > 0) {
      throw new UserFault(
          "--with、--best、--isochrone 只取其一，--store 不与 --isochrone 同用"
              + " (one of --with, --best, --isochrone; --store not with --isochrone)",
          "分几次运行 (run it several times)");
    }
    if (best != null) {
      NewStation.requireFew(best, minutes);
    }
    Settings settings = Settings.fromEnvironment();
    try (Database database = Database.open(settings, Progress.silent()).closeAtExit();
        RoadNetwork roads = open(settings, database)) {
      ReachGround ground = new ReachGrounds(settings).of(roads);
      if (isochrone != null) {
        output.printText(isochrones(database, ground));
        return 0;
      }
      answer(database, ground);
      return 0;
    }
  }

  private static int given(Object option) {
    return option == null ? 0 : 1;
  }

  /** The province's is prepared anew where the stored roads are others than it was made of. */
  private RoadNetwork open(Settings settings, Database database) {
    NetworkFolder folder = new NetworkFolder(settings);
    if (network.equals(NetworkFolder.PROVINCE)) {
      folder.ensureProvince(database, Progress.toStderr());
    }
    return folder.open(network);
  }

  private void answer(Database database, ReachGround ground) {
    Catalog catalog = database.catalog();
    ReachQuestion question =
        ReachQuestion.of(catalog, new ReachQuestion.Words(layer, level, filter, kinds), minutes);
    Scope scope = Scope.wholeProvince("cli");
    Generation generation = read(database, question);
    ReachResult result = Reach.answer(ground, generation, scope, question);
    if (store) {
      new ReachRows(database, "anlan reach").write(result);
    }
    int listed = limit == null ? output.isTable() ? 30 : 50_000 : Math.max(0, limit);
    if (with != null) {
      NewStation.Answer added =
          new NewStation(result, catalog, kind).at(LonLat.of("--with", with), listed);
      output.print(added, () -> ReachSheet.of(added));
    } else if (best != null) {
      NewStation.Best chosen =
          new NewStation(result, catalog, kind)
              .best(generation.get(NewStation.CANDIDATES), scope, best);
      output.print(chosen, () -> ReachSheet.of(chosen));
    } else {
      ReachAnswer answer = result.answer(listed);
      output.print(answer, () -> ReachSheet.of(answer));
    }
  }

  private Generation read(Database database, ReachQuestion question) {
    SnapshotLoader loader = new SnapshotLoader(database);
    Map<String, LayerSnapshot> layers = new HashMap<>();
    long version = database.dataVersion();
    for (String name : Reach.layers(question)) {
      layers.put(name, loader.read(database.catalog().getLayer(name)));
    }
    if (best != null) {
      layers.put(
          NewStation.CANDIDATES, loader.read(database.catalog().getLayer(NewStation.CANDIDATES)));
    }
    return new Generation(version, layers);
  }

  private String isochrones(Database database, ReachGround ground) {
    Catalog catalog = database.catalog();
    IsochroneAnswer.Start start =
        isochrone.contains(",")
            ? IsochroneAnswer.ofPlace(catalog, LonLat.of("--isochrone", isochrone), kind)
            : IsochroneAnswer.ofTeam(
                new SnapshotLoader(database).read(catalog.getLayer(ReachQuestion.TEAMS)),
                Scope.wholeProvince("cli"),
                isochrone);
    IsochroneAnswer answer =
        IsochroneAnswer.of(ground, start, IsochroneAnswer.minutes("5,10,15,30"));
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JsonMapper.shared().createGenerator(text)) {
      ReachGeoJson.areas(answer, json);
    }
    return text.append('\n').toString();
  }
}

package cn.anlan.web.cli;

import cn.anlan.data.road.StoredRoads;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.Progress;
import cn.anlan.data.store.Settings;
import cn.anlan.geo.road.check.NetworkCheck;
import cn.anlan.geo.road.linear.RouteCut;
import cn.anlan.geo.road.topology.Topology;
import cn.anlan.web.road.CheckAnswer;
import cn.anlan.web.road.CutLayer;
import cn.anlan.web.road.LocateAnswer;
import cn.anlan.web.road.RoadLayer;
import cn.anlan.web.road.StakeAnswer;
import cn.anlan.web.site.LonLat;
import java.io.StringWriter;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./anlan roads}: places on roads by route and stake, and the road layer as a network. */
@Command(
    name = "roads",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = RoadsBuildCommand.class,
    description = {
      "公路网：桩号定位、由位置查桩号、截取路段、拓扑检查、生成路网"
          + " (roads: locate a stake, name a place, cut out a stretch, check and build networks)",
      "桩号写作 K2143+200、K2143 或 2143.2 (stakes are written so)"
    })
public final class RoadsCommand implements Runnable {
  private static final int LISTED = 20;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(System.out);
  }

  @Command(
      name = "locate",
      mixinStandardHelpOptions = true,
      description = {
        "桩号在哪里；重复的桩号逐一列出 (where a stake is; one that occurs twice with all its places)"
      })
  void locate(
      @Parameters(paramLabel = "ROUTE", description = "路线，如 G105、105国道 (route)") String route,
      @Parameters(paramLabel = "STAKE", description = "桩号 (stake)") String stake,
      @Option(
              names = "--direction",
              paramLabel = "increasing|decreasing",
              description = "只要该方向的车道 (only the carriageway of this direction)")
          String direction,
      @Mixin ReportOutput output) {
    output.print(
        withRoads(state -> LocateAnswer.of(state, route, stake, direction)), RoadsText::of);
  }

  @Command(
      name = "stake",
      mixinStandardHelpOptions = true,
      description = {"某处的路线和桩号 (the routes and stakes of a place)"})
  void stake(
      @Parameters(paramLabel = "LON,LAT", description = "经度,纬度，CGCS2000 (place)") String at,
      @Option(names = "--route", description = "只看该路线 (only this route)") String route,
      @Option(
              names = "--within",
              paramLabel = "METRES",
              defaultValue = "200",
              description = "多远以内 (how far), 默认 ${DEFAULT-VALUE}")
          double withinM,
      @Mixin ReportOutput output) {
    LonLat place = LonLat.of("LON,LAT", at);
    output.print(withRoads(state -> StakeAnswer.of(state, place, route, withinM)), RoadsText::of);
  }

  @Command(
      name = "cut",
      mixinStandardHelpOptions = true,
      description = {"截取 K–K 路段为 GeoJSON，说明缺口 (cut out a stretch as GeoJSON; gaps are said)"})
  void cut(
      @Parameters(paramLabel = "ROUTE", description = "路线 (route)") String route,
      @Parameters(paramLabel = "FROM", description = "起点桩号 (first stake)") String from,
      @Parameters(paramLabel = "TO", description = "止点桩号 (last stake)") String to,
      @Option(
              names = "--direction",
              paramLabel = "increasing|decreasing",
              description = "车道方向，缺省为起点到止点 (carriageway; from the first to the last)")
          String direction,
      @Mixin OutputOption output) {
    output.print(
        withRoads(
            state -> {
              RouteCut cut = CutLayer.cut(state, route, from, to, direction);
              StringWriter text = new StringWriter();
              try (JsonGenerator json = JsonMapper.shared().createGenerator(text)) {
                CutLayer.write(state, cut, json);
              }
              return text + "\n";
            }));
  }

  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = {
        "拓扑检查：连通、断头、无路口交叉、重复、桩号倒置、断链和缺口"
            + " (islands, dead ends near a road, crossings without junction, doubles, stakes)"
      })
  void check(
      @Option(
              names = "--tolerance",
              paramLabel = "METRES",
              defaultValue = "" + Topology.DEFAULT_TOLERANCE_M,
              description = "端点相距多少以内相连 (ends so near are joined), 默认 ${DEFAULT-VALUE}")
          double toleranceM,
      @Option(
              names = "--limit",
              paramLabel = "N",
              defaultValue = "" + LISTED,
              description = "每项列出多少 (how many of each are listed), 默认 ${DEFAULT-VALUE}")
          int limit,
      @Mixin ReportOutput output) {
    output.print(
        withDatabase(
            database -> {
              StoredRoads roads = StoredRoads.read(database);
              Topology topology = Topology.of(roads.pieces(), toleranceM);
              return CheckAnswer.of(roads, NetworkCheck.of(topology), Math.max(0, limit));
            }),
        RoadsText::of);
  }

  private static <T> T withRoads(Function<RoadLayer.State, T> work) {
    return withDatabase(database -> work.apply(new RoadLayer(database).read()));
  }

  private static <T> T withDatabase(Function<Database, T> work) {
    try (Database database =
        Database.open(Settings.fromEnvironment(), Progress.silent()).closeAtExit()) {
      return work.apply(database);
    }
  }
}

package cn.anlan.web.cli;

import cn.anlan.data.store.Database;
import cn.anlan.data.store.Progress;
import cn.anlan.data.store.Settings;
import cn.anlan.geo.road.route.RoadNetwork;
import cn.anlan.web.network.NetworkFolder;
import cn.anlan.web.print.Language;
import cn.anlan.web.route.RouteAnswer;
import cn.anlan.web.route.RouteGeoJson;
import cn.anlan.web.route.RouteQuestion;
import cn.anlan.web.route.RouteSheet;
import cn.anlan.web.route.Routes;
import cn.anlan.web.sheet.SheetPage;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./anlan route}: alternatives between fastest and safest. */
@Command(
    name = "route",
    mixinStandardHelpOptions = true,
    description = {
      "危险货物运输路线：最快到最安全的方案、沿途风险、绕行原因",
      "(routes of dangerous goods from the fastest to the safest, what they pass, why roads are avoided)"
    })
public final class RouteCommand implements Callable<Integer> {
  /** How the answer is written. */
  enum Format {
    TABLE,
    JSON,
    GEOJSON,
    HTML
  }

  @Option(names = "--from", paramLabel = "LON,LAT", required = true, description = "起点 (origin)")
  private String from;

  @Option(names = "--to", paramLabel = "LON,LAT", required = true, description = "终点 (destination)")
  private String to;

  @Option(
      names = "--network",
      paramLabel = "NAME",
      defaultValue = NetworkFolder.PROVINCE,
      description = "路网 (prepared network), 默认 ${DEFAULT-VALUE}")
  private String network;

  @Option(
      names = "--profile",
      paramLabel = "dangerous_goods|car",
      defaultValue = "dangerous_goods",
      description = "车辆 (vehicle), 默认 ${DEFAULT-VALUE}")
  private String profile;

  @Option(
      names = "--hour",
      paramLabel = "0-23|HH:MM",
      description = "出发时刻 (time of departure), 默认 12")
  private String hour;

  @Option(
      names = "--cargo",
      paramLabel = "CARGO",
      description =
          "货物类别 (cargo): flammable_liquid, flammable_gas, toxic_gas；默认路网所备的第一类 (default: the first of the network)")
  private String cargo;

  @Option(
      names = "--format",
      paramLabel = "table|json|geojson|html",
      defaultValue = "table",
      description = "输出格式 (format), 默认 ${DEFAULT-VALUE}")
  private Format format;

  @Mixin private final OutputOption output = new OutputOption();

  @Override
  public Integer call() {
    RouteQuestion question = RouteQuestion.of(network, profile, from, to, cargo, hour);
    Settings settings = Settings.fromEnvironment();
    NetworkFolder folder = new NetworkFolder(settings);
    if (network.equals(NetworkFolder.PROVINCE)) {
      try (Database database = Database.open(settings, Progress.silent()).closeAtExit()) {
        folder.ensureProvince(database, Progress.toStderr());
      }
    }
    try (RoadNetwork open = folder.open(network)) {
      output.print(text(new Routes(open, List.of()).answer(question)));
    }
    return 0;
  }

  private String text(RouteAnswer answer) {
    return switch (format) {
      case JSON -> Json.pretty(answer);
      case HTML -> SheetPage.file(RouteSheet.of(answer), Language.ZH);
      case TABLE -> SheetText.of(RouteSheet.of(answer));
      case GEOJSON -> {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JsonMapper.builder().build().createGenerator(text)) {
          RouteGeoJson.write(answer, json);
        }
        yield text.append('\n').toString();
      }
    };
  }
}

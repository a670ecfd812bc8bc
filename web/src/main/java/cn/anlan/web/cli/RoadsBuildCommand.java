package cn.anlan.web.cli;

import cn.anlan.data.road.ElevationModel;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.Progress;
import cn.anlan.data.store.Settings;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.road.graph.GraphHeights;
import cn.anlan.geo.road.route.NetworkManifest;
import cn.anlan.geo.text.Text;
import cn.anlan.web.network.NetworkFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.locationtech.jts.geom.Envelope;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./anlan roads build}: prepares a network for routing. */
@Command(
    name = "build",
    mixinStandardHelpOptions = true,
    description = {
      "生成路网：不带 --osm 时用公路图层生成 province",
      "(prepare a network: province from the stored roads, or any other from an OSM file)"
    })
public final class RoadsBuildCommand implements Callable<Integer> {
  private static final Envelope EARTH = new Envelope(-180, 180, -90, 90);

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "NAME",
      defaultValue = NetworkFolder.PROVINCE,
      description = "路网名 (name), 默认 ${DEFAULT-VALUE}")
  private String name;

  @Option(names = "--osm", paramLabel = "FILE", description = "OSM 文件 (PBF or XML)")
  private Path osm;

  @Option(
      names = "--dem",
      paramLabel = "FILE",
      description = "高程文件 (heights): .hgt, .hgt.zip, GeoTIFF")
  private Path dem;

  @Option(
      names = "--cargo",
      paramLabel = "CARGO",
      split = ",",
      description = "只为这些货物准备 (prepare for these cargoes only)")
  private List<String> cargoes = List.of();

  @Mixin private final ReportOutput output = new ReportOutput();

  @Override
  public Integer call() {
    Settings settings = Settings.fromEnvironment();
    NetworkFolder folder = new NetworkFolder(settings);
    output.print(osm == null ? province(settings, folder) : other(folder), RoadsBuildCommand::text);
    return 0;
  }

  private NetworkManifest province(Settings settings, NetworkFolder folder) {
    if (!name.equals(NetworkFolder.PROVINCE) || dem != null || !cargoes.isEmpty()) {
      throw new UserFault(
          "路网 " + name + " 需要 OSM 文件 (needs an OSM file)",
          "加 --osm FILE；或不带其他选项生成 province (give --osm FILE, or nothing at all for province)");
    }
    try (Database database = Database.open(settings, Progress.silent()).closeAtExit()) {
      return folder.buildProvince(database, Progress.toStderr());
    }
  }

  private NetworkManifest other(NetworkFolder folder) {
    GraphHeights heights = null;
    if (dem != null) {
      String file = dem.getFileName().toString();
      heights =
          GraphHeights.of(
              ElevationModel.read(List.of(dem), EARTH).heights(),
              new Text("高程文件 " + file + "（基准未知）", "heights of " + file + " (datum not known)"));
    }
    return folder.buildOsm(name, osm, dem, heights, cargoes, Progress.toStderr());
  }

  private static String text(NetworkManifest m) {
    return """
        路网 %s：%d 个路口，%d 条边，%.0f km；%d 个连通部分，最大的占 %.1f%%
          (%d junctions, %d edges, %.0f km; %d components, the largest %.1f %%)
        高程 heights: %s
        风险 hazards: %d，涉及 %d 段 (stretches of edges)；模型第 %d 版 (model version)，货物 (cargoes) %s
        长大下坡 long steep downgrades: %s
        用时 took: %.1f s
        """
        .formatted(
            m.name(),
            m.junctions(),
            m.edges(),
            m.lengthKm(),
            m.components(),
            m.mainComponentPct(),
            m.junctions(),
            m.edges(),
            m.lengthKm(),
            m.components(),
            m.mainComponentPct(),
            m.heights() == null ? "无 none" : m.heights().zh() + " (" + m.heights().en() + ")",
            m.hazards(),
            m.hazardStretches(),
            m.modelVersion(),
            String.join(", ", m.cargoes()),
            m.downgrades() == null
                ? "未由高程查找 not sought in heights"
                : "由高程查出 %d 段，计入风险 (found in the heights, counted as hazards)"
                    .formatted(m.downgrades()),
            m.builtS());
  }
}

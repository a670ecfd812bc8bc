package cn.anlan.web.network;

import cn.anlan.data.road.hazard.OsmHazards;
import cn.anlan.data.road.hazard.ProvinceNetwork;
import cn.anlan.data.road.hazard.StoredHazards;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.Progress;
import cn.anlan.data.store.Settings;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.road.graph.GraphHeights;
import cn.anlan.geo.road.hazard.DangerousGoods;
import cn.anlan.geo.road.hazard.Hazard;
import cn.anlan.geo.road.route.NetworkManifest;
import cn.anlan.geo.road.route.NetworkOrder;
import cn.anlan.geo.road.route.RoadNetwork;
import cn.anlan.geo.text.Text;
import cn.anlan.web.problem.NotFound;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The directory {@code <var>/roads} with a prepared network in each of its own. A network is
 * prepared beside the old one and takes its place only when it is whole; one process at a time
 * prepares.
 */
public final class NetworkFolder {
  /** The network of the stored road layer. */
  public static final String PROVINCE = "province";

  private final Path root;
  private final Path confDir;

  public NetworkFolder(Settings settings) {
    this.root = settings.varDir().resolve("roads");
    this.confDir = settings.confDir();
  }

  /** Makes an order once its working directory stands. */
  private interface Ordering {
    NetworkOrder in(Path work) throws IOException;
  }

  /** The networks that are there, by name. */
  public List<String> names() {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(root)) {
      return all.filter(RoadNetwork::standsIn)
          .map(dir -> dir.getFileName().toString())
          .filter(name -> !name.contains("."))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("listing the road networks", e);
    }
  }

  /** The text of the model in force. */
  public String modelText() {
    return DangerousGoods.text(confDir);
  }

  /**
   * Opens a network.
   *
   * @throws NotFound where there is none of this name
   */
  public RoadNetwork open(String name) {
    return RoadNetwork.open(directory(name));
  }

  /** When a network was prepared; empty where there is none. */
  Optional<String> findBuiltAt(String name) {
    Path directory = root.resolve(name);
    try {
      return RoadNetwork.standsIn(directory)
          ? Optional.of(RoadNetwork.manifest(directory).builtAt())
          : Optional.empty();
    } catch (UncheckedIOException movedAway) { // by who has just prepared another
      return Optional.empty();
    }
  }

  /** What a network was made of, without opening it. */
  public NetworkManifest manifest(String name) {
    return RoadNetwork.manifest(directory(name));
  }

  private Path directory(String name) {
    Path directory = root.resolve(checked(name));
    if (!RoadNetwork.standsIn(directory)) {
      throw new NotFound(
          "没有路网 " + name + " (no such road network)",
          "已有 (there are): "
              + String.join(", ", names())
              + "；用 ./anlan roads build 生成 (made by ./anlan roads build)");
    }
    return directory;
  }

  private static String checked(String name) {
    if (!name.matches("[a-z0-9_-]{1,40}")) {
      throw new UserFault(
          "路网名 %s 不合规 (no name for a network)".formatted(name),
          "用小写字母、数字、- 和 _ (take small letters, digits, - and _)");
    }
    return name;
  }

  /** Whether the province's network stands and was made of the layers and the model as they are. */
  public boolean isProvinceFresh(Database database) {
    Path directory = root.resolve(PROVINCE);
    if (!RoadNetwork.standsIn(directory)) {
      return false;
    }
    String model = modelText();
    return RoadNetwork.manifest(directory).format() == NetworkManifest.FORMAT
        && RoadNetwork.modelText(directory).equals(model)
        && RoadNetwork.manifest(directory)
            .state()
            .equals(StoredHazards.state(database, DangerousGoods.read("model", model)));
  }

  /**
   * Prepares the network of the stored road layer; empty where another process is doing so.
   *
   * @throws UserFault where there can be none: no roads, or a model that cannot hold
   */
  Optional<NetworkManifest> tryBuildProvince(Database database, Progress progress) {
    return build(
        PROVINCE,
        progress,
        work ->
            ProvinceNetwork.order(
                database, PROVINCE, modelText(), work.resolve("province.osm"), progress));
  }

  /**
   * Prepares the network of the stored road layer.
   *
   * @throws UserFault where there can be none, and where another process is preparing it
   */
  public NetworkManifest buildProvince(Database database, Progress progress) {
    return tryBuildProvince(database, progress).orElseThrow(() -> busy(PROVINCE));
  }

  /** Prepares it where it does not stand as the layers and the model are. */
  public void ensureProvince(Database database, Progress progress) {
    if (!isProvinceFresh(database)) {
      buildProvince(database, progress);
    }
  }

  private static UserFault busy(String name) {
    return new UserFault(
        "路网 " + name + " 正由另一进程生成 (another process is preparing this network)",
        "稍候再试 (try again in a moment)");
  }

  /**
   * Prepares a network from an OSM file.
   *
   * @param heights or null
   * @param cargoes empty for all of the model
   */
  public NetworkManifest buildOsm(
      String name,
      Path osm,
      Path dem,
      GraphHeights heights,
      List<String> cargoes,
      Progress progress) {
    if (checked(name).equals(PROVINCE)) {
      throw new UserFault(
          "名称 province 留给公路图层 (the name province is that of the layer road)",
          "换一个名称 (take another name)");
    }
    if (!Files.isRegularFile(osm)) {
      throw new UserFault("没有文件 (no such file) " + osm, "检查路径 (check the path)");
    }
    String text = modelText();
    DangerousGoods model = DangerousGoods.read("dangerous-goods.yaml", text);
    List<String> wanted =
        cargoes.isEmpty()
            ? model.cargoes().stream().map(DangerousGoods.Cargo::id).toList()
            : cargoes.stream().map(id -> model.cargo(id).id()).toList();
    return build(
            name,
            progress,
            work -> {
              progress.step("读取风险点 (reading the hazards of " + osm.getFileName() + ")");
              List<Hazard> hazards = OsmHazards.read(osm, model, work);
              return new NetworkOrder(
                  name,
                  new Text("OSM 文件 " + osm.getFileName(), "OSM file " + osm.getFileName()),
                  osm,
                  heights,
                  text,
                  wanted,
                  hazards,
                  List.of(),
                  null,
                  "",
                  0,
                  0,
                  false,
                  dem == null ? List.of(osm) : List.of(osm, dem));
            })
        .orElseThrow(() -> busy(name));
  }

  /** Empty where another process is preparing it. */
  private Optional<NetworkManifest> build(String name, Progress progress, Ordering ordering) {
    try {
      Files.createDirectories(root);
      try (FileChannel channel =
              FileChannel.open(
                  root.resolve(name + ".lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          FileLock held = channel.tryLock()) {
        return held == null ? Optional.empty() : Optional.of(built(name, progress, ordering));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("preparing a road network", e);
    }
  }

  /** Only for who holds the lock: whatever lies about is of one who was cut off. */
  private NetworkManifest built(String name, Progress progress, Ordering ordering)
      throws IOException {
    Path next = root.resolve(name + ".next");
    Path work = root.resolve(name + ".work");
    Path before = root.resolve(name + ".before");
    try {
      delete(next);
      delete(work);
      delete(before);
      Files.createDirectories(work);
      NetworkOrder order = ordering.in(work);
      progress.step("生成路网 " + name + " (preparing the network: graph, hazards, hierarchies)");
      NetworkManifest manifest = RoadNetwork.prepare(order, next);
      if (Files.exists(root.resolve(name))) {
        Files.move(root.resolve(name), before);
      }
      Files.move(next, root.resolve(name));
      return manifest;
    } finally {
      delete(before);
      delete(work);
      delete(next);
    }
  }

  private static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}

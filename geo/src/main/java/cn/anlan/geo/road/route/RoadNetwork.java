package cn.anlan.geo.road.route;

import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.road.graph.RoadEdge;
import cn.anlan.geo.road.graph.RoadGraph;
import cn.anlan.geo.road.hazard.DangerousGoods;
import cn.anlan.geo.road.hazard.EdgeStakes;
import cn.anlan.geo.road.hazard.GraphHazards;
import cn.anlan.geo.road.hazard.HazardTable;
import cn.anlan.geo.road.hazard.TankerProfiles;
import cn.anlan.geo.road.height.Heights;
import cn.anlan.geo.road.slope.ChainProfiles;
import cn.anlan.geo.road.topology.WayTable;
import cn.anlan.geo.text.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A network as it was prepared: graph, hazards by edge, stakes, and the model that all was made
 * with. It answers by that model also when the office's has changed meanwhile. Immutable, for any
 * number of threads.
 */
public final class RoadNetwork implements AutoCloseable {
  private static final String GRAPH = "graph";
  private static final String HAZARDS = "hazards.bin";
  private static final String WAYS = "ways.json";
  private static final String PROFILES = "profiles.bin";
  private static final String MODEL = "dangerous-goods.yaml";
  private static final String MANIFEST = "manifest.json";

  /** Manifests of earlier programs lack members; what they hold is read all the same. */
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

  private final NetworkManifest manifest;
  private final DangerousGoods model;
  private final RoadGraph graph;
  private final HazardTable hazards;
  private final EdgeStakes stakes;
  private final ChainProfiles profiles; // null where none were drawn

  private RoadNetwork(
      NetworkManifest manifest,
      DangerousGoods model,
      RoadGraph graph,
      HazardTable hazards,
      EdgeStakes stakes,
      ChainProfiles profiles) {
    this.manifest = manifest;
    this.model = model;
    this.graph = graph;
    this.hazards = hazards;
    this.stakes = stakes;
    this.profiles = profiles;
  }

  /**
   * Prepares a network. Only when all is written does the directory count as one.
   *
   * @param directory empty or not there
   */
  public static NetworkManifest prepare(NetworkOrder order, Path directory) {
    long began = System.nanoTime();
    try {
      Files.createDirectories(directory);
      Files.writeString(directory.resolve(MODEL), order.modelText());
      DangerousGoods model = DangerousGoods.read(MODEL, order.modelText());
      if (order.ways() != null) {
        order.ways().write(directory.resolve(WAYS));
      }
      DowngradeHazards downgrades = downgrades(order, model, directory.resolve(PROFILES));
      TankerProfiles profiles =
          new TankerProfiles(
              model,
              order.cargoes().stream().map(model::cargo).toList(),
              order.hazards(),
              downgrades == null ? GraphHazards.NONE : downgrades,
              NetworkOrder.reaches(order.ways()),
              directory.resolve(HAZARDS));
      RoadGraph.build(
          order.osm(), directory.resolve(GRAPH), order.heights(), model.speeds(), profiles);
      NetworkManifest manifest =
          manifest(order, model, downgrades == null ? null : downgrades.found(), directory, began);
      Files.write(directory.resolve(MANIFEST), JSON.writeValueAsBytes(manifest));
      return manifest;
    } catch (IOException e) {
      throw new UncheckedIOException("preparing a road network", e);
    }
  }

  /** Null where none are sought: the register has those of the stored roads. */
  private static DowngradeHazards downgrades(
      NetworkOrder order, DangerousGoods model, Path profiles) {
    Heights ground = order.heights() == null ? null : order.heights().ground().orElse(null);
    return ground == null || order.ways() != null
        ? null
        : new DowngradeHazards(order, model, ground, profiles);
  }

  private static NetworkManifest manifest(
      NetworkOrder order, DangerousGoods model, Integer downgrades, Path directory, long began)
      throws IOException {
    List<NetworkManifest.Input> inputs = new ArrayList<>();
    for (Path file : order.files()) {
      inputs.add(new NetworkManifest.Input(file.getFileName().toString(), sha256(file)));
    }
    try (RoadGraph graph = RoadGraph.open(directory.resolve(GRAPH))) {
      double[] lengthM = new double[1];
      graph.forEachEdge(edge -> lengthM[0] += edge.isOpenToCars() ? edge.lengthM() : 0);
      HazardTable table = HazardTable.read(directory.resolve(HAZARDS));
      List<Text> notTaken = new ArrayList<>(order.notTaken());
      notTaken.addAll(IdleHazards.of(model, table));
      return new NetworkManifest(
          NetworkManifest.FORMAT,
          order.name(),
          order.source(),
          inputs,
          order.state(),
          order.roadsDataVersion(),
          order.hazardsDataVersion(),
          order.isDemo(),
          graph.nodes(),
          graph.edges(),
          lengthM[0] / 1000,
          graph.components().count(),
          100 * graph.components().lengthM(0) / lengthM[0],
          order.heights() == null ? null : order.heights().method(),
          model.version(),
          order.cargoes(),
          order.hazards().size(),
          downgrades,
          table.items(),
          notTaken,
          OffsetDateTime.now().truncatedTo(ChronoUnit.SECONDS).toString(),
          (System.nanoTime() - began) / 1e9);
    }
  }

  private static String sha256(Path file) throws IOException {
    try (InputStream in =
        new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(((DigestInputStream) in).getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  /** Whether a directory holds a network whose preparation came to its end. */
  public static boolean standsIn(Path directory) {
    return Files.isRegularFile(directory.resolve(MANIFEST));
  }

  /** The manifest of a prepared network, without opening it. */
  public static NetworkManifest manifest(Path directory) {
    try {
      return JSON.readValue(Files.readAllBytes(directory.resolve(MANIFEST)), NetworkManifest.class);
    } catch (IOException e) {
      throw new UncheckedIOException("reading a road network's manifest", e);
    }
  }

  /** The model's text that a network was prepared with. */
  public static String modelText(Path directory) {
    try {
      return Files.readString(directory.resolve(MODEL));
    } catch (IOException e) {
      throw new UncheckedIOException("reading a road network's model", e);
    }
  }

  /**
   * Opens a prepared network.
   *
   * @throws UserFault where an earlier program has prepared it
   */
  public static RoadNetwork open(Path directory) {
    NetworkManifest manifest = manifest(directory);
    if (manifest.format() != NetworkManifest.FORMAT) {
      throw new UserFault(
          "路网 %s 由另一版本的程序生成 (prepared by another version of the program)"
              .formatted(manifest.name()),
          "重新生成 (prepare it anew): ./anlan roads build");
    }
    RoadGraph graph = RoadGraph.open(directory.resolve(GRAPH));
    Path ways = directory.resolve(WAYS);
    Path profiles = directory.resolve(PROFILES);
    return new RoadNetwork(
        manifest,
        DangerousGoods.read(MODEL, modelText(directory)),
        graph,
        HazardTable.read(directory.resolve(HAZARDS)),
        EdgeStakes.of(graph, NetworkOrder.reaches(Files.exists(ways) ? WayTable.read(ways) : null)),
        Files.exists(profiles) ? ChainProfiles.read(profiles, graph) : null);
  }

  public NetworkManifest manifest() {
    return manifest;
  }

  public DangerousGoods model() {
    return model;
  }

  public RoadGraph graph() {
    return graph;
  }

  public HazardTable hazards() {
    return hazards;
  }

  /** The roads with their heights; empty where none were drawn when it was prepared. */
  public Optional<ChainProfiles> profiles() {
    return Optional.ofNullable(profiles);
  }

  /** Where an edge lies by route and stake; of OSM files the route's number alone. */
  public EdgeStakes.Reach reach(RoadEdge edge) {
    EdgeStakes.Reach known = stakes.of(edge.id());
    return known != null
        ? known
        : new EdgeStakes.Reach(
            null, graph.routeNo(edge.id()), edge.roadClass(), Double.NaN, Double.NaN);
  }

  @Override
  public void close() {
    graph.close();
  }
}

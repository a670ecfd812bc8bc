package cn.anlan.web.bench;

import cn.anlan.data.store.Progress;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.road.hazard.DangerousGoods;
import cn.anlan.geo.road.hazard.Hazard;
import cn.anlan.geo.road.hazard.HazardKind;
import cn.anlan.geo.road.route.NetworkManifest;
import cn.anlan.geo.road.route.NetworkOrder;
import cn.anlan.geo.road.route.RoadNetwork;
import cn.anlan.geo.text.Text;
import cn.anlan.web.bench.road.BenchRoads;
import cn.anlan.web.bench.road.BenchTowns;
import cn.anlan.web.route.RouteQuestion;
import cn.anlan.web.route.Routes;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Routes over the invented network of a province's size, with the towns' people and 200 areas of 50
 * corners as hazards: one way, all alternatives with what they pass, and opening. Beside it plain
 * GraphHopper with the same 200 areas in the request. Questions lead from town to town.
 */
final class RoutingBench {
  private static final long SEED = 80;
  private static final int AREAS = 200;
  private static final int CORNERS = 50;
  private static final int QUESTIONS = 400;
  private static final int RIVAL_QUESTIONS = 15;
  private static final int WARM_UP = 60;
  private static final int OPENINGS = 5;
  private static final String CARGO = "flammable_liquid";
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final Progress progress;
  private final Random random = new Random(SEED);

  RoutingBench(Progress progress) {
    this.progress = progress;
  }

  RoutingResult run() throws IOException {
    Path folder = Files.createTempDirectory("anlan-routing");
    try {
      return run(folder);
    } finally {
      BenchDatabase.deleteTree(folder);
    }
  }

  private RoutingResult run(Path folder) throws IOException {
    progress.step("虚构路网 (the invented network)");
    Path osm = folder.resolve("province.osm");
    List<BenchTowns.Town> towns = BenchRoads.write(osm).towns();
    List<Geometry> areas = areas(towns);
    progress.step("准备路网 (preparing the network)");
    Path prepared = folder.resolve("network");
    NetworkManifest made = RoadNetwork.prepare(order(osm, towns, areas), prepared);
    double[] opened = new double[OPENINGS];
    for (int i = 0; i < OPENINGS; i++) {
      long start = System.nanoTime();
      RoadNetwork.open(prepared).close();
      opened[i] = TilesBench.millisSince(start);
    }
    Arrays.sort(opened);
    List<RoutingResult.Row> rows = new ArrayList<>();
    try (RoadNetwork network = RoadNetwork.open(prepared)) {
      Routes routes = new Routes(network, List.of());
      progress.step("路线 (one way)");
      rows.add(row("路线 one way", QUESTIONS, towns, (a, b) -> asks(routes, "car", a, b)));
      progress.step("方案 (alternatives)");
      rows.add(
          row(
              "方案与风险 alternatives with hazards",
              QUESTIONS,
              towns,
              (a, b) -> asks(routes, "dangerous_goods", a, b)));
    }
    progress.step("GraphHopper 自定义区域 (plain GraphHopper with areas)");
    try (RoutingRival rival = new RoutingRival(osm, folder.resolve("rival"), areas)) {
      rows.add(
          row(
              "GraphHopper，请求带 200 个区域 plain, 200 areas in the request",
              RIVAL_QUESTIONS,
              towns,
              rival::route));
    }
    return new RoutingResult(
        LocalDate.now().toString(),
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        made.edges(),
        made.hazards(),
        made.hazardStretches(),
        made.builtS(),
        megabytes(prepared),
        opened[OPENINGS / 2],
        rows);
  }

  private interface Question {
    /** Whether there is a way. */
    boolean ask(double[] from, double[] to);
  }

  private static boolean asks(Routes routes, String profile, double[] from, double[] to) {
    try {
      String a = from[0] + "," + from[1];
      String b = to[0] + "," + to[1];
      return !routes
          .answer(RouteQuestion.of("bench", profile, a, b, CARGO, "3"))
          .routes()
          .isEmpty();
    } catch (UserFault none) {
      return false;
    }
  }

  private RoutingResult.Row row(
      String what, int questions, List<BenchTowns.Town> towns, Question question) {
    Random places = new Random(SEED); // the same places for everybody
    double[] ms = new double[questions];
    int unanswered = 0;
    int warmUp = Math.min(WARM_UP, questions / 5);
    for (int i = -warmUp; i < questions; i++) {
      double[] from = place(towns, places);
      double[] to = place(towns, places);
      long start = System.nanoTime();
      boolean found = question.ask(from, to);
      if (i >= 0) {
        ms[i] = TilesBench.millisSince(start);
        unanswered += found ? 0 : 1;
      }
    }
    Arrays.sort(ms);
    return new RoutingResult.Row(
        what, questions, unanswered, ms[questions / 2], ms[(int) (questions * 0.95)]);
  }

  private static double[] place(List<BenchTowns.Town> towns, Random random) {
    BenchTowns.Town town = towns.get(random.nextInt(towns.size()));
    return new double[] {town.lonDeg(), town.latDeg()};
  }

  private NetworkOrder order(Path osm, List<BenchTowns.Town> towns, List<Geometry> areas) {
    DangerousGoods model = DangerousGoods.shipped();
    List<Hazard> hazards = new ArrayList<>();
    int settlement = kind(model, "settlement");
    int water = kind(model, "water_second");
    for (int i = 0; i < towns.size(); i++) {
      BenchTowns.Town town = towns.get(i);
      hazards.add(
          new Hazard(
              settlement,
              "bench",
              "T" + i,
              "T" + i,
              town.radiusM() * 10,
              FACTORY.createPoint(new Coordinate(town.lonDeg(), town.latDeg())),
              null));
    }
    for (int i = 0; i < areas.size(); i++) {
      hazards.add(new Hazard(water, "bench", "A" + i, "A" + i, 5000, areas.get(i), null));
    }
    return new NetworkOrder(
        "bench",
        new Text("虚构路网", "invented network"),
        osm,
        null,
        DangerousGoods.shippedText(),
        List.of(CARGO),
        hazards,
        List.of(),
        null,
        "",
        0,
        0,
        true,
        List.of());
  }

  private static int kind(DangerousGoods model, String kind) {
    List<String> kinds = model.hazards().stream().map(HazardKind::kind).toList();
    return kinds.indexOf(kind);
  }

  /** Uneven rings of 2 to 6 km about towns. */
  private List<Geometry> areas(List<BenchTowns.Town> towns) {
    List<Geometry> areas = new ArrayList<>();
    for (int i = 0; i < AREAS; i++) {
      double[] at = place(towns, random);
      Coordinate[] ring = new Coordinate[CORNERS + 1];
      for (int k = 0; k < CORNERS; k++) {
        double angle = 2 * Math.PI * k / CORNERS;
        double radiusDeg = 0.02 + 0.04 * random.nextDouble();
        ring[k] =
            new Coordinate(
                at[0] + radiusDeg * Math.cos(angle), at[1] + 0.9 * radiusDeg * Math.sin(angle));
      }
      ring[CORNERS] = ring[0].copy();
      areas.add(FACTORY.createPolygon(ring));
    }
    return areas;
  }

  private static long megabytes(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).mapToLong(p -> p.toFile().length()).sum() >> 20;
    }
  }
}

package cn.anlan.web.bench;

import cn.anlan.data.store.Progress;
import cn.anlan.geo.road.graph.EdgeFactors;
import cn.anlan.geo.road.graph.RoadGraph;
import cn.anlan.geo.road.graph.TankerSpeeds;
import cn.anlan.geo.road.reach.ArrivalTimes;
import cn.anlan.geo.road.reach.Arrivals;
import cn.anlan.geo.road.reach.Isochrones;
import cn.anlan.geo.road.reach.Placing;
import cn.anlan.geo.road.reach.ReachModel;
import cn.anlan.geo.road.reach.ReachNetwork;
import cn.anlan.web.bench.road.BenchRoads;
import cn.anlan.web.bench.road.BenchTowns;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleSupplier;

/**
 * Reach over the invented network of a province's size: a team in every town, places round towns
 * and anywhere. Beside it GraphHopper's own {@code ShortestPathTree}, once for each team, on the
 * same graph and speeds; both must say the same.
 */
final class ReachBench {
  private static final int ROUNDS = 7;
  private static final int RED_AND_ORANGE = 20_000;
  private static final int ALL = 285_000;
  private static final double LIMIT_S = 900;
  private static final double TURNOUT_S = 60;
  private static final double ON_THE_ROAD_M = 1;

  private final Progress progress;
  private final List<ReachResult.Row> rows = new ArrayList<>();

  ReachBench(Progress progress) {
    this.progress = progress;
  }

  ReachResult run() throws IOException {
    Path folder = Files.createTempDirectory("anlan-reach");
    try {
      return run(folder);
    } finally {
      BenchDatabase.deleteTree(folder);
    }
  }

  private ReachResult run(Path folder) throws IOException {
    progress.step("虚构路网 (the invented network)");
    Path osm = folder.resolve("province.osm");
    long start = System.nanoTime();
    BenchRoads.Written written = BenchRoads.write(osm);
    rows.add(row("写出路网 the network written", written.nodes() + " nodes", start));
    progress.step("导入 (importing)");
    Path prepared = folder.resolve("graph");
    start = System.nanoTime();
    RoadGraph.build(osm, prepared, null, new TankerSpeeds(80, 60), EdgeFactors.NONE);
    rows.add(row("GraphHopper 导入 imported", written.ways() + " ways", start));
    start = System.nanoTime();
    try (RoadGraph graph = RoadGraph.open(prepared)) {
      rows.add(row("打开 opened", graph.edges() + " edges", start));
      return measure(graph, written.towns());
    }
  }

  private ReachResult measure(RoadGraph graph, List<BenchTowns.Town> towns) {
    ReachModel shipped = ReachModel.shipped();
    long start = System.nanoTime();
    ReachNetwork network = ReachNetwork.of(graph, asCars(shipped, shipped.offRoadBoundM()));
    rows.add(row("备好 made ready", graph.nodes() + " junctions", start));
    double[] lon = towns.stream().mapToDouble(BenchTowns.Town::lonDeg).toArray();
    double[] lat = towns.stream().mapToDouble(BenchTowns.Town::latDeg).toArray();
    double[] turnout = new double[lon.length];
    Arrays.fill(turnout, TURNOUT_S);
    progress.step("全省到达 (the province in one run)");
    province(network, towns, lon, lat, turnout, RED_AND_ORANGE);
    province(network, towns, lon, lat, turnout, ALL);
    Placing teams = network.place(lon, lat);
    double runMs =
        median(() -> firstS(Arrivals.of(teams, turnout, Double.POSITIVE_INFINITY), teams));
    rows.add(
        new ReachResult.Row(
            "一次多源 Dijkstra one run from all teams", lon.length + " 队 teams", runMs));
    rows.add(
        new ReachResult.Row(
            "一队 5/10/15/30 分钟等时圈 isochrones of a team",
            "100 m 格 cells",
            median(
                () -> {
                  Arrivals one = Arrivals.of(teams.only(0), new double[] {TURNOUT_S}, 2 * LIMIT_S);
                  return Isochrones.of(one, List.of(5.0, 10.0, 15.0, 30.0), 100).cellM();
                })));
    rows.add(
        new ReachResult.Row(
            "全省到达范围 areas of the whole province",
            "≈ 700 m 格 cells",
            median(
                () ->
                    Isochrones.of(
                            Arrivals.of(teams, turnout, 2 * LIMIT_S),
                            List.of(5.0, 10.0, 15.0, 30.0),
                            500)
                        .cellM())));
    progress.step("GraphHopper ShortestPathTree");
    ReachNetwork onRoads = ReachNetwork.of(graph, asCars(shipped, ON_THE_ROAD_M));
    ReachRival.Sampled rival = new ReachRival(graph, onRoads).run(lon, lat, LIMIT_S);
    return new ReachResult(
        LocalDate.now().toString(),
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        graph.nodes(),
        graph.edges(),
        rows,
        median(() -> firstS(Arrivals.of(teams, turnout, LIMIT_S), teams)),
        rival);
  }

  /** The shipped model at a car's speeds, which the trees drive too. */
  private static ReachModel asCars(ReachModel shipped, double offRoadBoundM) {
    return new ReachModel(
        shipped.version(),
        shipped.source(),
        shipped.turnoutS(),
        shipped.otherTurnoutS(),
        Map.of(),
        shipped.offRoadKmh(),
        offRoadBoundM,
        shipped.noStopping());
  }

  private static double firstS(Arrivals arrivals, Placing teams) {
    return arrivals.at(teams.only(0)).seconds(0);
  }

  /** Everything for so many places, from coordinates to the count of gaps. */
  private void province(
      ReachNetwork network,
      List<BenchTowns.Town> towns,
      double[] lon,
      double[] lat,
      double[] turnout,
      int count) {
    double[][] places = places(towns, count);
    int[] late = new int[2];
    double ms =
        median(
            () -> {
              Placing teams = network.place(lon, lat);
              Placing placed = network.place(places[0], places[1]);
              Arrivals arrivals = Arrivals.of(teams, turnout, Double.POSITIVE_INFINITY);
              ArrivalTimes times = arrivals.at(placed);
              late[0] = 0;
              late[1] = 0;
              for (int i = 0; i < count; i++) {
                late[0] += times.seconds(i) > LIMIT_S ? 1 : 0;
                late[1] += times.team(i) < 0 && !placed.isPlaced(i) ? 1 : 0;
              }
              return late[0];
            });
    rows.add(
        new ReachResult.Row(
            "全省到达，从坐标到缺口 reach of the province, from coordinates to gaps",
            "%,d 点 places: %,d 超时 late, %,d 离路过远 off road"
                .formatted(count, late[0] - late[1], late[1]),
            ms));
  }

  private static double[][] places(List<BenchTowns.Town> towns, int count) {
    Random random = new Random(BenchRoads.SEED);
    double[][] places = new double[2][count];
    for (int i = 0; i < count; i++) {
      BenchTowns.Town town = towns.get(random.nextInt(towns.size()));
      double spread = random.nextInt(4) == 0 ? 0.12 : 0.03;
      places[0][i] = town.lonDeg() + spread * random.nextGaussian();
      places[1][i] = town.latDeg() + spread * random.nextGaussian();
    }
    return places;
  }

  private static ReachResult.Row row(String what, String size, long startNs) {
    return new ReachResult.Row(what, size, TilesBench.millisSince(startNs));
  }

  private static double median(DoubleSupplier work) {
    return HotspotsBench.median(work, ROUNDS);
  }
}

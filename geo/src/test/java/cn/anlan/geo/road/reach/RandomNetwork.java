package cn.anlan.geo.road.reach;

import cn.anlan.geo.road.graph.EdgeFactors;
import cn.anlan.geo.road.graph.RoadGraph;
import cn.anlan.geo.road.graph.SmallNetwork;
import cn.anlan.geo.road.graph.TankerSpeeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * A grid of bent roads of all classes for tests: gaps, one-ways, tunnels, a motorway, an island.
 */
final class RandomNetwork {
  static final int SIDE = 12;
  static final double WEST = 115.8;
  static final double SOUTH = 28.6;
  static final double STEP = 0.008;
  private static final String[] CLASSES = {"primary", "secondary", "tertiary", "residential"};

  private RandomNetwork() {}

  static RoadGraph build(Path directory, Random random) throws IOException {
    return build(directory, random, 0.2);
  }

  /**
   * @param oneWays the share of roads that are
   */
  static RoadGraph build(Path directory, Random random, double oneWays) throws IOException {
    SmallNetwork network = new SmallNetwork();
    for (int i = 0; i < SIDE * SIDE; i++) {
      network.node(
          i + 1,
          WEST + STEP * (i % SIDE + 0.3 * random.nextDouble()),
          SOUTH + STEP * (i / SIDE + 0.3 * random.nextDouble()));
    }
    long way = 1;
    for (int i = 0; i < SIDE * SIDE; i++) {
      for (int to : new int[] {i % SIDE + 1 < SIDE ? i + 1 : -1, i + SIDE}) {
        if (to > 0 && to < SIDE * SIDE && random.nextDouble() > 0.2) {
          String tags = "highway=" + CLASSES[random.nextInt(CLASSES.length)];
          tags += random.nextDouble() < oneWays ? " oneway=yes" : "";
          tags += random.nextDouble() < 0.05 ? " tunnel=yes" : "";
          network.way(way, tags, bent(network, 1000 * way++, i, to, random));
        }
      }
    }
    // above the grid, with a ramp at either end
    network.node(900, WEST - 0.01, SOUTH + 0.5 * STEP);
    network.node(901, WEST + SIDE * STEP, SOUTH + 0.5 * STEP);
    network.way(900, "highway=motorway oneway=yes", 900, 901);
    network.way(901, "highway=motorway_link oneway=yes", 1, 900);
    network.way(902, "highway=motorway_link oneway=yes", 901, SIDE);
    network.node(950, WEST + 0.03, SOUTH - 0.02).node(951, WEST + 0.05, SOUTH - 0.02);
    network.way(950, "highway=residential", 950, 951);
    Files.createDirectories(directory);
    Path osm = network.write(directory.resolve("small.osm"));
    Path prepared = directory.resolve("graph");
    RoadGraph.build(osm, prepared, null, new TankerSpeeds(80, 60), EdgeFactors.NONE);
    return RoadGraph.open(prepared);
  }

  /** A way's nodes with some between its ends, up to half a step aside. */
  private static long[] bent(SmallNetwork network, long number, int i, int to, Random random) {
    int between = random.nextInt(4);
    long[] nodes = new long[between + 2];
    nodes[0] = i + 1;
    nodes[between + 1] = to + 1;
    for (int k = 1; k <= between; k++) {
      double t = k / (between + 1.0);
      nodes[k] = number + k;
      network.node(
          nodes[k],
          WEST + STEP * (i % SIDE * (1 - t) + to % SIDE * t + random.nextDouble() - 0.35),
          SOUTH + STEP * ((i / SIDE) * (1 - t) + (to / SIDE) * t + random.nextDouble() - 0.35));
    }
    return nodes;
  }

  /** {longitudes, latitudes} in and round the grid. */
  static double[][] places(int count, Random random) {
    double[][] places = new double[2][count];
    for (int i = 0; i < count; i++) {
      places[0][i] = WEST + STEP * (SIDE * 1.2 * random.nextDouble() - 1);
      places[1][i] = SOUTH + STEP * (SIDE * 1.2 * random.nextDouble() - 1);
    }
    return places;
  }
}

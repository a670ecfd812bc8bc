package cn.anlan.web.bench;

import cn.anlan.geo.road.graph.RoadGraph;
import cn.anlan.geo.road.reach.Arrivals;
import cn.anlan.geo.road.reach.Placing;
import cn.anlan.geo.road.reach.ReachNetwork;
import com.graphhopper.isochrone.algorithm.ShortestPathTree;
import com.graphhopper.routing.util.TraversalMode;

/**
 * What GraphHopper brings along: a shortest path tree from one junction. For all teams it is grown
 * once for each; a part of the teams is measured and the time scaled. Each junction of each tree is
 * held against ours.
 */
final class ReachRival {
  private static final int SAMPLE = 40;

  /**
   * @param allTeamsMs of all teams, scaled up from {@code teams}
   * @param junctions compared
   * @param greatestDifferenceS of the two answers; GraphHopper adds up whole milliseconds
   */
  record Sampled(int teams, double allTeamsMs, long junctions, double greatestDifferenceS) {}

  private final RoadGraph graph;
  private final ReachNetwork network;

  /**
   * @param network of the same speeds, by which nobody goes off the road: from junction to junction
   *     a team would else cut corners that the trees do not know
   */
  ReachRival(RoadGraph graph, ReachNetwork network) {
    this.graph = graph;
    this.network = network;
  }

  Sampled run(double[] lon, double[] lat, double limitS) {
    int[] starts = new int[SAMPLE];
    for (int i = 0; i < SAMPLE; i++) {
      int team = (int) ((long) i * lon.length / SAMPLE);
      starts[i] = graph.snap(lon[team], lat[team]).orElseThrow().edge().fromNode();
    }
    for (int start : starts) {
      tree(start, limitS, (node, seconds) -> {}); // to warm up
    }
    long began = System.nanoTime();
    for (int start : starts) {
      tree(start, limitS, (node, seconds) -> {});
    }
    double ms = TilesBench.millisSince(began) * lon.length / SAMPLE;
    long[] compared = new long[1];
    double[] greatest = new double[1];
    for (int start : starts) {
      Placing place = network.place(lon(start), lat(start));
      if (place.nearestRoadM(0) > 0.01) {
        continue; // only a motorway or a tunnel comes to it
      }
      Arrivals ours = Arrivals.of(place, new double[1], limitS);
      tree(
          start,
          limitS,
          (node, seconds) -> {
            Placing there = network.place(lon(node), lat(node));
            if (there.nearestRoadM(0) < 0.01 && compared[0] < 20_000) {
              compared[0]++;
              greatest[0] = Math.max(greatest[0], Math.abs(ours.at(there).seconds(0) - seconds));
            }
          });
    }
    return new Sampled(SAMPLE, ms, compared[0], greatest[0]);
  }

  private interface Visitor {
    void at(int node, double seconds);
  }

  private void tree(int start, double limitS, Visitor visitor) {
    ShortestPathTree tree =
        new ShortestPathTree(
            graph.base(),
            graph.hierarchy(RoadGraph.CAR).getWeighting(),
            false,
            TraversalMode.NODE_BASED);
    tree.setTimeLimit(limitS * 1000);
    tree.search(
        start,
        label -> {
          if (label.time <= limitS * 1000) {
            visitor.at(label.node, label.time / 1000.0);
          }
        });
  }

  private double[] lon(int node) {
    return new double[] {graph.lonDeg(node)};
  }

  private double[] lat(int node) {
    return new double[] {graph.latDeg(node)};
  }
}

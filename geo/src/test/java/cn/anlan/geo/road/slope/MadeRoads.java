package cn.anlan.geo.road.slope;

import cn.anlan.geo.road.graph.EdgeFactors;
import cn.anlan.geo.road.graph.RoadEdge;
import cn.anlan.geo.road.graph.RoadGraph;
import cn.anlan.geo.road.graph.SmallNetwork;
import cn.anlan.geo.road.graph.TankerSpeeds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;

/** Roads on a plane of metres about 115° E, 28° N. */
final class MadeRoads {
  private static final double LON = 115;
  private static final double LAT = 28;
  private static final double LON_M = 98_360;
  private static final double LAT_M = 110_820;

  private final SmallNetwork osm = new SmallNetwork();
  private final Map<Long, Coordinate> places = new TreeMap<>();

  /** As a file has it, to seven digits. */
  static Coordinate at(double xM, double yM) {
    return new Coordinate(
        Math.round((LON + xM / LON_M) * 1e7) / 1e7, Math.round((LAT + yM / LAT_M) * 1e7) / 1e7);
  }

  static double xM(double lonDeg) {
    return (lonDeg - LON) * LON_M;
  }

  static double yM(double latDeg) {
    return (latDeg - LAT) * LAT_M;
  }

  MadeRoads node(long id, double xM, double yM) {
    Coordinate at = at(xM, yM);
    places.put(id, at);
    osm.node(id, at.x, at.y);
    return this;
  }

  MadeRoads way(long id, String tags, long... nodes) {
    osm.way(id, tags, nodes);
    return this;
  }

  Coordinate at(long node) {
    return places.get(node);
  }

  Path write(Path file) throws IOException {
    return osm.write(file);
  }

  RoadGraph open(Path dir) throws IOException {
    Path graph = dir.resolve("graph");
    RoadGraph.build(
        write(dir.resolve("roads.osm")), graph, null, new TankerSpeeds(80, 60), EdgeFactors.NONE);
    return RoadGraph.open(graph);
  }

  /** Every chain by the junctions that it passes: 1-2-3. */
  List<String> walks(RoadGraph graph) {
    List<String> walks = new ArrayList<>();
    for (Chain chain : RoadChains.of(graph)) {
      StringBuilder walk = new StringBuilder();
      for (int half : chain.halves()) {
        RoadEdge edge = graph.edge(Chain.edge(half));
        int from = Chain.isForward(half) ? edge.fromNode() : edge.toNode();
        int to = Chain.isForward(half) ? edge.toNode() : edge.fromNode();
        if (walk.isEmpty()) {
          walk.append(id(graph, from));
        }
        walk.append('-').append(id(graph, to));
      }
      walks.add(walk.toString());
    }
    return walks;
  }

  private long id(RoadGraph graph, int node) {
    Coordinate at = new Coordinate(graph.lonDeg(node), graph.latDeg(node));
    return places.entrySet().stream()
        .filter(place -> place.getValue().distance(at) < 3e-7)
        .findFirst()
        .orElseThrow()
        .getKey();
  }
}

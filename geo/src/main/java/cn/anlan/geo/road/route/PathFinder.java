package cn.anlan.geo.road.route;

import cn.anlan.geo.road.graph.RoadEdge;
import cn.anlan.geo.road.graph.RoadGraph;
import cn.anlan.geo.road.graph.RoadPoint;
import com.graphhopper.routing.Path;
import com.graphhopper.routing.ch.CHRoutingAlgorithmFactory;
import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.routing.querygraph.VirtualEdgeIteratorState;
import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.PMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Best ways between two places for any number of profiles, by contraction hierarchies. For one
 * question only, and one thread.
 */
final class PathFinder {
  /** The risk of a stretch of an edge so many seconds after the departure. */
  interface Measure {
    double of(RoadEdge edge, double fromM, double toM, double afterS);
  }

  private final RoadGraph graph;
  private final RoadPoint from;
  private final RoadPoint to;
  private final QueryGraph joined;
  private final int fromNode;
  private final int toNode;

  PathFinder(RoadGraph graph, RoadPoint from, RoadPoint to) {
    this.graph = graph;
    this.from = from;
    this.to = to;
    joined = QueryGraph.create(graph.base(), from.snap(), to.snap());
    fromNode = from.snap().getClosestNode();
    toNode = to.snap().getClosestNode();
  }

  /** Whether both places are the same one. */
  boolean isNoWay() {
    return fromNode == toNode;
  }

  /**
   * The best way by a profile.
   *
   * @param forwardKmh speed along an edge's line
   * @return empty where there is no way
   */
  Optional<Trip> best(
      String profile,
      ToDoubleFunction<RoadEdge> forwardKmh,
      ToDoubleFunction<RoadEdge> backwardKmh,
      Measure risk) {
    Path path =
        new CHRoutingAlgorithmFactory(graph.hierarchy(profile), joined)
            .createAlgo(new PMap())
            .calcPath(fromNode, toNode);
    if (!path.isFound()) {
      return Optional.empty();
    }
    List<Leg> legs = new ArrayList<>(path.getEdgeCount());
    double startS = 0;
    for (EdgeIteratorState driven : path.calcEdges()) {
      int key =
          driven instanceof VirtualEdgeIteratorState part
              ? part.getOriginalEdgeKey()
              : driven.getEdgeKey();
      RoadEdge edge = graph.edge(key / 2);
      boolean forward = key % 2 == 0;
      double one = 0;
      double other = edge.lengthM();
      if (driven instanceof VirtualEdgeIteratorState) {
        one = measure(driven.getBaseNode(), forward ? 0 : edge.lengthM());
        other = measure(driven.getAdjNode(), forward ? edge.lengthM() : 0);
      }
      double low = Math.min(one, other);
      double high = Math.max(one, other);
      double kmh = (forward ? forwardKmh : backwardKmh).applyAsDouble(edge);
      double timeS = 3.6 * (high - low) / kmh;
      double of = risk == null ? 0 : risk.of(edge, low, high, startS + timeS / 2);
      legs.add(new Leg(edge, forward, low, high, startS, timeS, of));
      startS += timeS;
    }
    return Optional.of(Trip.of(legs));
  }

  /** Where along its edge a node of a part of an edge lies: one of both places, or its end. */
  private double measure(int node, double atEnd) {
    if (joined.isVirtualNode(node)) {
      return node == fromNode ? from.alongM() : to.alongM();
    }
    return atEnd;
  }
}

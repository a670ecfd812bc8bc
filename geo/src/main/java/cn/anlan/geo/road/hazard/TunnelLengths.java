package cn.anlan.geo.road.hazard;

import cn.anlan.geo.road.Unions;
import cn.anlan.geo.road.graph.RoadGraph;

/**
 * How long the tunnels of a network are. A tunnel may be drawn as several edges: those that touch
 * are one tunnel, and its length is that of all of them together. Where roads branch underground
 * that is more than any way through, so that a ban on long tunnels holds there rather than not.
 */
final class TunnelLengths {
  private final Unions tunnels;
  private final double[] lengthM; // by the least junction of a tunnel

  private TunnelLengths(int junctions) {
    tunnels = new Unions(junctions);
    lengthM = new double[junctions];
  }

  static TunnelLengths of(RoadGraph graph) {
    TunnelLengths lengths = new TunnelLengths(graph.nodes());
    graph.forEachEdge(
        edge -> {
          if (edge.isTunnel()) {
            lengths.tunnels.join(edge.fromNode(), edge.toNode());
          }
        });
    graph.forEachEdge(
        edge -> {
          if (edge.isTunnel()) {
            lengths.lengthM[lengths.tunnels.find(edge.fromNode())] += edge.lengthM();
          }
        });
    return lengths;
  }

  /** Of the tunnel that has an end of one of its edges at a junction. */
  double lengthM(int node) {
    return lengthM[tunnels.find(node)];
  }
}

package cn.anlan.geo.road.graph;

import cn.anlan.geo.road.Unions;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which junctions hang together by roads that a car may use in some direction. Components are
 * numbered by falling length of their roads: 0 is the main network.
 */
public final class Components {
  private final int[] ofNode;
  private final double[] lengthM;
  private final int[] edges;

  private Components(int[] ofNode, double[] lengthM, int[] edges) {
    this.ofNode = ofNode;
    this.lengthM = lengthM;
    this.edges = edges;
  }

  /** Walks all edges once. */
  static Components of(RoadGraph graph) {
    Unions parts = new Unions(graph.nodes());
    graph.forEachEdge(
        edge -> {
          if (edge.isOpenToCars()) {
            parts.join(edge.fromNode(), edge.toNode());
          }
        });
    double[] length = new double[parts.size()];
    int[] count = new int[parts.size()];
    graph.forEachEdge(
        edge -> {
          if (edge.isOpenToCars()) {
            int root = parts.find(edge.fromNode());
            length[root] += edge.lengthM();
            count[root]++;
          }
        });
    int[] roots =
        IntStream.range(0, parts.size())
            .filter(i -> parts.find(i) == i)
            .boxed()
            .sorted((a, b) -> Double.compare(length[b], length[a]))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] number = new int[parts.size()];
    for (int i = 0; i < roots.length; i++) {
      number[roots[i]] = i;
    }
    int[] ofNode = new int[parts.size()];
    Arrays.setAll(ofNode, node -> number[parts.find(node)]);
    return new Components(
        ofNode,
        Arrays.stream(roots).mapToDouble(root -> length[root]).toArray(),
        Arrays.stream(roots).map(root -> count[root]).toArray());
  }

  /** How many there are with a road for cars. */
  public int count() {
    return (int) Arrays.stream(edges).filter(e -> e > 0).count();
  }

  /** The component of a junction. */
  public int of(int node) {
    return ofNode[node];
  }

  /** Metres of road in a component. */
  public double lengthM(int component) {
    return lengthM[component];
  }

  /** Edges of a component. */
  public int edges(int component) {
    return edges[component];
  }
}

package cn.anlan.data.demo.road;

import cn.anlan.data.demo.draw.FlatFrame;
import cn.anlan.data.demo.road.LineGraph.Edge;
import java.util.function.ToDoubleFunction;

/**
 * Heights of the network's nodes: as near to the ground as the grades of its edges allow. The mean
 * of the highest profile below the ground and the lowest above it, both within the grades.
 */
final class Profile {
  /** Drawn lines cut corners and are shorter than the edges by about so much. */
  private static final double SHORTENED = 0.93;

  private Profile() {}

  static double[] heightsM(LineGraph graph) {
    double[] low = spread(graph, node -> graph.place(node).z);
    double[] high = spread(graph, node -> -graph.place(node).z);
    for (int i = 0; i < low.length; i++) {
      low[i] = (low[i] - high[i]) / 2;
    }
    return low;
  }

  /** The least of each node's own value and its neighbours' plus what the edge allows. */
  private static double[] spread(LineGraph graph, ToDoubleFunction<Integer> start) {
    double[] least = new double[graph.size()];
    Heap open = new Heap();
    for (int node = 0; node < least.length; node++) {
      least[node] = start.applyAsDouble(node);
      open.add(least[node], node);
    }
    while (!open.isEmpty()) {
      double cost = open.leastCost();
      int node = open.poll();
      if (cost > least[node]) {
        continue;
      }
      for (Edge edge : graph.edgesAt(node)) {
        int next = edge.other(node);
        double lengthM = FlatFrame.betweenM(graph.place(node), graph.place(next)) * SHORTENED;
        double there = cost + lengthM * edge.maxGrade;
        if (there < least[next]) {
          least[next] = there;
          open.add(there, next);
        }
      }
    }
    return least;
  }
}

package cn.anlan.geo.road.reach;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.geo.road.graph.RoadGraph;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainRoadsTest {
  @TempDir Path directory;

  /** The largest part found by walking from every junction in turn. */
  @Test
  void theLargestPartIsThatOfTheLongestWalk() throws Exception {
    for (long seed = 1; seed <= 2; seed++) {
      Random random = new Random(seed);
      try (RoadGraph graph = RandomNetwork.build(directory.resolve("s" + seed), random)) {
        ReachNetwork network = ReachNetwork.of(graph, ReachModel.shipped());
        BitSet main = new BitSet();
        for (int edge = 0; edge < network.edges(); edge++) {
          main.set(edge, soonerS(network, edge) < 1e9 && network.isMain(edge));
        }
        BitSet largest = new BitSet();
        for (int node = 0; node < network.nodes(); node++) {
          BitSet walked = walk(network, node);
          largest = metres(graph, walked) > metres(graph, largest) ? walked : largest;
        }
        assertThat(main).as("seed " + seed).isEqualTo(largest);
        assertThat(largest.cardinality()).as("an island is there").isLessThan(network.edges());
      }
    }
  }

  private static double metres(RoadGraph graph, BitSet edges) {
    return edges.stream().mapToDouble(edge -> graph.edge(edge).lengthM()).sum();
  }

  private static double soonerS(ReachNetwork network, int edge) {
    return Math.min(network.forwardS(edge), network.backwardS(edge));
  }

  private static BitSet walk(ReachNetwork network, int start) {
    BitSet edges = new BitSet();
    BitSet seen = new BitSet();
    ArrayDeque<Integer> next = new ArrayDeque<>();
    next.add(start);
    seen.set(start);
    while (!next.isEmpty()) {
      int node = next.remove();
      for (int edge = 0; edge < network.edges(); edge++) {
        boolean meets = network.from(edge) == node || network.to(edge) == node;
        if (meets && soonerS(network, edge) < 1e9) {
          edges.set(edge);
          int other = network.from(edge) == node ? network.to(edge) : network.from(edge);
          if (!seen.get(other)) {
            seen.set(other);
            next.add(other);
          }
        }
      }
    }
    return edges;
  }
}

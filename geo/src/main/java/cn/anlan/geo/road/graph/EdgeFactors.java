package cn.anlan.geo.road.graph;

import java.util.List;

/**
 * Prices of edges that the profiles of a tanker put on its travel time. They are asked for once,
 * when the edges stand and nothing is prepared yet, and are kept in the graph as encoded values.
 */
public interface EdgeFactors {
  /** No tanker's profiles: a graph for cars and emergency vehicles only. */
  EdgeFactors NONE =
      new EdgeFactors() {
        @Override
        public List<String> profiles() {
          return List.of();
        }

        @Override
        public Prices over(RoadGraph graph) {
          return (profile, edge) -> 1;
        }
      };

  /** The profiles' names, of small letters, digits and underscores. */
  List<String> profiles();

  /**
   * The prices.
   *
   * @param graph edges and lines only; neither snapping nor routing works yet
   */
  Prices over(RoadGraph graph);

  /** What a second on an edge costs. */
  interface Prices {
    /**
     * @param profile index in {@link #profiles()}
     * @return seconds that a second on the edge counts for, 1 to {@value #DEAREST}; infinite where
     *     the edge is closed. What is dearer counts as the dearest.
     */
    double secondsPerSecond(int profile, int edge);
  }

  /** The highest finite price. */
  double DEAREST = 10_000;
}

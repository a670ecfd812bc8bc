package cn.anlan.geo.road.hazard;

import cn.anlan.geo.road.graph.RoadGraph;
import java.util.List;

/** Finds hazards on a network itself, while it is prepared. */
@FunctionalInterface
public interface GraphHazards {
  /** None. */
  GraphHazards NONE = graph -> List.of();

  /**
   * The hazards.
   *
   * @param graph edges, lines and names only; neither snapping nor routing works yet
   */
  List<Found> in(RoadGraph graph);

  /**
   * A hazard with the stretches of edges that it is on.
   *
   * @param stretches none of them twice
   */
  record Found(HazardTable.Thing thing, List<Stretch> stretches) {
    public Found {
      stretches = List.copyOf(stretches);
    }
  }

  /**
   * A part of an edge.
   *
   * @param fromM along the edge's line, the lesser
   */
  record Stretch(int edge, double fromM, double toM) {}
}

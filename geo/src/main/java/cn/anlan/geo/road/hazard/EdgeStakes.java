package cn.anlan.geo.road.hazard;

import cn.anlan.geo.road.graph.RoadEdge;
import cn.anlan.geo.road.graph.RoadGraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where edges lie along the register's roads. Networks from OSM files have no stakes; their edges
 * have the route's number only.
 */
public final class EdgeStakes {
  /**
   * Where an edge lies.
   *
   * @param code of the piece, or null
   * @param fromStakeKm at the beginning of the edge's line, NaN where there are no stakes
   */
  public record Reach(
      String code, String routeNo, String roadClass, double fromStakeKm, double toStakeKm) {
    /** Whether there are stakes. */
    public boolean hasStakes() {
      return !Double.isNaN(fromStakeKm);
    }

    /** The stake so many metres along an edge of some length. */
    public double stakeKm(double alongM, double lengthM) {
      return fromStakeKm + (toStakeKm - fromStakeKm) * alongM / lengthM;
    }
  }

  /** What the register says of a way, in the way's direction; see {@link Reach}. */
  public interface Ways {
    /** Null where the register knows nothing of it. */
    Reach get(long wayId);
  }

  private final Reach[] ofEdge;

  private EdgeStakes(Reach[] ofEdge) {
    this.ofEdge = ofEdge;
  }

  /**
   * Divides ways among their edges by length. The edges of a way that is a ring are taken in any
   * order, so that their stakes may be wrong within the ring.
   *
   * @param ways null for a network from an OSM file
   */
  public static EdgeStakes of(RoadGraph graph, Ways ways) {
    Reach[] reaches = new Reach[graph.edges()];
    if (ways != null) {
      Map<Long, List<RoadEdge>> byWay = new HashMap<>();
      graph.forEachEdge(e -> byWay.computeIfAbsent(e.wayId(), any -> new ArrayList<>(1)).add(e));
      byWay.forEach((id, edges) -> divide(ways.get(id), inOrder(edges), reaches));
    }
    return new EdgeStakes(reaches);
  }

  private static List<RoadEdge> inOrder(List<RoadEdge> edges) {
    if (edges.size() == 1) {
      return edges;
    }
    Map<Integer, RoadEdge> byFrom = new HashMap<>();
    edges.forEach(e -> byFrom.put(e.fromNode(), e));
    RoadEdge first =
        edges.stream()
            .filter(e -> edges.stream().noneMatch(o -> o.toNode() == e.fromNode()))
            .findFirst()
            .orElse(edges.get(0));
    List<RoadEdge> ordered = new ArrayList<>();
    for (RoadEdge at = first; at != null && ordered.size() < edges.size(); ) {
      ordered.add(at);
      at = byFrom.get(at.toNode());
    }
    return ordered;
  }

  private static void divide(Reach way, List<RoadEdge> edges, Reach[] reaches) {
    if (way == null) {
      return;
    }
    double total = edges.stream().mapToDouble(RoadEdge::lengthM).sum();
    double before = 0;
    for (RoadEdge edge : edges) {
      reaches[edge.id()] =
          new Reach(
              way.code,
              way.routeNo,
              way.roadClass,
              way.stakeKm(before, total),
              way.stakeKm(before + edge.lengthM(), total));
      before += edge.lengthM();
    }
  }

  /** Where an edge lies; null where the register knows nothing of it. */
  public Reach of(int edge) {
    return ofEdge[edge];
  }
}

package cn.anlan.geo.road.route;

import cn.anlan.geo.road.graph.RoadEdge;

/**
 * A stretch of an edge that is driven.
 *
 * @param forward along the edge's line
 * @param fromM the lower measure along the edge's line, whichever way it is driven
 * @param startS seconds from the departure of its trip to its beginning
 * @param timeS seconds on it
 * @param risk for a million trips, in the hours in which it is driven; 0 for cars
 */
public record Leg(
    RoadEdge edge,
    boolean forward,
    double fromM,
    double toM,
    double startS,
    double timeS,
    double risk) {
  public double lengthM() {
    return toM - fromM;
  }

  /** Seconds from the departure to its middle: the hour of that is the leg's. */
  double middleS() {
    return startS + timeS / 2;
  }

  int startNode() {
    return forward ? edge.fromNode() : edge.toNode();
  }

  int endNode() {
    return forward ? edge.toNode() : edge.fromNode();
  }
}

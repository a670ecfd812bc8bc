package cn.anlan.geo.road.graph;

/**
 * A stretch of road between two junctions of a {@link RoadGraph}, in the direction in which its
 * line is stored.
 *
 * @param id from 0, as GraphHopper numbers edges; good for this prepared graph only
 * @param fromNode the junction where the line begins, from 0
 * @param lengthM geodesic on the ellipsoid of CGCS2000 over the line's points, rounded to
 *     millimetres
 * @param forwardKmh speed of a car along the line, 0 where it may not go that way
 * @param backwardKmh against it
 * @param roadClass OSM's word in lower case: motorway, trunk, primary, secondary, tertiary,
 *     unclassified, residential, service …; see {@code highway=*}
 * @param wayId of the OSM way that the edge is a part of
 * @param isClosedToHazmat tagged {@code hazmat=no}
 */
public record RoadEdge(
    int id,
    int fromNode,
    int toNode,
    double lengthM,
    double forwardKmh,
    double backwardKmh,
    String roadClass,
    long wayId,
    boolean isTunnel,
    boolean isBridge,
    boolean isClosedToHazmat) {
  /** Whether a car may use it in some direction. */
  public boolean isOpenToCars() {
    return forwardKmh > 0 || backwardKmh > 0;
  }
}

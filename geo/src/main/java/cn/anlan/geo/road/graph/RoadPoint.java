package cn.anlan.geo.road.graph;

import com.graphhopper.storage.index.Snap;

/**
 * A place on the network that a point was brought to.
 *
 * @param edge the edge it lies on
 * @param lonDeg of the place on the edge's line
 * @param distanceM geodesic, from the point to the place
 * @param alongM from the beginning of the edge's line to the place, geodesic
 * @param snap GraphHopper's own, for queries of the graph
 */
public record RoadPoint(
    RoadEdge edge, double lonDeg, double latDeg, double distanceM, double alongM, Snap snap) {}

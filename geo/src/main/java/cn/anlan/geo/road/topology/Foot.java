package cn.anlan.geo.road.topology;

/**
 * The place on a piece that is nearest to a point.
 *
 * @param piece its number in the list
 * @param measureM along its line from the first point, geodesic
 * @param distanceM geodesic from the point to the foot
 * @param isRight whether the point lies to the right of the line's direction
 */
public record Foot(
    int piece, double measureM, double lonDeg, double latDeg, double distanceM, boolean isRight) {}

package cn.anlan.geo.road.linear;

/**
 * What a place is called on a route.
 *
 * @param place the foot on the route
 * @param distanceM geodesic from the place asked for to the foot
 * @param isRight whether it lies to the right of a traveller with rising stakes; on the line itself
 *     it says nothing
 */
public record NamedPlace(RoutePlace place, double distanceM, boolean isRight) {}

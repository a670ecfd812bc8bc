/**
 * How soon teams come by road: arrival times from many teams at once over a whole network, places
 * that none reaches in time, areas reached, and what one more station would add.
 *
 * <p>A place is reached by turnout, the way by road, and the rest straight at a walking vehicle's
 * speed, by the figures of {@link cn.anlan.geo.road.reach.ReachModel}. Of all roads round it on
 * which a vehicle may stop, within the model's bound, it is the one by which a team is there first
 * ({@link cn.anlan.geo.road.reach.Arrivals#at}); a station's teams come onto the roads in the same
 * way. Points and the corners of isochrones are asked alike, so that a map and a list never
 * contradict each other by more than the map's cell.
 */
package cn.anlan.geo.road.reach;

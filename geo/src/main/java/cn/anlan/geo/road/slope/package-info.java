/**
 * Long steep downgrades of a prepared network. {@link cn.anlan.geo.road.slope.RoadChains} joins
 * edges to roads as a vehicle follows them, {@link cn.anlan.geo.road.slope.ChainProfiles} draws
 * their heights from the ground while the network is prepared and keeps them beside it, and {@link
 * cn.anlan.geo.road.slope.NetworkDowngrades} searches them.
 */
package cn.anlan.geo.road.slope;

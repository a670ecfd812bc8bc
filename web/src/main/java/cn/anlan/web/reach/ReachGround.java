package cn.anlan.web.reach;

import cn.anlan.geo.road.reach.ReachNetwork;

/**
 * The roads that are driven.
 *
 * @param name of the prepared network
 * @param roadsDataVersion of the stored roads that it was made from; null where it was made from a
 *     file
 */
public record ReachGround(String name, ReachNetwork network, Long roadsDataVersion) {}

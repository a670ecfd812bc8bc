package cn.anlan.analytics.blackspot;

import cn.anlan.analytics.roadnet.NetPlace;

/**
 * A crash with its place by stake and its place on the network.
 *
 * @param routeNo the route that it stands on
 * @param crash its {@code positionM} is along this route, if it has a stake
 * @param hasStake whether the road there has stakes; else its position says nothing
 */
public record NetworkCrash(String routeNo, Crash crash, boolean hasStake, NetPlace place) {}

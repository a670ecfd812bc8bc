/**
 * Statistics of points on a network of roads, where distances are those along the roads: shortest
 * distances, the K function, kernel density, and windows that follow paths through junctions.
 *
 * <p>A {@link cn.anlan.analytics.roadnet.RoadNet} knows lengths and which roads meet, and nothing
 * of coordinates; a {@link cn.anlan.analytics.roadnet.NetPlace} is a place on one of its edges.
 * One-way traffic does not matter here: a place is as near to another whichever way the cars go.
 */
package cn.anlan.analytics.roadnet;

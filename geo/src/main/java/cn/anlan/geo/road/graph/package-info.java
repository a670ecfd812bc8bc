/**
 * A road network that can be routed on: GraphHopper 11 with profiles of our own, prepared once into
 * a directory and opened from there. Its classes and those beside it in {@code geo.road} are the
 * only ones that know GraphHopper; it is used by its hooks, encoded values and custom models, never
 * changed.
 */
package cn.anlan.geo.road.graph;

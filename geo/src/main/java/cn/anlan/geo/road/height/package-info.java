/**
 * Heights of roads from an elevation model (DEM).
 *
 * <p>A {@link cn.anlan.geo.road.height.HeightGrid} is what a file holds; it says what it has
 * cleaned (small voids, spikes) and leaves the rest unknown. {@link
 * cn.anlan.geo.road.height.LineHeights} draws a line's profile from it: bridges and tunnels
 * straight between their portals, short voids straight, the rest smoothed. Heights refer to
 * whatever the model's heights refer to; nobody here knows (SRTM: the geoid EGM96), and grades do
 * not care.
 */
package cn.anlan.geo.road.height;

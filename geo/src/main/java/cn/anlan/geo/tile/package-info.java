/**
 * Vector tiles (Mapbox Vector Tile 2.1) of any layer in the grid WebMercatorQuad (OGC 17-083r4),
 * made from snapshots. {@link cn.anlan.geo.tile.TileBuilder} is the way in.
 */
package cn.anlan.geo.tile;

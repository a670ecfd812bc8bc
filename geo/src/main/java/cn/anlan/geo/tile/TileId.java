package cn.anlan.geo.tile;

import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.snapshot.Box;
import cn.anlan.geo.snapshot.WebMercator;

/**
 * One tile of WebMercatorQuad.
 *
 * @param zoom 0 (the world) to {@link #MAX_ZOOM}; a map that is nearer enlarges tiles of the last
 * @param row from 0 in the north
 * @param col from 0 at 180° W
 */
public record TileId(int zoom, int row, int col) {
  /** The last zoom there are tiles of: 256 m across in the middle of Jiangxi at 512 pixels. */
  public static final int MAX_ZOOM = 16;

  /** Refuses numbers that name no tile. */
  public TileId {
    int across = zoom < 0 || zoom > MAX_ZOOM ? 0 : 1 << zoom;
    if (row < 0 || row >= across || col < 0 || col >= across) {
      throw new UserFault(
          "没有这个瓦片 (no such tile) " + zoom + "/" + row + "/" + col,
          "级别 0 到 %d，行列号 0 到 2^级别-1 (zoom 0 to %d, row and column 0 to 2^zoom-1)"
              .formatted(MAX_ZOOM, MAX_ZOOM));
    }
  }

  /**
   * The tile with a margin, in degrees. Tiles at the square's edge reach to the poles, so that
   * every place lies in some tile.
   *
   * @param margin as a share of the tile's width
   */
  Box box(double margin) {
    double size = 1.0 / (1 << zoom);
    double west = WebMercator.lonDeg((col - margin) * size);
    double east = WebMercator.lonDeg((col + 1 + margin) * size);
    double north = row == 0 ? 90 : WebMercator.latDeg((row - margin) * size);
    boolean last = row == (1 << zoom) - 1;
    double south = last ? -90 : WebMercator.latDeg((row + 1 + margin) * size);
    return new Box(west, south, east, north);
  }
}

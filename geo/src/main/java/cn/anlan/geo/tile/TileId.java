package cn.anlan.geo.tile;

import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.snapshot.Box;

/**
 * One tile.
 *
 * @param zoom 0 (the world) to {@link #MAX_ZOOM}; a map that is nearer enlarges tiles of the last
 * @param row from 0 in the north
 * @param col from 0 at 180° W
 */
public record TileId(TileGrid grid, int zoom, int row, int col) {
  /** The last zoom there are tiles of: 256 m across in the middle of Jiangxi at 512 pixels. */
  public static final int MAX_ZOOM = 16;

  /** Refuses numbers that name no tile. */
  public TileId {
    boolean known = zoom >= 0 && zoom <= MAX_ZOOM;
    if (!known || row < 0 || row >= grid.rows(zoom) || col < 0 || col >= grid.columns(zoom)) {
      throw new UserFault(
          "没有这个瓦片 (no such tile) " + grid.id() + " " + zoom + "/" + row + "/" + col,
          known
              ? "%d 级的行号 0 到 %d、列号 0 到 %d (rows and columns of this zoom)"
                  .formatted(zoom, grid.rows(zoom) - 1, grid.columns(zoom) - 1)
              : "级别 0 到 %d (zoom 0 to %d)".formatted(MAX_ZOOM, MAX_ZOOM));
    }
  }

  /** A tile of {@link TileGrid#WEB_MERCATOR_QUAD}. */
  public TileId(int zoom, int row, int col) {
    this(TileGrid.WEB_MERCATOR_QUAD, zoom, row, col);
  }

  /**
   * The tile with a margin, in degrees. Tiles at the grid's edge reach to the poles, so that every
   * place lies in some tile.
   *
   * @param margin as a share of the tile's width
   */
  Box box(double margin) {
    double size = 1.0 / (1 << zoom);
    double west = grid.lonDeg((col - margin) * size);
    double east = grid.lonDeg((col + 1 + margin) * size);
    double north = row == 0 ? 90 : grid.latDeg((row - margin) * size);
    boolean last = row == grid.rows(zoom) - 1;
    double south = last ? -90 : grid.latDeg((row + 1 + margin) * size);
    return new Box(west, south, east, north);
  }
}

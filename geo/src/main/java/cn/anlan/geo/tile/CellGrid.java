package cn.anlan.geo.tile;

/**
 * A tile divided into square cells. The cells of all tiles of a zoom are one grid over the world:
 * every place lies in exactly one cell of exactly one tile, since all compute it by the same
 * formula. A cell has its western and northern edge.
 */
final class CellGrid {
  /** What lies in no cell of the tile. */
  static final int OUTSIDE = -1;

  /** What lies in several cells, or in one and outside. */
  static final int CUT = -2;

  private final TileGrid grid;
  private final int side;
  private final double across; // cells to a tile of zoom 0
  private final long firstColumn;
  private final long firstRow;
  private final long lastColumn; // of the world
  private final long lastRow;

  /**
   * @param side cells along the tile's edge, a power of two
   */
  CellGrid(TileId tile, int side) {
    this.grid = tile.grid();
    this.side = side;
    this.across = (double) side * (1 << tile.zoom());
    this.firstColumn = (long) tile.col() * side;
    this.firstRow = (long) tile.row() * side;
    this.lastColumn = (long) grid.columns(tile.zoom()) * side - 1;
    this.lastRow = (long) grid.rows(tile.zoom()) * side - 1;
  }

  int cells() {
    return side * side;
  }

  /** The cell that holds the place, or {@link #OUTSIDE}. */
  int cellOf(double lonDeg, double latDeg) {
    long column = clamp(Math.floor(grid.x(lonDeg) * across), lastColumn) - firstColumn;
    if (column < 0 || column >= side) {
      return OUTSIDE;
    }
    long row = clamp(Math.floor(grid.y(latDeg) * across), lastRow) - firstRow;
    return row < 0 || row >= side ? OUTSIDE : (int) (row * side + column);
  }

  /** The cell that holds a square of the web map whole; or {@link #OUTSIDE} or {@link #CUT}. */
  int cellOfSquare(int zoom, long col, long row) {
    long west = clamp(Math.floor(grid.xOfSquare(zoom, col) * across), lastColumn) - firstColumn;
    long east =
        clamp(Math.ceil(grid.xOfSquare(zoom, col + 1) * across) - 1, lastColumn) - firstColumn;
    if (east < 0 || west >= side) {
      return OUTSIDE;
    }
    double top = grid.yOfSquare(zoom, row) - grid.slack();
    double bottom = grid.yOfSquare(zoom, row + 1) + grid.slack();
    long north = clamp(Math.floor(top * across), lastRow) - firstRow;
    long south = clamp(Math.ceil(bottom * across) - 1, lastRow) - firstRow;
    if (south < 0 || north >= side) {
      return OUTSIDE;
    }
    return west == east && north == south ? (int) (north * side + west) : CUT;
  }

  private static long clamp(double number, long last) {
    return Math.max(0, Math.min(last, (long) number));
  }

  /** How far the place lies from the middle of its cell; only for comparing within the cell. */
  double squaredOffCentre(double lonDeg, double latDeg) {
    double x = grid.x(lonDeg) * across;
    double y = grid.y(latDeg) * across;
    double dx = x - Math.floor(x) - 0.5;
    double dy = y - Math.floor(y) - 0.5;
    return dx * dx + dy * dy;
  }
}

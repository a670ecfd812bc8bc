package cn.anlan.geo.tile;

import cn.anlan.geo.snapshot.WebMercator;

/**
 * A tile divided into square cells. The cells of all tiles of a zoom are one grid over the world:
 * every place lies in exactly one cell of exactly one tile, since neighbours compute the line
 * between them from the same whole numbers. A cell has its western and northern edge.
 */
final class CellGrid {
  private final int side;
  private final double[] lonDeg; // edges from west to east
  private final double[] latDeg; // edges from north to south
  private final double west;
  private final double north;
  private final double columnsPerDeg;
  private final double rowsPerDeg;

  CellGrid(TileId tile, int side) {
    this.side = side;
    this.lonDeg = new double[side + 1];
    this.latDeg = new double[side + 1];
    double across = (double) side * (1 << tile.zoom());
    for (int i = 0; i <= side; i++) {
      lonDeg[i] = WebMercator.lonDeg(((double) tile.col() * side + i) / across);
      latDeg[i] = WebMercator.latDeg(((double) tile.row() * side + i) / across);
    }
    this.west = lonDeg[0];
    this.north = latDeg[0];
    this.columnsPerDeg = side / (lonDeg[side] - lonDeg[0]);
    this.rowsPerDeg = side / (latDeg[0] - latDeg[side]);
    int last = (1 << tile.zoom()) - 1;
    if (tile.col() == 0) {
      lonDeg[0] = Double.NEGATIVE_INFINITY;
    }
    if (tile.col() == last) {
      lonDeg[side] = Double.POSITIVE_INFINITY;
    }
    if (tile.row() == 0) {
      latDeg[0] = Double.POSITIVE_INFINITY;
    }
    if (tile.row() == last) {
      latDeg[side] = Double.NEGATIVE_INFINITY;
    }
  }

  int cells() {
    return side * side;
  }

  /** The cell that holds the place, or -1 where it lies outside the tile. */
  int cellOf(double lon, double lat) {
    if (!(lon >= lonDeg[0] && lon < lonDeg[side] && lat <= latDeg[0] && lat > latDeg[side])) {
      return -1;
    }
    int column = within((lon - west) * columnsPerDeg);
    while (lon < lonDeg[column]) {
      column--;
    }
    while (lon >= lonDeg[column + 1]) {
      column++;
    }
    int row = within((north - lat) * rowsPerDeg);
    while (lat > latDeg[row]) {
      row--;
    }
    while (lat <= latDeg[row + 1]) {
      row++;
    }
    return row * side + column;
  }

  private int within(double guess) {
    return guess >= side - 1 ? side - 1 : guess > 0 ? (int) guess : 0; // also where it is no number
  }

  /** How far the place lies from the middle of its cell; only for comparing within the cell. */
  double squaredOffCentre(int cell, double lon, double lat) {
    int column = cell % side;
    int row = cell / side;
    double dx = (lon - (lonDeg[column] + lonDeg[column + 1]) / 2) * columnsPerDeg;
    double dy = (lat - (latDeg[row] + latDeg[row + 1]) / 2) * rowsPerDeg;
    return dx * dx + dy * dy;
  }
}

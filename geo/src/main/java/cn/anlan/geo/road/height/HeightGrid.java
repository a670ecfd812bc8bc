package cn.anlan.geo.road.height;

import cn.anlan.geo.fault.UserFault;

/**
 * Heights on a grid of longitudes and latitudes (CGCS2000; a grid on WGS 84 is the same within
 * decimetres), between its points bilinear: in the plane of a cell's four corners, exact at them.
 * Where a corner that counts is unknown the height is unknown, never guessed; outside the grid too.
 * Immutable.
 */
public final class HeightGrid implements Heights {
  /** A grid of more points is refused: 400 MB. */
  public static final long MOST_POINTS = 100_000_000;

  /** What no place on land reaches; beyond, a value is taken for unknown. */
  private static final float LOWEST_M = -500;

  private static final float HIGHEST_M = 9000;

  /** Of a step: what a coordinate's last digit may put a point beside a grid point. */
  private static final double ROUNDING = 1e-9;

  private final double westDeg;
  private final double northDeg;
  private final double stepLonDeg;
  private final double stepLatDeg;
  private final int columns;
  private final int rows;
  private final float[] heightM;

  /**
   * @param westDeg longitude of the first column's points
   * @param northDeg latitude of the first row's points
   * @param stepLonDeg eastwards from column to column
   * @param stepLatDeg southwards from row to row
   * @param heightM row by row from the north, each from the west; NaN is unknown. Not copied
   */
  public HeightGrid(
      double westDeg,
      double northDeg,
      double stepLonDeg,
      double stepLatDeg,
      int columns,
      int rows,
      float[] heightM) {
    if (columns < 2 || rows < 2 || !(stepLonDeg > 0) || !(stepLatDeg > 0)) {
      throw new UserFault(
          "高程格网 %d × %d 无效 (no grid of heights)".formatted(columns, rows),
          "检查文件是否完整 (check whether the file is whole)");
    }
    if (heightM.length != columns * rows) {
      throw new IllegalArgumentException(heightM.length + " heights for " + columns + "×" + rows);
    }
    this.westDeg = westDeg;
    this.northDeg = northDeg;
    this.stepLonDeg = stepLonDeg;
    this.stepLatDeg = stepLatDeg;
    this.columns = columns;
    this.rows = rows;
    this.heightM = heightM;
    for (int i = 0; i < heightM.length; i++) {
      if (!(heightM[i] >= LOWEST_M && heightM[i] <= HIGHEST_M)) {
        heightM[i] = Float.NaN;
      }
    }
  }

  @Override
  public double heightM(double lonDeg, double latDeg) {
    double x = (lonDeg - westDeg) / stepLonDeg;
    double y = (northDeg - latDeg) / stepLatDeg;
    if (!(x >= -ROUNDING
        && y >= -ROUNDING
        && x <= columns - 1 + ROUNDING
        && y <= rows - 1 + ROUNDING)) {
      return Double.NaN;
    }
    int column = Math.min(columns - 2, Math.max(0, (int) x));
    int row = Math.min(rows - 2, Math.max(0, (int) y));
    double east = Math.min(1, Math.max(0, x - column));
    double south = Math.min(1, Math.max(0, y - row));
    return mixed(
        mixed(at(column, row), at(column + 1, row), east),
        mixed(at(column, row + 1), at(column + 1, row + 1), east),
        south);
  }

  /** What does not count may be unknown. */
  private static double mixed(double a, double b, double share) {
    return share < ROUNDING ? a : share > 1 - ROUNDING ? b : a + share * (b - a);
  }

  float at(int column, int row) {
    return heightM[row * columns + column];
  }

  int columns() {
    return columns;
  }

  int rows() {
    return rows;
  }

  /** The same grid with other heights. */
  HeightGrid with(float[] others) {
    return new HeightGrid(westDeg, northDeg, stepLonDeg, stepLatDeg, columns, rows, others);
  }

  float[] copyOfHeights() {
    return heightM.clone();
  }

  public double westDeg() {
    return westDeg;
  }

  public double northDeg() {
    return northDeg;
  }

  public double eastDeg() {
    return westDeg + (columns - 1) * stepLonDeg;
  }

  public double southDeg() {
    return northDeg - (rows - 1) * stepLatDeg;
  }

  /** From point to point, in seconds of arc: 1 and 3 for SRTM. */
  public double stepSeconds() {
    return Math.max(stepLonDeg, stepLatDeg) * 3600;
  }

  public int points() {
    return heightM.length;
  }

  /** How many points are unknown. */
  public int voids() {
    int count = 0;
    for (float height : heightM) {
      if (Float.isNaN(height)) {
        count++;
      }
    }
    return count;
  }
}

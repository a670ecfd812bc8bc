package cn.anlan.geo.grid;

import cn.anlan.geo.fault.UserFault;
import org.geotools.grid.PolygonElement;
import org.geotools.grid.hexagon.HexagonOrientation;
import org.geotools.grid.hexagon.Hexagons;
import org.geotools.grid.oblong.Oblongs;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Equal cells that fill the {@link EqualAreaPlane}, and a window of them: rows from south to north,
 * columns from west to east, cells numbered row by row from 0.
 *
 * <p>Cells are counted from the plane's centre, not from the window's corner: the same cell has the
 * same {@link #code} in every window. A hexagon's width is measured between two opposite sides,
 * which is the distance of neighbouring centres too. A point on the edge of two cells belongs to
 * one of them. Immutable.
 */
public final class Lattice {
  /** The narrowest cells: below it a province has more of them than anybody can look at. */
  public static final double LEAST_CELL_M = 200;

  private static final double WIDEST_CELL_M = 100_000;
  private static final int MOST_CELLS = 2_000_000;

  private final CellShape shape;
  private final double cellM;
  private final int firstRow;
  private final int firstCol;
  private final int rows;
  private final int cols;

  private Lattice(CellShape shape, double cellM, int firstRow, int firstCol, int rows, int cols) {
    this.shape = shape;
    this.cellM = cellM;
    this.firstRow = firstRow;
    this.firstCol = firstCol;
    this.rows = rows;
    this.cols = cols;
  }

  /**
   * The cells that reach into an area, and one row or column more on each side.
   *
   * @param cellM width of a cell in metres, 200 to 100,000
   * @param area of the plane, metres
   * @throws UserFault where the width is out of range, or the window has more than 2,000,000 cells
   */
  public static Lattice over(CellShape shape, double cellM, Envelope area) {
    if (!(cellM >= LEAST_CELL_M && cellM <= WIDEST_CELL_M)) {
      throw new UserFault(
          "格网 " + cellM + " m 超出范围 (cell width out of range)", "取 (take) 200 – 100000 m");
    }
    double stepM = shape.rowStep() * cellM;
    int firstRow = (int) Math.floor(area.getMinY() / stepM) - 1;
    int firstCol = (int) Math.floor(area.getMinX() / cellM) - 1;
    long rows = (long) Math.ceil(area.getMaxY() / stepM) + 2 - firstRow;
    long cols = (long) Math.ceil(area.getMaxX() / cellM) + 2 - firstCol;
    if (rows * cols > MOST_CELLS) {
      throw new UserFault(
          "格网 " + cellM + " m 共 " + rows * cols + " 格，太多 (too many cells)",
          "加大格网 (take wider cells)");
    }
    return new Lattice(shape, cellM, firstRow, firstCol, (int) rows, (int) cols);
  }

  public CellShape shape() {
    return shape;
  }

  /** Width of a cell, metres. */
  public double cellM() {
    return cellM;
  }

  /** Area of a cell, km². */
  public double cellKm2() {
    return cellM * cellM * shape.rowStep() / 1e6;
  }

  public int rows() {
    return rows;
  }

  public int cols() {
    return cols;
  }

  /** How many cells the window has. */
  public int size() {
    return rows * cols;
  }

  /** From one row's centres to the next, metres. */
  public double rowStepM() {
    return shape.rowStep() * cellM;
  }

  /** The y of the centres of a row of the window, metres. */
  public double centreY(int row) {
    return (firstRow + row + middle()) * rowStepM();
  }

  /** The x of the first centre of a row of the window, metres; the next is a cell further. */
  public double firstX(int row) {
    return (firstCol + middle() + (isOdd(row) ? shape.oddShift() : 0)) * cellM;
  }

  /** Whether the row's centres are shifted, as far as the shape shifts any. */
  public boolean isOdd(int row) {
    return ((firstRow + row) & 1) != 0;
  }

  /** The cell that holds a point of the plane; −1 where it is outside the window. */
  public int cellOf(double x, double y) {
    double row = y / rowStepM() - firstRow - middle();
    int nearest = (int) Math.rint(row);
    int col = nearestCol(x, nearest);
    if (shape == CellShape.HEX) {
      // In the teeth between two rows the centre of the other row may be nearer.
      int other = row > nearest ? nearest + 1 : nearest - 1;
      int otherCol = nearestCol(x, other);
      if (square(x, y, other, otherCol) < square(x, y, nearest, col)) {
        nearest = other;
        col = otherCol;
      }
    }
    boolean inside = nearest >= 0 && nearest < rows && col >= 0 && col < cols;
    return inside ? nearest * cols + col : -1;
  }

  /** A name that a cell keeps for good: hex-1000-12-−3 by shape, width, row and column. */
  public String code(int cell) {
    return "%s-%d-%d-%d"
        .formatted(shape.word(), Math.round(cellM), firstRow + cell / cols, firstCol + cell % cols);
  }

  /** The cell's outline in CGCS2000 degrees, rounded to 1e-7 (1 cm) so that neighbours fit. */
  public Geometry outline(int cell) {
    int row = cell / cols;
    double x = firstX(row) + cell % cols * cellM;
    double y = centreY(row);
    double sideM = cellM / Math.sqrt(3);
    PolygonElement element =
        shape == CellShape.HEX
            ? Hexagons.create(x - cellM / 2, y - sideM, sideM, HexagonOrientation.ANGLED, null)
            : Oblongs.create(x - cellM / 2, y - cellM / 2, cellM, cellM, null);
    return Degrees7.round(EqualAreaPlane.toDegrees(element.toGeometry()));
  }

  /**
   * Centres of squares stand in the middle between multiples of the width, those of hexagons on.
   */
  private double middle() {
    return shape == CellShape.SQUARE ? 0.5 : 0;
  }

  private int nearestCol(double x, int row) {
    return (int) Math.rint((x - firstX(row)) / cellM);
  }

  private double square(double x, double y, int row, int col) {
    double dx = x - firstX(row) - col * cellM;
    double dy = y - centreY(row);
    return dx * dx + dy * dy;
  }
}

package cn.anlan.geo.tile;

import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.SquareVisitor;

/**
 * Hands the points of a tile to a {@link CellSink} by the cells of a grid: where a square of the
 * web map lies in one cell, its rows as one run; where an edge of the grid cuts it, by its
 * quarters, and at last row by row. In the web map's own grid no edge cuts a square smaller than a
 * cell.
 */
final class SquareWalk implements SquareVisitor {
  /** So few rows are quicker looked at than divided. */
  private static final int FEW = 8;

  private final LayerSnapshot snapshot;
  private final CellGrid grid;
  private final RowSet rows;
  private final CellSink sink;

  SquareWalk(LayerSnapshot snapshot, CellGrid grid, RowSet rows, CellSink sink) {
    this.snapshot = snapshot;
    this.grid = grid;
    this.rows = rows;
    this.sink = sink;
  }

  @Override
  public boolean enter(int zoom, long col, long row, int from, int end) {
    int cell = grid.cellOfSquare(zoom, col, row);
    if (cell >= 0) {
      sink.run(cell, from, end);
    } else if (cell == CellGrid.CUT) {
      if (end - from > FEW) {
        return true;
      }
      together(from, end);
    }
    return false;
  }

  @Override
  public void together(int from, int end) {
    rows.forEach(
        from,
        end,
        row -> {
          int cell = grid.cellOf(snapshot.lonDeg(row), snapshot.latDeg(row));
          if (cell >= 0) {
            sink.row(cell, row);
          }
        });
  }
}

package cn.anlan.data.demo.road;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Least-cost ways over the grid (A*): slopes, open water and the edge of the province cost more,
 * places outside it are closed, what is built already costs less. Two ways never cross between the
 * cells of a grid, so that every crossing is a junction.
 */
final class Wayfinder {
  private static final int[] DX = {1, 1, 0, -1, -1, -1, 0, 1};
  private static final int[] DY = {0, 1, 1, 1, 0, -1, -1, -1};
  private static final double STEP_KM = 1.0;
  private static final double REUSE = 0.55;
  private static final double LEAST = 0.45;
  private static final int MARGIN = 14;

  private final Grid grid;
  private final double usualSlope;
  private final byte[] built = new byte[Grid.COLUMNS * Grid.ROWS];
  private final double[] cost = new double[Grid.COLUMNS * Grid.ROWS];
  private final byte[] from = new byte[Grid.COLUMNS * Grid.ROWS];
  private final int[] seen = new int[Grid.COLUMNS * Grid.ROWS];
  private final Heap open = new Heap();
  private int search;

  /**
   * @param usualSlope at which a way costs twice what it does on the flat
   */
  Wayfinder(Grid grid, double usualSlope) {
    this.grid = grid;
    this.usualSlope = usualSlope;
  }

  /** Cells from one to the other, both included; they are marked as built. */
  List<Integer> build(int start, int end) {
    find(start, end);
    List<Integer> way = new ArrayList<>();
    for (int cell = end; cell != start; cell = back(cell)) {
      way.add(cell);
      int before = back(cell);
      built[before] |= (byte) (1 << from[cell]);
      built[cell] |= (byte) (1 << ((from[cell] + 4) & 7));
    }
    way.add(start);
    Collections.reverse(way);
    return way;
  }

  private int back(int cell) {
    return cell - DX[from[cell]] - DY[from[cell]] * Grid.COLUMNS;
  }

  private void find(int start, int end) {
    for (int margin = MARGIN; ; margin *= 4) {
      if (find(start, end, margin)) {
        return;
      }
      if (margin > Grid.ROWS) {
        throw new IllegalStateException("no way from " + start + " to " + end);
      }
    }
  }

  private boolean find(int start, int end, int margin) {
    search++;
    open.clear();
    int ex = end % Grid.COLUMNS;
    int ey = end / Grid.COLUMNS;
    int west = Math.max(0, Math.min(start % Grid.COLUMNS, ex) - margin);
    int east = Math.min(Grid.COLUMNS - 1, Math.max(start % Grid.COLUMNS, ex) + margin);
    int south = Math.max(0, Math.min(start / Grid.COLUMNS, ey) - margin);
    int north = Math.min(Grid.ROWS - 1, Math.max(start / Grid.COLUMNS, ey) + margin);
    cost[start] = 0;
    seen[start] = search;
    open.add(0, start);
    while (!open.isEmpty()) {
      double least = open.leastCost();
      int cell = open.poll();
      int x = cell % Grid.COLUMNS;
      int y = cell / Grid.COLUMNS;
      if (cell == end) {
        return true;
      }
      if (least > cost[cell] + ahead(x - ex, y - ey) + 1e-9) {
        continue;
      }
      for (int d = 0; d < 8; d++) {
        int nx = x + DX[d];
        int ny = y + DY[d];
        if (nx < west || nx > east || ny < south || ny > north || crosses(cell, d)) {
          continue;
        }
        int next = ny * Grid.COLUMNS + nx;
        if (grid.county(next) < 0 && next != end) {
          continue;
        }
        double there = cost[cell] + step(cell, next, d, end);
        if (seen[next] != search || there < cost[next] - 1e-12) {
          seen[next] = search;
          cost[next] = there;
          from[next] = (byte) d;
          open.add(there + ahead(nx - ex, ny - ey), next);
        }
      }
    }
    return false;
  }

  private static double ahead(int dx, int dy) {
    return LEAST * Math.sqrt((double) dx * dx + (double) dy * dy);
  }

  /** Whether a diagonal step would cross a diagonal that is built. */
  private boolean crosses(int cell, int d) {
    if ((d & 1) == 0) {
      return false;
    }
    int side = cell + DX[d];
    int other = (d == 1 || d == 5) ? (d + 2) & 7 : (d + 6) & 7;
    return (built[side] & (1 << other)) != 0;
  }

  private double step(int cell, int next, int d, int end) {
    double km = (d & 1) == 0 ? STEP_KM : STEP_KM * 1.41421356;
    if ((built[cell] & (1 << d)) != 0) {
      return km * REUSE;
    }
    double slope = (grid.heightM(next) - grid.heightM(cell)) / (km * 1000) / usualSlope;
    double factor = rough(next) * (1 + Math.min(30, slope * slope));
    if (grid.wet(next)) {
      factor *= 14;
    }
    if (!grid.inner(next) && next != end) {
      factor *= 12;
    }
    return km * factor;
  }

  /** 0.85 to 1.25, so that ways over the plain bend a little. */
  private static double rough(int cell) {
    int h = cell * 0x9E3779B1;
    h = (h ^ (h >>> 15)) * 0x85ebca6b;
    return 0.85 + 0.4 * ((h >>> 8) / (double) (1 << 24));
  }

  /** Cells that are built on, for tests and for finding the nearest. */
  boolean isBuilt(int cell) {
    return built[cell] != 0;
  }
}

package cn.anlan.web.bench.road;

import cn.anlan.data.demo.ground.Terrain;
import cn.anlan.web.bench.road.BenchTowns.Town;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;

/**
 * Goes along the sides of the {@link Squares} as ways of several edges, always in the same order. A
 * tenth of the small roads is left out (dead ends, gaps), and round some towns every road is, so
 * that they are islands.
 */
final class RoadWalk {
  /** What is done with a way. */
  interface Visitor {
    /**
     * @param from the way's first place along its line, in units; places between are corners
     * @param corners the way's corners along the line; {@code count} of them
     */
    void way(Way way, int[] corners, int count) throws IOException;
  }

  /**
   * @param line row of a road that leads east, column of one that leads north
   * @param rank how often its line is halved: 7 for borders of the largest squares, 0 in streets
   */
  record Way(boolean east, int line, int rank, boolean tunnel) {
    int column(int along) {
      return east ? along : line;
    }

    int row(int along) {
      return east ? line : along;
    }
  }

  private static final int ISLANDS = 25;
  private static final double ISLAND_UNITS = 14;
  private static final int MOST_CORNERS = 25;
  private static final int SMALL_RANK = 3;
  private static final double LEFT_OUT = 0.1;
  private static final int TUNNEL_RANK = 4;
  private static final double TUNNEL_ABOVE_M = 420;
  private static final double TUNNELS = 0.12;

  private final Squares squares;
  private final Draw draw;
  private final BitSet islands = new BitSet();

  RoadWalk(Squares squares, List<Town> towns, Draw draw) {
    this.squares = squares;
    this.draw = draw;
    for (int i = 0; i < ISLANDS; i++) {
      Town town = towns.get((int) (draw.unit(i, 1) * towns.size()));
      if (!town.isSeat()) {
        ring(town);
      }
    }
  }

  void each(Visitor visitor) throws IOException {
    for (int row = 0; row <= Frame.ROWS; row++) {
      line(true, row, Frame.COLUMNS, visitor);
    }
    for (int column = 0; column <= Frame.COLUMNS; column++) {
      line(false, column, Frame.ROWS, visitor);
    }
  }

  private void ring(Town town) {
    int column = (int) Frame.columnOf(town.lonDeg());
    int row = (int) Frame.rowOf(town.latDeg());
    int reach = (int) ISLAND_UNITS;
    for (int c = column - reach; c <= column + reach; c++) {
      for (int r = row - reach; r <= row + reach; r++) {
        if (c >= 0 && r >= 0 && Math.hypot(c - column, r - row) < ISLAND_UNITS) {
          islands.set((int) Squares.place(c, r));
        }
      }
    }
  }

  private void line(boolean east, int line, int length, Visitor visitor) throws IOException {
    int rank = line == 0 ? 7 : Math.min(7, Integer.numberOfTrailingZeros(line));
    Way open = new Way(east, line, rank, false);
    Way tunnel = new Way(east, line, rank, true);
    int[] corners = new int[MOST_CORNERS];
    int count = 0;
    int from = -1;
    for (int at = 0; at <= length; at++) {
      if (!squares.isCorner(open.column(at), open.row(at))) {
        continue;
      }
      boolean kept = from >= 0 && leads(open, from, at);
      boolean bored = kept && isTunnel(open, from, at);
      if (count > 1 && (!kept || bored || count == MOST_CORNERS)) {
        visitor.way(open, corners, count);
        count = 0;
      }
      if (bored) {
        visitor.way(tunnel, new int[] {from, at}, 2);
        count = 0;
      } else if (kept && count == 0) {
        corners[count++] = from;
        corners[count++] = at;
      } else if (kept) {
        corners[count++] = at;
      } else {
        count = 0;
      }
      from = at;
    }
    if (count > 1) {
      visitor.way(open, corners, count);
    }
  }

  private boolean leads(Way way, int from, int to) {
    if (!squares.leadsOn(way.column(from), way.row(from), way.east())) {
      return false;
    }
    long first = Squares.place(way.column(from), way.row(from));
    long last = Squares.place(way.column(to), way.row(to));
    if (islands.get((int) first) != islands.get((int) last)) {
      return false;
    }
    return way.rank() > SMALL_RANK || draw.unit(first, way.east() ? 2 : 3) >= LEFT_OUT;
  }

  private boolean isTunnel(Way way, int from, int to) {
    double middle = (from + to) / 2.0;
    double column = way.east() ? middle : way.line();
    double row = way.east() ? way.line() : middle;
    return way.rank() >= TUNNEL_RANK
        && draw.unit(Squares.place(way.column(from), way.row(from)), way.east() ? 4 : 5) < TUNNELS
        && Terrain.heightM(Frame.lonDeg(column, row), Frame.latDeg(column, row)) > TUNNEL_ABOVE_M;
  }
}

package cn.anlan.geo.tile;

import cn.anlan.geo.snapshot.LayerSnapshot;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * Counts rows by cell and value, and remembers for each cell the row that stands for it: of those
 * with the worst value the one nearest the cell's middle, so that rings keep clear of one another.
 * Rows outside the tile are passed over.
 */
final class CellCounts {
  /** So many members are remembered one by one; of more only the counts. */
  static final int MAX_MEMBERS = 4_000;

  private final LayerSnapshot snapshot;
  private final CellGrid grid;
  private final IntUnaryOperator ranks;
  private final int values;
  private final int[] counts; // by cell and rank; the last rank is that of any other value
  private final int[] sizes;
  private final int apart;
  private final int[] firstRows; // of each cell as many as may stand apart
  private final int[] worstRank;
  private final int[] worstRow;
  private final double[] offCentre;
  private final int[] members = new int[MAX_MEMBERS];
  private int total;

  /**
   * @param ranks of a row the place of its value, 0 the worst
   * @param values how many values are told apart; a rank of this many is any other
   * @param apart a cell of no more rows than this remembers each of them
   */
  CellCounts(LayerSnapshot snapshot, CellGrid grid, IntUnaryOperator ranks, int values, int apart) {
    this.snapshot = snapshot;
    this.grid = grid;
    this.ranks = ranks;
    this.values = values;
    this.counts = new int[grid.cells() * (values + 1)];
    this.sizes = new int[grid.cells()];
    this.apart = apart;
    this.firstRows = new int[grid.cells() * apart];
    this.worstRank = new int[grid.cells()];
    this.worstRow = new int[grid.cells()];
    this.offCentre = new double[grid.cells()];
    Arrays.fill(worstRow, -1);
  }

  void add(int row) {
    double lon = snapshot.lonDeg(row);
    double lat = snapshot.latDeg(row);
    int cell = grid.cellOf(lon, lat);
    if (cell < 0) {
      return;
    }
    if (total < MAX_MEMBERS) {
      members[total] = row;
    }
    total++;
    if (sizes[cell] < apart) {
      firstRows[cell * apart + sizes[cell]] = row;
    }
    sizes[cell]++;
    int rank = ranks.applyAsInt(row);
    counts[cell * (values + 1) + rank]++;
    boolean first = worstRow[cell] < 0;
    // Specks stand on whichever row came first: the middles of their cells would make a lattice.
    if (first || (values > 0 && rank <= worstRank[cell])) {
      double off = grid.squaredOffCentre(cell, lon, lat);
      if (first || rank < worstRank[cell] || off < offCentre[cell]) {
        worstRow[cell] = row;
        worstRank[cell] = rank;
        offCentre[cell] = off;
      }
    }
  }

  /** All rows counted. */
  int total() {
    return total;
  }

  /** The first {@link #MAX_MEMBERS} rows counted. */
  int[] members() {
    return Arrays.copyOf(members, Math.min(total, MAX_MEMBERS));
  }

  int cells() {
    return worstRow.length;
  }

  /** The row that stands for the cell, or -1 where it is empty. */
  int rowOf(int cell) {
    return worstRow[cell];
  }

  /** The rank of the row that stands for the cell. */
  int rankOf(int cell) {
    return worstRank[cell];
  }

  int count(int cell, int rank) {
    return counts[cell * (values + 1) + rank];
  }

  int count(int cell) {
    return sizes[cell];
  }

  /** The cell's rows one by one; none where there are too many of them to stand apart. */
  int[] rowsApart(int cell) {
    int from = cell * apart;
    return sizes[cell] > apart
        ? new int[0]
        : Arrays.copyOfRange(firstRows, from, from + sizes[cell]);
  }
}

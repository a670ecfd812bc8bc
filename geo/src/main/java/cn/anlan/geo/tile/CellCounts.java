package cn.anlan.geo.tile;

import cn.anlan.geo.snapshot.LayerSnapshot;
import java.util.Arrays;

/**
 * Counts rows by cell and value, and remembers for each cell the row that stands for it: one with
 * the worst value, of several the one nearest the cell's middle, so that rings keep clear of one
 * another; of a long run only {@link #LOOKED_AT} rows, evenly spread over it, are looked at for
 * that.
 */
final class CellCounts implements CellSink {
  private static final int LOOKED_AT = 24;

  private final SelectedRows selected;
  private final LayerSnapshot snapshot;
  private final CellGrid grid;
  private final int values;
  private final int apart;
  private final int[] counts; // by cell and rank; the last rank is that of any other value
  private final int[] sizes;
  private final int[] firstRows; // of each cell as many as may stand apart
  private final int[] worstRank;
  private final int[] worstRow;
  private final double[] offCentre;

  /**
   * @param apart a cell of no more rows than this remembers each of them
   */
  CellCounts(SelectedRows selected, CellGrid grid, int apart) {
    this.selected = selected;
    this.snapshot = selected.snapshot();
    this.grid = grid;
    this.values = selected.values();
    this.apart = apart;
    this.counts = new int[grid.cells() * (values + 1)];
    this.sizes = new int[grid.cells()];
    this.firstRows = new int[grid.cells() * apart];
    this.worstRank = new int[grid.cells()];
    this.worstRow = new int[grid.cells()];
    this.offCentre = new double[grid.cells()];
    Arrays.fill(worstRow, -1);
  }

  /** Counts a row where it lies in the tile. */
  void add(int row) {
    int cell = grid.cellOf(snapshot.lonDeg(row), snapshot.latDeg(row));
    if (cell >= 0) {
      row(cell, row);
    }
  }

  @Override
  public void row(int cell, int row) {
    if (sizes[cell] < apart) {
      firstRows[cell * apart + sizes[cell]] = row;
    }
    sizes[cell]++;
    int rank = selected.ranks().applyAsInt(row);
    counts[cell * (values + 1) + rank]++;
    candidate(cell, rank, row);
  }

  @Override
  public void run(int cell, int from, int end) {
    RowSet all = selected.all();
    int size = all.count(from, end);
    if (size <= apart) {
      all.forEach(from, end, row -> row(cell, row));
      return;
    }
    sizes[cell] += size;
    RowSet worst = all;
    int worstHere = values; // the rank, and how many have it
    int many = size;
    int other = size;
    for (int rank = values - 1; rank >= 0; rank--) {
      int count = selected.byRank()[rank].count(from, end);
      if (count > 0) {
        counts[cell * (values + 1) + rank] += count;
        other -= count;
        worst = selected.byRank()[rank];
        worstHere = rank;
        many = count;
      }
    }
    counts[cell * (values + 1) + values] += other;
    int looks = values == 0 ? 1 : Math.min(LOOKED_AT, many);
    for (int i = 0; i < looks; i++) {
      candidate(cell, worstHere, worst.rowAfter(from, (int) ((long) many * i / looks)));
    }
  }

  private void candidate(int cell, int rank, int row) {
    boolean first = worstRow[cell] < 0;
    // Specks stand on whichever row came first: the middles of their cells would make a lattice.
    if (first || (values > 0 && rank <= worstRank[cell])) {
      double off =
          values == 0 ? 0 : grid.squaredOffCentre(snapshot.lonDeg(row), snapshot.latDeg(row));
      if (first || rank < worstRank[cell] || off < offCentre[cell]) {
        worstRow[cell] = row;
        worstRank[cell] = rank;
        offCentre[cell] = off;
      }
    }
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

package cn.anlan.data.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The merged ranges of a sheet. Rows count from 1, columns from 0. */
final class MergedCells {
  /** A range of cells that shows the value of its first. */
  record Range(long firstRow, int firstColumn, long lastRow, int lastColumn) {
    boolean isWide() {
      return lastColumn > firstColumn;
    }

    boolean isTall() {
      return lastRow > firstRow;
    }

    boolean holds(long row, int column) {
      return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
    }
  }

  private final List<Range> ranges = new ArrayList<>();
  private final List<Range> active = new ArrayList<>();
  private int next;

  /** Adds a reference such as {@code B3:C4}; what is none is passed over. */
  void add(String reference) {
    String[] corners = String.valueOf(reference).split(":");
    if (corners.length == 2 && CellName.isValid(corners[0]) && CellName.isValid(corners[1])) {
      ranges.add(
          new Range(
              CellName.row(corners[0]),
              CellName.column(corners[0]),
              CellName.row(corners[1]),
              CellName.column(corners[1])));
    }
  }

  /** To be called once all are known. */
  void order() {
    ranges.sort(Comparator.comparingLong(Range::firstRow).thenComparing(Range::firstColumn));
  }

  List<Range> all() {
    return ranges;
  }

  /** The range that a cell is in. */
  Optional<Range> find(long row, int column) {
    return ranges.stream()
        .takeWhile(r -> r.firstRow() <= row)
        .filter(r -> r.holds(row, column))
        .findFirst();
  }

  /** The ranges over a row; rows must be asked for in their order. */
  List<Range> over(long row) {
    active.removeIf(r -> r.lastRow() < row);
    while (next < ranges.size() && ranges.get(next).firstRow() <= row) {
      if (ranges.get(next).lastRow() >= row) {
        active.add(ranges.get(next));
      }
      next++;
    }
    return active;
  }

  void rewind() {
    active.clear();
    next = 0;
  }
}

package cn.anlan.geo.tile;

import java.util.Arrays;

/** The rows of a tile one by one, as long as there are not too many. */
final class TileMembers implements CellSink {
  private final RowSet rows;
  private final int[] members;
  private int total;

  /**
   * @param rows that are wanted at all
   * @param most more than so many are only counted
   */
  TileMembers(RowSet rows, int most) {
    this.rows = rows;
    this.members = new int[most];
  }

  @Override
  public void run(int cell, int from, int end) {
    int count = rows.count(from, end);
    if (total + count <= members.length) {
      rows.forEach(from, end, row -> row(cell, row));
    } else {
      total += count;
    }
  }

  @Override
  public void row(int cell, int row) {
    if (total < members.length) {
      members[total] = row;
    }
    total++;
  }

  boolean areAll() {
    return total <= members.length;
  }

  int[] rows() {
    return Arrays.copyOf(members, total);
  }
}

package cn.anlan.geo.tile;

import cn.anlan.geo.snapshot.LayerSnapshot;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * The rows of a snapshot by the value that colours them: made once, used by the tiles of every
 * filter. Holds a bit for each row and value. Immutable.
 */
public final class GradedRows {
  private final LayerSnapshot snapshot;
  private final Grading grading;
  private final IntUnaryOperator ranks;
  private final RowSet[] byRank;

  /**
   * @param grading what tells the layer's features apart, or null
   * @throws cn.anlan.geo.fault.UserFault where the grading's field is no column
   */
  public GradedRows(LayerSnapshot snapshot, Grading grading) {
    this.snapshot = snapshot;
    this.grading = grading;
    List<String> values = grading == null ? List.of() : grading.worstFirst();
    this.byRank = new RowSet[values.size()];
    if (grading == null) {
      this.ranks = row -> 0;
      return;
    }
    this.ranks = snapshot.ranks(grading.field(), values);
    long[][] words = new long[values.size() + 1][RowSet.wordsFor(snapshot.size())];
    for (int row = 0; row < snapshot.size(); row++) {
      words[ranks.applyAsInt(row)][row >>> 6] |= 1L << row;
    }
    for (int rank = 0; rank < byRank.length; rank++) {
      byRank[rank] = new RowSet(words[rank]);
    }
  }

  LayerSnapshot snapshot() {
    return snapshot;
  }

  Grading grading() {
    return grading;
  }

  /** Those of {@code rows}, by value too. */
  SelectedRows select(RowSet rows) {
    RowSet[] selected = new RowSet[byRank.length];
    for (int rank = 0; rank < selected.length; rank++) {
      selected[rank] = byRank[rank].and(rows);
    }
    return new SelectedRows(snapshot, ranks, rows, selected);
  }

  /** What it holds beside the snapshot, in bytes. */
  public long memoryBytes() {
    long total = 64;
    for (RowSet rows : byRank) {
      total += rows.memoryBytes();
    }
    return total;
  }
}

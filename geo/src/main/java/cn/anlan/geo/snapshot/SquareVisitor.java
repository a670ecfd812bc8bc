package cn.anlan.geo.snapshot;

/**
 * What goes down the squares that a snapshot's rows lie in ({@link LayerSnapshot#walkSquares}). A
 * square of zoom z is one of the 2^z × 2^z equal parts of the Web Mercator world, its column
 * counted from 180° W and its row from the north.
 */
public interface SquareVisitor {
  /**
   * A square that holds the rows {@code from} to {@code end − 1}, at least one, and no other of
   * their part. A square may be entered once for each part of the snapshot.
   *
   * @return whether its quarters are to be looked at
   */
  boolean enter(int zoom, long col, long row, int from, int end);

  /** The same rows again, where no smaller squares are known. */
  void together(int from, int end);
}

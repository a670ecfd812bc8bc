package cn.anlan.geo.tile;

/** What takes the rows of a tile, in runs or one by one. */
interface CellSink {
  /** Rows {@code from} to {@code end − 1} lie in the cell; those of no interest among them too. */
  void run(int cell, int from, int end);

  /** One row that lies in the cell. */
  void row(int cell, int row);
}

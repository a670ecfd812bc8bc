package cn.anlan.geo.tile;

/**
 * How much of its rows a tile shows one by one. What is not shown is gathered in cells, never left
 * out.
 *
 * @param step the grid that lines and polygons are drawn on, in units of a tile 4096 wide
 * @param drawsShapes whether there are any: else each counts as a point
 * @param cells along the tile's edge
 * @param cellApart a cell of no more points than this is drawn one by one
 * @param mostApart so is a tile
 */
record Detail(int step, boolean drawsShapes, int cells, int cellApart, int mostApart) {
  private static final int FEW = 500;
  private static final int MANY = 4_000;
  private static final int FEW_ZOOM = 12;
  private static final int NEAR_ZOOM = 14;
  private static final int RINGS = 8;
  private static final int RING_APART = 6;
  private static final int SPECKS = 64;
  private static final int SPECK_APART = 1;
  private static final int FINEST_STEP = 4; // half a pixel of a tile 512 wide
  private static final int COARSEST_STEP = 64;

  /** As much as is of use on a screen, of a layer that has shapes or only points. */
  static Detail most(TileId tile, boolean graded, boolean shapes) {
    int apart = tile.zoom() >= NEAR_ZOOM ? MANY : tile.zoom() >= FEW_ZOOM ? FEW : 0;
    return graded
        ? new Detail(FINEST_STEP, shapes, RINGS, RING_APART, apart)
        : new Detail(FINEST_STEP, shapes, SPECKS, SPECK_APART, apart);
  }

  /**
   * Less of what is most: first shapes become coarser, then points are gathered in larger cells.
   */
  Detail less() {
    if (drawsShapes) {
      boolean further = step < COARSEST_STEP;
      return new Detail(further ? 2 * step : step, further, cells, cellApart, mostApart);
    }
    return mostApart > 0 || cellApart > 0
        ? new Detail(step, false, cells, 0, 0)
        : new Detail(step, false, cells / 2, 0, 0);
  }

  /** Whether everything is one point. */
  boolean isLeast() {
    return !drawsShapes && cells == 1 && cellApart == 0 && mostApart == 0;
  }
}

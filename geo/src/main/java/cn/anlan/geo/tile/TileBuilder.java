package cn.anlan.geo.tile;

import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.roaringbitmap.RoaringBitmap;

/**
 * Makes the tiles of one {@link Query}: of a layer, within a scope, under a filter. Immutable, for
 * any number of threads.
 *
 * <p>A tile holds one layer, named as the snapshot's. In it stand
 *
 * <ul>
 *   <li><b>features</b>: with the feature's id, the value of the {@link Grading}'s field and, where
 *       the tile holds no more than 500, {@code name} of up to 40 characters;
 *   <li><b>cells</b>, points that stand for several rows: {@code n} of them, how many have which
 *       value ({@link Grading#countKey}), and the worst value as the grading's field. A cell lies
 *       where its worst member lies.
 * </ul>
 *
 * <p>Points are gathered in cells: 8 × 8 a tile where there is a grading, as wide as a ring with a
 * number on a screen, 64 × 64 where there is none. A ring's cell of up to six rows is drawn one by
 * one, and so is a tile from zoom 12 on with at most 500 points and from zoom 14 on with at most
 * 4,000. Nothing is left out: of a layer of points the features and the cells' {@code n} of all
 * tiles of a zoom add up to the layer.
 *
 * <p>Where a layer has only points, their cells are counted by {@link SquareWalk}, without a look
 * at the rows: what a tile costs does not depend on how many there are. Lines and polygons are
 * drawn as {@link GridShape} says. One smaller than a pixel (of a tile 512 wide) counts as a point.
 * A tile that would exceed {@link #MAX_BYTES}, or what the caller allows, is made again with less
 * {@link Detail}, and so on.
 */
public final class TileBuilder {
  /** No tile is larger when compressed with gzip. */
  public static final int MAX_BYTES = 200_000;

  private static final int FEW = 500;
  private static final double MARGIN = (double) TileClip.MARGIN / MvtLayer.EXTENT;

  private final LayerSnapshot snapshot;
  private final Query query;
  private final SelectedRows selected;
  private final TileAttributes attributes;

  /**
   * Finds the rows of the query, once for all tiles.
   *
   * @param rows of the query's snapshot
   * @throws cn.anlan.geo.fault.UserFault where the query's filter is none for this layer
   */
  public TileBuilder(Query query, GradedRows rows) {
    this.snapshot = query.snapshot();
    this.query = query.evaluated();
    this.selected = rows.select(RowSet.of(this.query.rows(), snapshot.size()));
    this.attributes = new TileAttributes(snapshot, rows.grading());
  }

  /** What it holds beside the snapshot, in bytes. */
  public long memoryBytes() {
    return 256 + 2 * selected.memoryBytes(); // the query has the same rows in its own form
  }

  /** Makes one tile of at most {@link #MAX_BYTES}; see {@link #build(TileId, int)}. */
  public byte[] build(TileId tile) {
    return build(tile, MAX_BYTES);
  }

  /**
   * Makes one tile.
   *
   * @param maxBytes what it may have in gzip; one that has not fewer with the least detail, one
   *     point, is larger
   * @return the tile, not compressed; no bytes where it is empty
   */
  public byte[] build(TileId tile, int maxBytes) {
    RoaringBitmap rows =
        snapshot.allPoints() ? null : query.envelope(tile.box(MARGIN)).rows(); // shapes' margins
    boolean graded = selected.values() > 0;
    for (Detail detail = Detail.most(tile, graded, rows != null); ; detail = detail.less()) {
      MvtLayer layer = new MvtLayer(snapshot.layer());
      if (rows == null) {
        points(layer, tile, detail);
      } else {
        shapes(layer, tile, rows, detail);
      }
      byte[] bytes = layer.toTile();
      if (bytes.length <= maxBytes || detail.isLeast() || gzip(bytes).length <= maxBytes) {
        return bytes;
      }
    }
  }

  /** The tile of a layer of points. */
  private void points(MvtLayer layer, TileId tile, Detail detail) {
    if (detail.mostApart() > 0) {
      TileMembers members = new TileMembers(selected.all(), detail.mostApart());
      walk(new CellGrid(tile, 1), members);
      if (members.areAll()) {
        writeFeatures(layer, tile, members.rows(), members.rows().length <= FEW);
        return;
      }
    }
    CellGrid grid = new CellGrid(tile, detail.cells());
    CellCounts cells = new CellCounts(selected, grid, detail.cellApart());
    walk(grid, cells);
    writeCells(layer, tile, cells, false);
  }

  private void walk(CellGrid grid, CellSink sink) {
    snapshot.walkSquares(new SquareWalk(snapshot, grid, selected.all(), sink));
  }

  /** The tile of a layer that has lines or polygons, row by row. */
  private void shapes(MvtLayer layer, TileId tile, RoaringBitmap rows, Detail detail) {
    boolean named = rows.getLongCardinality() <= FEW;
    RoaringBitmap small = new RoaringBitmap();
    rows.forEach(
        (int row) -> {
          if (snapshot.isPoint(row) || !isSeen(row, tile, detail)) {
            small.add(row);
            return;
          }
          Geometry geometry = snapshot.findGeometry(row).orElseThrow();
          GridShape shape = new GridShape(geometry, tile, detail.step());
          if (shape.isEmpty()) {
            small.add(row);
          } else {
            shape.write(layer, () -> attributes.feature(layer, row, named));
          }
        });
    CellGrid whole = new CellGrid(tile, 1); // the rows of the margin belong to other tiles
    int[] inside =
        small.stream()
            .filter(row -> whole.cellOf(snapshot.lonDeg(row), snapshot.latDeg(row)) == 0)
            .toArray();
    if (inside.length <= detail.mostApart()) {
      writeFeatures(layer, tile, inside, named);
    } else {
      CellGrid grid = new CellGrid(tile, detail.cells());
      CellCounts cells = new CellCounts(selected, grid, detail.cellApart());
      for (int row : inside) {
        cells.add(row);
      }
      writeCells(layer, tile, cells, named);
    }
  }

  /** Whether a line or polygon is as large as a pixel; the same in all tiles of a zoom. */
  private boolean isSeen(int row, TileId tile, Detail detail) {
    Envelope e = snapshot.envelope(row);
    double unitsPerDeg = (double) MvtLayer.EXTENT * tile.grid().columns(tile.zoom()) / 360;
    double height = e.getHeight() * tile.grid().stretch(snapshot.latDeg(row));
    return detail.drawsShapes()
        && Math.max(e.getWidth(), height) * unitsPerDeg >= 2 * detail.step();
  }

  private void writeCells(MvtLayer layer, TileId tile, CellCounts cells, boolean named) {
    for (int cell = 0; cell < cells.cells(); cell++) {
      int[] apart = cells.rowsApart(cell);
      if (apart.length > 0) {
        writeFeatures(layer, tile, apart, named);
      } else if (cells.count(cell) > 0) {
        attributes.cell(layer, cells, cell);
        writePoint(layer, tile, cells.rowOf(cell));
      }
    }
  }

  private void writeFeatures(MvtLayer layer, TileId tile, int[] rows, boolean named) {
    for (int row : rows) {
      attributes.feature(layer, row, named);
      writePoint(layer, tile, row);
    }
  }

  private void writePoint(MvtLayer layer, TileId tile, int row) {
    double across = 1 << tile.zoom();
    layer.point(
        inTile(tile.grid().x(snapshot.lonDeg(row)) * across - tile.col()),
        inTile(tile.grid().y(snapshot.latDeg(row)) * across - tile.row()));
  }

  private static int inTile(double share) {
    int unit = (int) Math.floor(share * MvtLayer.EXTENT);
    return Math.max(0, Math.min(MvtLayer.EXTENT - 1, unit));
  }

  /** The tile as it goes over the wire. */
  public static byte[] gzip(byte[] tile) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(tile.length / 2 + 64);
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(tile);
    } catch (IOException e) {
      throw new UncheckedIOException("compressing in memory", e);
    }
    return bytes.toByteArray();
  }
}

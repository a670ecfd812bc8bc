package cn.anlan.geo.tile;

import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.geo.snapshot.WebMercator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.locationtech.jts.geom.Envelope;
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
 * <p>Lines and polygons are drawn as {@link GridShape} says. One smaller than a pixel (of a tile
 * 512 wide) counts as a point. A tile that would exceed {@link #MAX_BYTES} is made again on a grid
 * twice as coarse, and so on; in the end its lines and polygons become cells too.
 */
public final class TileBuilder {
  /** No tile is larger when compressed with gzip. */
  public static final int MAX_BYTES = 200_000;

  private static final int FEW = 500;
  private static final int FEW_ZOOM = 12;
  private static final int NEAR_ZOOM = 14;
  private static final int RINGS = 8;
  private static final int RING_APART = 6;
  private static final int SPECKS = 64;
  private static final int SPECK_APART = 1;
  private static final int FINEST_STEP = 4; // half a pixel of a tile 512 wide
  private static final int COARSEST_STEP = 64;
  private static final int NO_SHAPES = 0;
  private static final double MARGIN = (double) TileClip.MARGIN / MvtLayer.EXTENT;

  private final Query query;
  private final LayerSnapshot snapshot;
  private final TileAttributes attributes;

  /**
   * @param grading what tells the layer's features apart, or null
   * @throws cn.anlan.geo.fault.UserFault where the grading's field is no column
   */
  public TileBuilder(Query query, Grading grading) {
    this.query = query;
    this.snapshot = query.snapshot();
    this.attributes = new TileAttributes(snapshot, grading);
  }

  /**
   * Makes one tile.
   *
   * @return the tile, not compressed; no bytes where it is empty
   */
  public byte[] build(TileId tile) {
    RoaringBitmap rows = query.envelope(tile.box(MARGIN)).rows();
    for (int step = FINEST_STEP; step <= COARSEST_STEP; step *= 2) {
      byte[] bytes = build(tile, rows, step);
      if (bytes.length <= MAX_BYTES || gzip(bytes).length <= MAX_BYTES) {
        return bytes;
      }
    }
    return build(tile, rows, NO_SHAPES);
  }

  private byte[] build(TileId tile, RoaringBitmap rows, int step) {
    MvtLayer layer = new MvtLayer(snapshot.layer());
    boolean named = rows.getLongCardinality() <= FEW;
    CellCounts cells =
        attributes.graded()
            ? attributes.counts(new CellGrid(tile, RINGS), RING_APART)
            : attributes.counts(new CellGrid(tile, SPECKS), SPECK_APART);
    rows.forEach(
        (int row) -> {
          if (snapshot.isPoint(row) || !isSeen(row, tile, step)) {
            cells.add(row);
            return;
          }
          GridShape shape = new GridShape(snapshot.findGeometry(row).orElseThrow(), tile, step);
          if (shape.isEmpty()) {
            cells.add(row);
          } else {
            shape.write(layer, () -> attributes.feature(layer, row, named));
          }
        });
    if (cells.total() <= mostApart(tile)) {
      writeFeatures(layer, tile, cells.members(), named);
    } else {
      writeCells(layer, tile, cells, named);
    }
    return layer.toTile();
  }

  /** Whether a line or polygon is as large as a pixel; the same in all tiles of a zoom. */
  private boolean isSeen(int row, TileId tile, int step) {
    Envelope e = snapshot.envelope(row);
    double unitsPerDeg = (double) MvtLayer.EXTENT * (1 << tile.zoom()) / 360;
    double height = e.getHeight() / Math.cos(Math.toRadians(snapshot.latDeg(row)));
    return step != NO_SHAPES && Math.max(e.getWidth(), height) * unitsPerDeg >= 2 * step;
  }

  private static int mostApart(TileId tile) {
    return tile.zoom() >= NEAR_ZOOM ? CellCounts.MAX_MEMBERS : tile.zoom() >= FEW_ZOOM ? FEW : 0;
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
        inTile(WebMercator.x(snapshot.lonDeg(row)) * across - tile.col()),
        inTile(WebMercator.y(snapshot.latDeg(row)) * across - tile.row()));
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

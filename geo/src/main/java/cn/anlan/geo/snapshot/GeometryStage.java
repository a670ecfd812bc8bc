package cn.anlan.geo.snapshot;

import java.util.ArrayList;
import java.util.List;

/** Geometries while rows are being read; it alone decides the order of the rows. */
final class GeometryStage {
  static final int NAMED_FAULTS = 20;

  private final DoubleChunks lonDeg = new DoubleChunks();
  private final DoubleChunks latDeg = new DoubleChunks();
  private final LongChunks shapeOf = new LongChunks();
  private final Shapes shapes = new Shapes();
  private final List<Long> faultyIds = new ArrayList<>();
  private int faults;

  void add(long id, byte[] wkb) {
    double lon = Double.NaN;
    double lat = Double.NaN;
    int shape = -1;
    if (wkb != null && WkbPoint.isPoint(wkb)) {
      lon = WkbPoint.lonDeg(wkb);
      lat = WkbPoint.latDeg(wkb);
      boolean empty = Double.isNaN(lon) && Double.isNaN(lat);
      if (!Double.isFinite(lon) || !Double.isFinite(lat)) {
        lon = Double.NaN;
        lat = Double.NaN;
        if (!empty) {
          fault(id);
        }
      }
    } else if (wkb != null) {
      Shapes.Taken taken = shapes.add(wkb);
      if (taken == null) {
        fault(id);
      } else {
        lon = taken.lonDeg();
        lat = taken.latDeg();
        shape = taken.number();
      }
    }
    lonDeg.add(lon);
    latDeg.add(lat);
    shapeOf.add(shape);
  }

  private void fault(long id) {
    faults++;
    if (faultyIds.size() < NAMED_FAULTS) {
      faultyIds.add(id);
    }
  }

  /**
   * @param sequence of rows at the same place or at none; null for that in which they came
   */
  Squares.Sorted sort(int[] sequence) {
    return Squares.sort(lonDeg, latDeg, sequence);
  }

  Geometries finish(Squares.Sorted sorted) {
    int[] order = sorted.order();
    DoubleChunks lons = lonDeg.seal().reorder(order);
    DoubleChunks lats = latDeg.seal().reorder(order);
    LongChunks byRow = shapes.size() == 0 ? null : shapeOf.seal().reorder(order);
    return new Geometries(lons, lats, sorted.squares(), byRow, shapes.seal(), faults, faultyIds);
  }
}

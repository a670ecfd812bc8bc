package cn.anlan.data.ingest.check;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/** Drops heights from geometries of layers that do not keep them. */
final class Heights implements CoordinateSequenceFilter {
  private Heights() {}

  static void dropUnless(boolean kept, Geometry geometry) {
    if (!kept) {
      geometry.apply(new Heights());
    }
  }

  @Override
  public void filter(CoordinateSequence sequence, int i) {
    if (sequence.hasZ()) {
      sequence.setOrdinate(i, CoordinateSequence.Z, Double.NaN);
    }
  }

  @Override
  public boolean isDone() {
    return false;
  }

  @Override
  public boolean isGeometryChanged() {
    return false;
  }
}

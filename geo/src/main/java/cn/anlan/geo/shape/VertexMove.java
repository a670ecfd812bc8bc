package cn.anlan.geo.shape;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/** Puts each vertex of a shape in another place; its order and number stay. */
@FunctionalInterface
public interface VertexMove extends CoordinateSequenceFilter {
  /** A copy of the shape whose vertices have been moved; what the move does not set stays. */
  static Geometry copy(Geometry shape, VertexMove move) {
    Geometry moved = shape.copy();
    moved.apply(move);
    moved.geometryChanged();
    return moved;
  }

  /** Sets the ordinates of vertex {@code i}. */
  @Override
  void filter(CoordinateSequence vertices, int i);

  @Override
  default boolean isDone() {
    return false;
  }

  @Override
  default boolean isGeometryChanged() {
    return true;
  }
}

package cn.anlan.geo.grid;

import cn.anlan.geo.shape.VertexMove;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;

/** Degrees with seven decimals, 1 cm. */
final class Degrees7 {
  private static final double PER_DEGREE = 1e7;

  private Degrees7() {}

  static Geometry round(Geometry degrees) {
    Geometry rounded =
        VertexMove.copy(
            degrees,
            (vertices, i) -> {
              vertices.setOrdinate(i, CoordinateSequence.X, round(vertices.getX(i)));
              vertices.setOrdinate(i, CoordinateSequence.Y, round(vertices.getY(i)));
            });
    rounded.setSRID(degrees.getSRID());
    return rounded;
  }

  private static double round(double deg) {
    return Math.rint(deg * PER_DEGREE) / PER_DEGREE;
  }
}

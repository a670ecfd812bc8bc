package cn.anlan.data.demo.mine;

import cn.anlan.data.demo.draw.LocalFrame;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.GeometryTransformer;

/**
 * A flat frame in metres round a place: x points along the axis, y to its left. True to a few
 * millimetres within some kilometres.
 */
record Plane(Coordinate origin, double axisBearingDeg) {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  /** The place at x and y metres, rounded to 1e-8°. */
  Coordinate at(double xM, double yM) {
    double bearing = axisBearingDeg - Math.toDegrees(Math.atan2(yM, xM));
    Coordinate at = LocalFrame.step(origin, bearing, Math.hypot(xM, yM));
    return new Coordinate(Math.round(at.x * 1e8) / 1e8, Math.round(at.y * 1e8) / 1e8);
  }

  /** A shape drawn in metres, on the ground. */
  Geometry onGround(Geometry drawn) {
    GeometryTransformer transformer =
        new GeometryTransformer() {
          @Override
          protected CoordinateSequence transformCoordinates(
              CoordinateSequence coordinates, Geometry parent) {
            Coordinate[] placed = new Coordinate[coordinates.size()];
            for (int i = 0; i < placed.length; i++) {
              placed[i] = at(coordinates.getX(i), coordinates.getY(i));
            }
            return FACTORY.getCoordinateSequenceFactory().create(placed);
          }
        };
    return transformer.transform(drawn);
  }
}

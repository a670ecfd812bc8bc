package cn.anlan.data.demo.draw;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * A frame in metres round a place: x points along an axis, y to its left. Each place is stepped to
 * over the ellipsoid, so that distances are true to a few millimetres within some kilometres.
 *
 * @param axisBearingDeg of the axis, in degrees from north
 */
public record TurnedFrame(Coordinate origin, double axisBearingDeg) {
  /** The place at x and y metres, rounded to 1e-8°. */
  public Coordinate at(double xM, double yM) {
    double bearing = axisBearingDeg - Math.toDegrees(Math.atan2(yM, xM));
    return Rounded.corner(Geodesics.step(origin, bearing, Math.hypot(xM, yM)));
  }

  /** A shape drawn in metres, on the ground. */
  public Geometry onGround(Geometry drawn) {
    return Shapes.moved(drawn, c -> at(c.x, c.y));
  }

  /** A polygon by its corners, each x and y in metres, on the ground. */
  public Polygon polygon(double[]... cornersM) {
    return Shapes.polygon(cornersM.length, i -> at(cornersM[i][0], cornersM[i][1]));
  }
}

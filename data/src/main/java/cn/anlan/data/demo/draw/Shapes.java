package cn.anlan.data.demo.draw;

import cn.anlan.geo.shape.VertexMove;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Makes invented shapes, whether of degrees or of the metres of a frame. */
public final class Shapes {
  /** Without a reference system: the loader knows it. */
  public static final GeometryFactory FACTORY = new GeometryFactory();

  private Shapes() {}

  public static Point point(Coordinate at) {
    return FACTORY.createPoint(at);
  }

  /** A line through the places in turn. */
  public static LineString line(List<Coordinate> places) {
    return FACTORY.createLineString(places.toArray(Coordinate[]::new));
  }

  /**
   * A polygon without holes; its ring is closed here.
   *
   * @param corner gives each corner from 0, asked once each and in order
   */
  public static Polygon polygon(int corners, IntFunction<Coordinate> corner) {
    Coordinate[] ring = new Coordinate[corners + 1];
    for (int i = 0; i < corners; i++) {
      ring[i] = corner.apply(i);
    }
    ring[corners] = ring[0];
    return FACTORY.createPolygon(ring);
  }

  /** A disc round the frame's origin, as a regular polygon within it, first corner in the north. */
  public static Polygon disc(FlatFrame frame, double radiusM, int corners) {
    return polygon(corners, i -> frame.towards(2 * Math.PI * i / corners, radiusM));
  }

  /** A plot round the frame's origin, its corners uneven, wholly within the radius. */
  public static Polygon plot(FlatFrame frame, double radiusM, int corners, Random random) {
    double turn = random.nextDouble() * Math.PI;
    return polygon(
        corners,
        i ->
            frame.towards(
                turn + 2 * Math.PI * i / corners, radiusM * (0.7 + 0.28 * random.nextDouble())));
  }

  /**
   * An uneven outline in metres round 0, 0, of 7 to 12 corners, each between 0.7 and 1.0 times the
   * radius away.
   */
  public static Polygon uneven(double radiusM, Random random) {
    int corners = 7 + random.nextInt(6);
    return polygon(
        corners,
        i -> {
          double angle = 2 * Math.PI * (i + 0.6 * random.nextDouble()) / corners;
          double r = radiusM * (0.7 + 0.3 * random.nextDouble());
          return new Coordinate(r * Math.cos(angle), r * Math.sin(angle));
        });
  }

  /** A copy of the shape with every vertex in its new place; heights stay as they are. */
  static Geometry moved(Geometry shape, UnaryOperator<Coordinate> move) {
    return VertexMove.copy(
        shape,
        (points, i) -> {
          Coordinate to = move.apply(points.getCoordinate(i));
          points.setOrdinate(i, CoordinateSequence.X, to.x);
          points.setOrdinate(i, CoordinateSequence.Y, to.y);
        });
  }
}

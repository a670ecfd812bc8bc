package cn.anlan.data.demo.hazardous;

import cn.anlan.data.demo.draw.Flat;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;

/** Invented outlines, and the plane in metres round a place. */
final class Shapes {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private Shapes() {}

  static Point point(Coordinate at) {
    return FACTORY.createPoint(at);
  }

  /** A plot with uneven corners, wholly within the radius. */
  static Polygon plot(Coordinate centre, double radiusM, int corners, Random random) {
    Coordinate[] ring = new Coordinate[corners + 1];
    double turn = random.nextDouble() * Math.PI;
    for (int i = 0; i < corners; i++) {
      double angle = turn + 2 * Math.PI * i / corners;
      double distanceM = radiusM * (0.7 + 0.28 * random.nextDouble());
      ring[i] = Flat.step(centre, distanceM * Math.sin(angle), distanceM * Math.cos(angle));
    }
    ring[corners] = ring[0];
    return FACTORY.createPolygon(ring);
  }

  /** The shape in metres east and north of a place not far off. */
  static Geometry inMetres(Geometry shape, Coordinate origin) {
    return new AffineTransformation()
        .translate(-origin.x, -origin.y)
        .scale(Flat.eastM(origin.y), Flat.northM(origin.y))
        .transform(shape);
  }
}

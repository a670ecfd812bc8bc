package cn.anlan.data.demo.mine;

import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/** Shapes of workings in metres and on the ground. */
final class Shapes {
  static final GeometryFactory FACTORY = new GeometryFactory();

  private Shapes() {}

  /** An uneven outline round the origin, every corner between 0.7 and 1.0 times the radius away. */
  static Polygon outline(double radiusM, Random random) {
    int corners = 7 + random.nextInt(6);
    Coordinate[] ring = new Coordinate[corners + 1];
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * (i + 0.6 * random.nextDouble()) / corners;
      double r = radiusM * (0.7 + 0.3 * random.nextDouble());
      ring[i] = new Coordinate(r * Math.cos(angle), r * Math.sin(angle));
    }
    ring[corners] = ring[0];
    return FACTORY.createPolygon(ring);
  }

  static Polygon polygon(Plane plane, double[]... cornersM) {
    Coordinate[] ring = new Coordinate[cornersM.length + 1];
    for (int i = 0; i < cornersM.length; i++) {
      ring[i] = plane.at(cornersM[i][0], cornersM[i][1]);
    }
    ring[cornersM.length] = ring[0];
    return FACTORY.createPolygon(ring);
  }

  /** The outline of a shape as a line whose vertices all lie at one height. */
  static LineString edge(Geometry polygon, double heightM) {
    return line(((Polygon) polygon).getExteriorRing().getCoordinates(), heightM, heightM);
  }

  /** A line that rises evenly, vertex by vertex, from the first height to the last. */
  static LineString line(Coordinate[] places, double firstM, double lastM) {
    Coordinate[] raised = new Coordinate[places.length];
    for (int i = 0; i < places.length; i++) {
      double share = i / (double) (places.length - 1);
      double z = Math.round((firstM + (lastM - firstM) * share) * 10) / 10.0;
      raised[i] = new Coordinate(places[i].x, places[i].y, z);
    }
    return FACTORY.createLineString(raised);
  }
}

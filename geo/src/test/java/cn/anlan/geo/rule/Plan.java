package cn.anlan.geo.rule;

import cn.anlan.geo.distance.Cgcs2000;
import net.sf.geographiclib.GeodesicData;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Shapes given in metres about (116° E, 29° N): first so far north along the meridian, then so far
 * east along the geodesic that leaves it at a right angle. So a point {@code (x, y)} is exactly x
 * metres from the meridian.
 */
final class Plan {
  private Plan() {}

  static Coordinate at(double eastM, double northM) {
    GeodesicData north = Cgcs2000.GEODESIC.Direct(29, 116, 0, northM);
    GeodesicData there = Cgcs2000.GEODESIC.Direct(north.lat2, north.lon2, 90, eastM);
    return new Coordinate(there.lon2, there.lat2);
  }

  static Point point(double eastM, double northM) {
    return Samples.FACTORY.createPoint(at(eastM, northM));
  }

  /** Through points given as east, north, east, north, … */
  static LineString line(double... eastNorthM) {
    return Samples.FACTORY.createLineString(coordinates(eastNorthM, false));
  }

  static Polygon polygon(double... eastNorthM) {
    return Samples.FACTORY.createPolygon(coordinates(eastNorthM, true));
  }

  static Polygon box(double westM, double southM, double eastM, double northM) {
    return polygon(westM, southM, eastM, southM, eastM, northM, westM, northM);
  }

  private static Coordinate[] coordinates(double[] eastNorthM, boolean closed) {
    int n = eastNorthM.length / 2;
    Coordinate[] coordinates = new Coordinate[closed ? n + 1 : n];
    for (int i = 0; i < n; i++) {
      coordinates[i] = at(eastNorthM[2 * i], eastNorthM[2 * i + 1]);
    }
    if (closed) {
      coordinates[n] = coordinates[0];
    }
    return coordinates;
  }
}

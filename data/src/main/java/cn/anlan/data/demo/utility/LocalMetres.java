package cn.anlan.data.demo.utility;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/**
 * A flat frame in metres (east, north) round a place. Within 20 km of its origin distances are off
 * by less than 0.3 %, which is enough for drawing; nothing is measured in it.
 */
record LocalMetres(Coordinate origin, double perLonDeg, double perLatDeg) {
  private static final Geodesic CGCS2000 = new Geodesic(6378137.0, 1 / 298.257222101);

  static LocalMetres at(Coordinate origin) {
    double lat = Math.toRadians(origin.y);
    return new LocalMetres(
        origin,
        111412.84 * Math.cos(lat) - 93.5 * Math.cos(3 * lat),
        111132.954 - 559.822 * Math.cos(2 * lat));
  }

  /** The place so many metres east and north of the origin, rounded to 1e-7°. */
  Coordinate place(double eastM, double northM) {
    return rounded(new Coordinate(origin.x + eastM / perLonDeg, origin.y + northM / perLatDeg));
  }

  Geometry toMetres(Geometry degrees) {
    return apply(degrees, c -> new Coordinate(eastM(c), northM(c)));
  }

  /** Back to longitude and latitude, rounded to 1e-7°. */
  Geometry toDegrees(Geometry metres) {
    return apply(metres, c -> place(c.x, c.y));
  }

  double eastM(Coordinate c) {
    return (c.x - origin.x) * perLonDeg;
  }

  double northM(Coordinate c) {
    return (c.y - origin.y) * perLatDeg;
  }

  /** Distance from a to b to a few parts in a thousand. */
  static double roughM(Coordinate a, Coordinate b) {
    LocalMetres frame = at(a);
    return Math.hypot(frame.eastM(b), frame.northM(b));
  }

  /** Geodesic length of a line of longitudes and latitudes, rounded to 0.1 m. */
  static double lengthM(Geometry line) {
    Coordinate[] points = line.getCoordinates();
    double sum = 0;
    for (int i = 1; i < points.length; i++) {
      Coordinate a = points[i - 1];
      Coordinate b = points[i];
      sum += CGCS2000.Inverse(a.y, a.x, b.y, b.x, GeodesicMask.DISTANCE).s12;
    }
    return Math.round(sum * 10) / 10.0;
  }

  /** Area of a surface of longitudes and latitudes in square metres, as the frame has it. */
  static double areaM2(Geometry surface) {
    return at(surface.getCentroid().getCoordinate()).toMetres(surface).getArea();
  }

  static Coordinate rounded(Coordinate c) {
    return new Coordinate(Math.round(c.x * 1e7) / 1e7, Math.round(c.y * 1e7) / 1e7);
  }

  static Geometry rounded(Geometry geometry) {
    return apply(geometry, LocalMetres::rounded);
  }

  private interface Move {
    Coordinate of(Coordinate c);
  }

  private static Geometry apply(Geometry geometry, Move move) {
    Geometry moved = geometry.copy();
    moved.apply(
        new CoordinateSequenceFilter() {
          @Override
          public void filter(CoordinateSequence points, int i) {
            Coordinate to = move.of(points.getCoordinate(i));
            points.setOrdinate(i, CoordinateSequence.X, to.x);
            points.setOrdinate(i, CoordinateSequence.Y, to.y);
          }

          @Override
          public boolean isDone() {
            return false;
          }

          @Override
          public boolean isGeometryChanged() {
            return true;
          }
        });
    moved.geometryChanged();
    return moved;
  }
}

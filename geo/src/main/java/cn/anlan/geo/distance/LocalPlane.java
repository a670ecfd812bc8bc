package cn.anlan.geo.distance;

import net.sf.geographiclib.GeodesicData;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryTransformer;

/**
 * The azimuthal equidistant plane about a point, x east and y north in metres. Lengths along rays
 * from the middle are true; at a distance r from it, lengths across the ray are stretched by
 * r²/(6R²): 10⁻⁶ at 15 km, 9·10⁻⁵ at 150 km.
 */
record LocalPlane(double midLonDeg, double midLatDeg) {
  Coordinate toPlane(Coordinate at) {
    GeodesicData ray = Cgcs2000.GEODESIC.Inverse(midLatDeg, midLonDeg, at.y, at.x);
    double azimuth = Math.toRadians(ray.azi1);
    return new Coordinate(ray.s12 * Math.sin(azimuth), ray.s12 * Math.cos(azimuth));
  }

  Geometry toPlane(Geometry shape) {
    return transform(shape, this::toPlane);
  }

  Geometry fromPlane(Geometry shape) {
    return transform(shape, this::fromPlane);
  }

  private Coordinate fromPlane(Coordinate at) {
    double azimuthDeg = Math.toDegrees(Math.atan2(at.x, at.y));
    double rayM = Math.hypot(at.x, at.y);
    GeodesicData there = Cgcs2000.GEODESIC.Direct(midLatDeg, midLonDeg, azimuthDeg, rayM);
    return new Coordinate(there.lon2, there.lat2);
  }

  private static Geometry transform(
      Geometry shape, java.util.function.UnaryOperator<Coordinate> each) {
    return new GeometryTransformer() {
      @Override
      protected CoordinateSequence transformCoordinates(CoordinateSequence path, Geometry parent) {
        Coordinate[] moved = new Coordinate[path.size()];
        for (int i = 0; i < moved.length; i++) {
          moved[i] = each.apply(path.getCoordinate(i));
        }
        return factory.getCoordinateSequenceFactory().create(moved);
      }
    }.transform(shape);
  }
}

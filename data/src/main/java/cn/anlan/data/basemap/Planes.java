package cn.anlan.data.basemap;

import cn.anlan.geo.datum.CoordinateSystem;
import cn.anlan.geo.datum.DatumShift;
import cn.anlan.geo.shape.VertexMove;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;

/**
 * Between degrees and a metric plane for the builder's work. The plane is Gauss-Krüger 117° E,
 * whose scale error over Jiangxi stays below 0.2 %. Both ways are functions of the single vertex,
 * so vertices that were equal stay equal, and a shared border stays shared.
 */
final class Planes {
  private Planes() {}

  static Geometry toMetres(Geometry lonLat) {
    return DatumShift.fromCgcs2000(lonLat, CoordinateSystem.GK3_CM_117E);
  }

  /** Back to degrees, rounded to the five decimals that are stored. */
  static Geometry toStoredDegrees(Geometry metres) {
    return roundedDegrees(DatumShift.toCgcs2000(metres, CoordinateSystem.GK3_CM_117E));
  }

  /** A copy with each vertex rounded by itself; topology is the caller's to check. */
  static Geometry roundedDegrees(Geometry lonLat) {
    Geometry copy = VertexMove.copy(GeoJsonFile.FACTORY.createGeometry(lonLat), Planes::round);
    copy.setSRID(GeoJsonFile.SRID);
    return copy;
  }

  private static void round(CoordinateSequence vertices, int i) {
    vertices.setOrdinate(i, CoordinateSequence.X, rounded(vertices.getX(i)));
    vertices.setOrdinate(i, CoordinateSequence.Y, rounded(vertices.getY(i)));
  }

  private static double rounded(double degrees) {
    return Math.round(degrees * GeoJsonFile.SCALE) / GeoJsonFile.SCALE;
  }
}

package cn.anlan.data.datum;

import cn.anlan.geo.distance.GeodesicTarget;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Where a row is known to lie: at a point, or somewhere on a line. */
public final class KnownPlace {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final GeodesicTarget shape;
  private final boolean line;
  private final double sigmaM;

  /**
   * @param shape a point or lines, CGCS2000
   * @param sigmaM how far the row may rightly be from it: one standard deviation, of a line across
   *     it
   */
  public KnownPlace(Geometry shape, double sigmaM) {
    this.shape = GeodesicTarget.of(shape);
    this.line = shape.getDimension() > 0;
    this.sigmaM = sigmaM;
  }

  boolean isLine() {
    return line;
  }

  double sigmaM() {
    return sigmaM;
  }

  /** Of a CGCS2000 place, along the geodesic. */
  double distanceM(double lonDeg, double latDeg) {
    return shape.nearest(FACTORY.createPoint(new Coordinate(lonDeg, latDeg))).distanceM();
  }
}

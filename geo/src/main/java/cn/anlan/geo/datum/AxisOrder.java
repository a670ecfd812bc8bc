package cn.anlan.geo.datum;

import cn.anlan.geo.shape.VertexMove;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Whether coordinates came north first. Over China the two orders cannot be confused: longitudes
 * are above 70, latitudes below 60; eastings are below 1,300 km or carry a zone, northings are
 * 1,000 km and more and below 6,700 km.
 */
public final class AxisOrder {
  private static final Envelope CHINA = new Envelope(70, 140, 0, 60);

  private AxisOrder() {}

  /** Whether a pair is impossible in the system as it stands, and possible the other way round. */
  public static boolean isSwapped(double x, double y, CoordinateSystem system) {
    return !SourceRange.canBe(x, y, system) && SourceRange.canBe(y, x, system);
  }

  /** The same for degrees of whatever datum. */
  public static boolean isSwappedDegrees(double x, double y) {
    return !CHINA.contains(x, y) && CHINA.contains(y, x);
  }

  /** Whether a pair can be a longitude and a latitude of China, in this order. */
  public static boolean areDegrees(double x, double y) {
    return CHINA.contains(x, y);
  }

  /** Exchanges the two axes of a geometry in place. */
  public static void swap(Geometry geometry) {
    VertexMove exchange =
        (vertices, i) -> {
          double x = vertices.getX(i);
          vertices.setOrdinate(i, CoordinateSequence.X, vertices.getY(i));
          vertices.setOrdinate(i, CoordinateSequence.Y, x);
        };
    geometry.apply(exchange);
    geometry.geometryChanged();
  }
}

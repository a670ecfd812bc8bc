package cn.anlan.data.demo.draw;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Longitudes and latitudes as the invented rows state them: to 1e-7°, about a centimetre; outlines
 * of which single metres count, to 1e-8°. Heights fall away where none is given.
 */
public final class Rounded {
  private static final double COARSE = 1e7;
  private static final double FINE = 1e8;

  private Rounded() {}

  /** The place to 1e-7°. */
  public static Coordinate place(Coordinate at) {
    return place(at.x, at.y);
  }

  /** The place to 1e-7°. */
  public static Coordinate place(double lonDeg, double latDeg) {
    return rounded(lonDeg, latDeg, COARSE);
  }

  /** The place to 1e-7°, with a height of its own. */
  public static Coordinate place(Coordinate at, double heightM) {
    Coordinate place = place(at);
    place.setZ(heightM);
    return place;
  }

  /** The corner of an outline to 1e-8°, about a millimetre. */
  public static Coordinate corner(Coordinate at) {
    return rounded(at.x, at.y, FINE);
  }

  /** The shape with every vertex to 1e-7°; it may have become invalid. */
  public static Geometry shape(Geometry shape) {
    return Shapes.moved(shape, Rounded::place);
  }

  private static Coordinate rounded(double lonDeg, double latDeg, double perDegree) {
    return new Coordinate(
        Math.round(lonDeg * perDegree) / perDegree, Math.round(latDeg * perDegree) / perDegree);
  }
}

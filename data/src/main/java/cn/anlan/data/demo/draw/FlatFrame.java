package cn.anlan.data.demo.draw;

import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * A flat frame in metres, east and north, round a place on the CGCS2000 ellipsoid. It is far
 * cheaper than geodesics ({@link Geodesics}) and good to a part in a thousand over a few
 * kilometres, to 0.3 % over 20 km: enough to draw invented things, not to measure them.
 *
 * @param origin where east and north are 0, in degrees
 * @param lonM metres per degree of longitude
 * @param latM metres per degree of latitude
 */
public record FlatFrame(Coordinate origin, double lonM, double latM) {
  private static final double A = 6378137.0;
  private static final double E2 = 0.00669438002290;
  private static final double ROUNDING_M = 0.02;

  /** A frame whose metres per degree are those of the ellipsoid at the origin. */
  public static FlatFrame at(Coordinate origin) {
    return new FlatFrame(origin, lonMetres(origin.y), latMetres(origin.y));
  }

  /** The same at a latitude, with its origin at 0° E 0° N. */
  public static FlatFrame atLatitude(double latDeg) {
    return new FlatFrame(new Coordinate(0, 0), lonMetres(latDeg), latMetres(latDeg));
  }

  /**
   * A frame in which no distance between the two latitudes comes out longer than it is, with its
   * origin at 0° E 0° N.
   */
  public static FlatFrame shortest(double southDeg, double northDeg) {
    return new FlatFrame(new Coordinate(0, 0), lonMetres(northDeg), latMetres(southDeg));
  }

  /**
   * A frame by the two-term series of Snyder (1987), up to 5 parts in a million longer than {@link
   * #at}. Works and lines were laid out with it; by the other, long pipelines would lie 24 cm
   * aside.
   */
  public static FlatFrame bySeries(Coordinate origin) {
    double lat = Math.toRadians(origin.y);
    return new FlatFrame(
        origin,
        111412.84 * Math.cos(lat) - 93.5 * Math.cos(3 * lat),
        111132.954 - 559.822 * Math.cos(2 * lat));
  }

  /** Distance in metres by the ellipsoid's radii half way: to 1e-5 under 10 km. */
  public static double betweenM(Coordinate a, Coordinate b) {
    return at(middle(a, b)).distanceM(a, b);
  }

  /** The place half way, in degrees. */
  public static Coordinate middle(Coordinate a, Coordinate b) {
    return new Coordinate((a.x + b.x) / 2, (a.y + b.y) / 2);
  }

  public double eastM(Coordinate place) {
    return (place.x - origin.x) * lonM;
  }

  public double northM(Coordinate place) {
    return (place.y - origin.y) * latM;
  }

  /** The place in metres. */
  public Coordinate metres(Coordinate place) {
    return new Coordinate(eastM(place), northM(place));
  }

  /** Distance on the plane in metres. */
  public double distanceM(Coordinate a, Coordinate b) {
    return Math.hypot((a.x - b.x) * lonM, (a.y - b.y) * latM);
  }

  /** Distance from the origin on the plane in metres. */
  public double distanceM(Coordinate place) {
    return distanceM(origin, place);
  }

  /** The place so many metres east and north of the origin, rounded to 1e-7°. */
  public Coordinate place(double eastM, double northM) {
    return step(origin, eastM, northM);
  }

  /** The place so far from the origin, rounded to 1e-7°; the angle is clockwise from north. */
  public Coordinate towards(double angle, double distanceM) {
    return place(distanceM * Math.sin(angle), distanceM * Math.cos(angle));
  }

  /** The place so many metres east and north of another, rounded to 1e-7°. */
  public Coordinate step(Coordinate from, double eastM, double northM) {
    return Rounded.place(from.x + eastM / lonM, from.y + northM / latM);
  }

  /** The corner so many metres east and north of the origin, rounded to 1e-8°. */
  public Coordinate corner(double eastM, double northM) {
    return Rounded.corner(new Coordinate(origin.x + eastM / lonM, origin.y + northM / latM));
  }

  /** Any place within the radius of the origin, as likely here as there, rounded to 1e-7°. */
  public Coordinate within(double radiusM, Random random) {
    double angle = random.nextDouble() * 2 * Math.PI;
    double distanceM = Math.max(0, radiusM - ROUNDING_M) * Math.sqrt(random.nextDouble());
    return towards(angle, distanceM);
  }

  /** The shape in metres. */
  public Geometry toMetres(Geometry degrees) {
    return Shapes.moved(degrees, this::metres);
  }

  /** A shape of metres on the ground, every vertex rounded to 1e-7°. */
  public Geometry toDegrees(Geometry metres) {
    return Shapes.moved(metres, c -> place(c.x, c.y));
  }

  private static double lonMetres(double latDeg) {
    double sin = Math.sin(Math.toRadians(latDeg));
    return Math.toRadians(1) * A * Math.sqrt((1 - sin * sin) / (1 - E2 * sin * sin));
  }

  private static double latMetres(double latDeg) {
    double sin = Math.sin(Math.toRadians(latDeg));
    double w = 1 - E2 * sin * sin;
    return Math.toRadians(1) * A * (1 - E2) / (w * Math.sqrt(w));
  }
}

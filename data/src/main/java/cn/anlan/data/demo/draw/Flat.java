package cn.anlan.data.demo.draw;

import java.util.Random;
import org.locationtech.jts.geom.Coordinate;

/**
 * Short steps in metres as on a plane: for bulk layers, where the exact step of {@link LocalFrame}
 * would cost too much. Over a few kilometres it is out by less than a thousandth of the step.
 */
public final class Flat {
  private static final double ROUNDING_M = 0.02;

  private Flat() {}

  /** Metres per degree of latitude (WGS 84 series, Snyder 1987, to a metre). */
  public static double northM(double latDeg) {
    return 111132.95 - 559.85 * Math.cos(Math.toRadians(2 * latDeg));
  }

  /** Metres per degree of longitude. */
  public static double eastM(double latDeg) {
    double lat = Math.toRadians(latDeg);
    return 111412.88 * Math.cos(lat) - 93.5 * Math.cos(3 * lat);
  }

  /** The place so many metres east and north, rounded to 1e-7°. */
  public static Coordinate step(Coordinate from, double eastM, double northM) {
    return new Coordinate(
        round(from.x + eastM / eastM(from.y)), round(from.y + northM / northM(from.y)));
  }

  /** Any place within the radius, as likely here as there, rounded to 1e-7°. */
  public static Coordinate within(Coordinate centre, double radiusM, Random random) {
    double angle = random.nextDouble() * 2 * Math.PI;
    double distanceM = Math.max(0, radiusM - ROUNDING_M) * Math.sqrt(random.nextDouble());
    return step(centre, distanceM * Math.sin(angle), distanceM * Math.cos(angle));
  }

  /** Distance on the plane in metres, for places a few kilometres apart. */
  public static double distanceM(Coordinate a, Coordinate b) {
    double latDeg = (a.y + b.y) / 2;
    return Math.hypot((a.x - b.x) * eastM(latDeg), (a.y - b.y) * northM(latDeg));
  }

  private static double round(double degrees) {
    return Math.round(degrees * 1e7) / 1e7;
  }
}

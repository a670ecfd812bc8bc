package cn.anlan.geo.snapshot;

import cn.anlan.geo.fault.UserFault;
import org.locationtech.jts.geom.Envelope;

/**
 * A box of longitudes and latitudes in degrees, edges included.
 *
 * @param west least longitude
 * @param south least latitude
 * @param east greatest longitude
 * @param north greatest latitude
 */
public record Box(double west, double south, double east, double north) {
  /** Refuses what is not a box: a value that is no number, west beyond east, south beyond north. */
  public Box {
    boolean finite =
        Double.isFinite(west)
            && Double.isFinite(south)
            && Double.isFinite(east)
            && Double.isFinite(north);
    if (!finite || west > east || south > north) {
      throw new UserFault(
          "范围框无效 / not a box: " + west + "," + south + "," + east + "," + north,
          "应为 西,南,东,北（度），西≤东、南≤北 / give west,south,east,north in degrees");
    }
  }

  boolean contains(double lonDeg, double latDeg) {
    return lonDeg >= west && lonDeg <= east && latDeg >= south && latDeg <= north;
  }

  boolean contains(Envelope other) {
    return other.getMinX() >= west
        && other.getMaxX() <= east
        && other.getMinY() >= south
        && other.getMaxY() <= north;
  }

  boolean meets(Envelope other) {
    return other.getMinX() <= east
        && other.getMaxX() >= west
        && other.getMinY() <= north
        && other.getMaxY() >= south;
  }

  Envelope toEnvelope() {
    return new Envelope(west, east, south, north);
  }

  static Box of(Envelope e) {
    return new Box(e.getMinX(), e.getMinY(), e.getMaxX(), e.getMaxY());
  }
}

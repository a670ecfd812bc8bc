package cn.anlan.geo.road.graph;

/**
 * How fast a tanker may go at most.
 *
 * @param expresswayKmh on {@code highway=motorway}
 * @param otherKmh everywhere else
 */
public record TankerSpeeds(double expresswayKmh, double otherKmh) {
  public TankerSpeeds {
    if (!(expresswayKmh > 0 && otherKmh > 0)) {
      throw new IllegalArgumentException("a tanker's speed limits must be positive");
    }
  }

  /** In km/h on a class of road where cars drive {@code carKmh}. */
  public double kmh(String roadClass, double carKmh) {
    return Math.min(carKmh, roadClass.equals("motorway") ? expresswayKmh : otherKmh);
  }
}

package cn.anlan.geo.road.reach;

/**
 * Places beside the roads of a {@link ReachNetwork}, numbered as they were given. Where a road is
 * left for one depends on who comes: {@link Arrivals#at} tells it. Immutable.
 */
public final class Placing {
  private final ReachNetwork network;
  private final double[] lonDeg;
  private final double[] latDeg;

  Placing(ReachNetwork network, double[] lonDeg, double[] latDeg) {
    if (lonDeg.length != latDeg.length) {
      throw new IllegalArgumentException(lonDeg.length + " longitudes, " + latDeg.length);
    }
    this.network = network;
    this.lonDeg = lonDeg.clone();
    this.latDeg = latDeg.clone();
  }

  public int size() {
    return lonDeg.length;
  }

  /** Whether there is a road on which a vehicle may stop within the model's bound. */
  public boolean isPlaced(int i) {
    return nearestRoadM(i) < Double.POSITIVE_INFINITY;
  }

  /**
   * Metres to the nearest road on which a vehicle may stop, to 10⁻⁵; infinite where there is none
   * within the model's bound. It is looked for each time, which takes microseconds.
   */
  public double nearestRoadM(int i) {
    FootSearch search = new FootSearch(network, FootSearch.AT_ONCE);
    search.find(lonDeg[i], latDeg[i], Double.POSITIVE_INFINITY);
    return search.awayM();
  }

  /**
   * Whether there are roads within the model's bound, but none of the largest part of the network
   * that hangs together: whoever starts here comes to no other part.
   */
  public boolean isOnIsland(int i) {
    return isPlaced(i)
        && !new FootSearch(network, new FootSearch.OnMainRoads(network))
            .find(lonDeg[i], latDeg[i], Double.POSITIVE_INFINITY);
  }

  /** Some of the places, in the order in which they are named. */
  public Placing only(int... numbers) {
    double[] lon = new double[numbers.length];
    double[] lat = new double[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      lon[i] = lonDeg[numbers[i]];
      lat[i] = latDeg[numbers[i]];
    }
    return new Placing(network, lon, lat);
  }

  /** The roads beside which they are. */
  public ReachNetwork network() {
    return network;
  }

  double lonDeg(int i) {
    return lonDeg[i];
  }

  double latDeg(int i) {
    return latDeg[i];
  }
}

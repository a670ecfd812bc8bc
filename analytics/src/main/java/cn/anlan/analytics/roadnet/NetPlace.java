package cn.anlan.analytics.roadnet;

/**
 * A place on a network.
 *
 * @param edge its number
 * @param offsetM metres from the edge's first node along it, 0 to the edge's length
 */
public record NetPlace(int edge, double offsetM) {
  public NetPlace {
    if (edge < 0 || !(offsetM >= 0)) {
      throw new IllegalArgumentException("no place: edge " + edge + ", offset " + offsetM + " m");
    }
  }
}

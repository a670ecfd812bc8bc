package cn.anlan.geo.road.linear;

/**
 * Where the stakes of a route do not run on as the road does (断链), or the road not as the stakes.
 *
 * @param fromKm where the stakes break off, or the lesser stake of a range
 * @param toKm where they go on, or the greater stake of a range
 * @param lonDeg where it is; NaN for what is not at one place
 */
public record ChainBreak(
    String routeNo, Kind kind, double fromKm, double toKm, double lonDeg, double latDeg) {
  /** What is wrong. */
  public enum Kind {
    /** 短链: the road goes on, the stakes between are left out. */
    SHORT_CHAIN,
    /** 长链: the road goes on with stakes that have been before: they occur twice. */
    LONG_CHAIN,
    /** No road is stored at these stakes. */
    GAP,
    /**
     * Two pieces for the same direction of traffic have these stakes, and neither follows the
     * other.
     */
    OVERLAP
  }
}

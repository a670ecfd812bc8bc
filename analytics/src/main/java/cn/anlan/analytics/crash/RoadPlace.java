package cn.anlan.analytics.crash;

import cn.anlan.geo.distance.Cgcs2000;
import cn.anlan.geo.road.Stakes;

/**
 * A place on a road.
 *
 * @param piece number of the piece of road
 * @param measureM along its line
 * @param sigmaM one standard deviation along the road, if the statements that it was made from are
 *     not grossly wrong
 */
public record RoadPlace(
    int piece,
    double measureM,
    double lonDeg,
    double latDeg,
    String routeNo,
    double stakeKm,
    double sigmaM) {

  /** As road signs have it. */
  public String stake() {
    return Stakes.text(stakeKm);
  }

  double distanceM(RoadPlace other) {
    return distanceM(other.lonDeg, other.latDeg);
  }

  double distanceM(double lon, double lat) {
    return Cgcs2000.distanceM(lonDeg, latDeg, lon, lat);
  }
}

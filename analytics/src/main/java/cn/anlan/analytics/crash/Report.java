package cn.anlan.analytics.crash;

/**
 * What a report says of where an accident was.
 *
 * @param code of the accident
 * @param lonDeg CGCS2000; NaN where no position is given
 * @param latDeg the same
 * @param sigmaM one standard deviation of the position; NaN where nobody says
 * @param route as it is written; null where none is given
 * @param stakeKm NaN where none is given
 */
public record Report(
    String code, double lonDeg, double latDeg, double sigmaM, String route, double stakeKm) {
  boolean hasPosition() {
    return !Double.isNaN(lonDeg) && !Double.isNaN(latDeg);
  }

  boolean hasStake() {
    return !Double.isNaN(stakeKm);
  }
}

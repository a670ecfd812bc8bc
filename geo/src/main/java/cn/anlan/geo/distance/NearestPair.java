package cn.anlan.geo.distance;

/**
 * The shortest geodesic between two shapes: its length and its two ends in CGCS2000. Where the
 * shapes meet, the distance is exactly 0 and both ends are one common point.
 *
 * @param distanceM geodesic length, metres
 * @param subjectLonDeg the end on the subject
 * @param targetLonDeg the end on the target
 */
public record NearestPair(
    double distanceM,
    double subjectLonDeg,
    double subjectLatDeg,
    double targetLonDeg,
    double targetLatDeg) {

  static NearestPair meeting(double lonDeg, double latDeg) {
    return new NearestPair(0, lonDeg, latDeg, lonDeg, latDeg);
  }

  /** The same pair seen from the other side. */
  public NearestPair swapped() {
    return new NearestPair(distanceM, targetLonDeg, targetLatDeg, subjectLonDeg, subjectLatDeg);
  }
}
